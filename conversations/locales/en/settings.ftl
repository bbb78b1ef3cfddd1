### /settings: country, time zone, language, pause.

settings-title = Settings
    .command = Country, time zone, language, pause
# { $unasked } says whether something may come unasked.
settings-what = Country: { $country }. Time zone: { $zone }. Messages I send unasked: { $unasked }. Language: English, the only one so far.

    What would you like to change?
    .v2 = Country: { $country }. Time zone: { $zone }. Messages I send unasked: { $unasked }. Language: English, the only one so far.

    Shall we change one of them?
    .title = What to change
    .o-country = Country
    .o-zone = Time zone
    .o-pause = Pause
    .w-pause = pause, quiet, silence, messages
    .o-close = Nothing, close
    .w-close = nothing, no, none, close, done, fine
settings-unset = not set
settings-country = Which country are you in? It decides which helplines I show. Now: { $country }.
    .v2 = Where do you live? I use it for helplines only. Now: { $country }.
    .hint = I have no helplines for that name. Tap a country, type it another way, or take “Another country”: then /sos shows the international finder.
    .title = Country
    .o-more = More countries
    .o-other = Another country
    .w-more = more, other countries
    .w-other = other, another, elsewhere, somewhere else, not listed
settings-country-more = Is yours one of these? Now: { $country }.
    .v2 = Here are the others I have helplines for. Now: { $country }.
    .hint = I have no helplines for that name. Tap a country, type it another way, or take “Another country”: then /sos shows the international finder.
    .title = Country
    .o-other = Another country
    .w-other = other, another, elsewhere, somewhere else, not listed, no, none
settings-country-kept = Kept: { $country }. /sos shows the helplines there.
settings-country-none = Kept without a country. /sos shows the international finder.
settings-zone = Which time zone are you in? Tap one, or type the nearest big city. Now: { $zone }.
    .v2 = What city sets your clock? Tap one, or type a big one near you. Now: { $zone }.
    .title = Time zone
settings-city = I do not know a time zone called “{ $city }”. Which big city shares your clock? For example Lisbon, Chicago or Kolkata.
    .v2 = “{ $city }” is not on my list. Could you name a bigger city with the same clock, such as Berlin or Toronto?
    .title = City
settings-zone-kept = Kept: { $zone }.
settings-zone-unknown = I do not know “{ $city }” either, so the time zone stays as it was. You can try again in /settings.
