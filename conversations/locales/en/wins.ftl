### /wins: log something that went well, or a strength. Earlier ones come first, as evidence.

wins-title = Wins and strengths
    .command = Log a win or a strength
wins-earlier = This is already on your list:
    .v2 = You wrote this down before:
# { $win } is the person's own words.
wins-one = • “{ $win }”
    .row = —
wins-win = What went well, or what did you do well? Small things count.
    .v2 = What is one thing you are glad you did, or know you are good at?
    .v3 = Which small win or strength shall we write down?
    .hint = One line is enough, such as “I asked a good question”.
    .title = The win
    .o-did = I managed to …
    .o-learned = I learned …
    .o-told = Somebody told me …
    .o-kept-going = I kept going when …
wins-kept = Written down. It is here when you need it.
    .v2 = Kept. You can look at it on a harder day.
    .v3 = That is kept, in your words.
wins-next = Another one?
    .v2 = Is there one more?
    .title = Another one
    .o-another = Yes, one more
    .o-enough = That's enough
    .w-another = yes, y, another, one more, more, sure, ok
    .w-enough = no, n, nope, enough, done, that is enough
