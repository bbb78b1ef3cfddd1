### Crisis help: what is said when someone may need people, not a program.
### Every change here needs a recorded review (SAFETY.md, conversations/safety/REVIEWS.toml).
### Rules (PRODUCT.md, section 5): help first; never say what someone feels; never ask about risk, means or plans;
### no promise, no guilt, no claim that a person reads along.

## The card on crisis words.
# First line. "In case" on purpose: we matched words and know nothing about the person.
safety-crisis = In case things are very hard right now: you don't have to be alone with it. Here are people you can talk to.
safety-sos = Here are people you can talk to, about anything that is hard.

# One helpline. $ways is how to reach it: call, text, a site.
safety-helpline = <b>{ $name }</b>: { $ways }
safety-helpline-hours = <b>{ $name }</b>: { $ways } ({ $hours })
safety-ways = { $first }, { $second }
safety-call = call <b>{ $phone }</b>
safety-text = text <b>{ $number }</b>
safety-text-word = text { $word } to <b>{ $number }</b>
safety-site = { $url }
safety-finder = <b>In any country</b>: { $url } lists people to call, text or chat with.

safety-emergency = If you or someone else is in danger, call your local emergency number now.
safety-emergency-number = If you or someone else is in danger, call your local emergency number now: <b>{ $number }</b>.
safety-no-reader = I am a program and no person reads this chat, so I cannot send anyone.

safety-where = Tell me the country and I show its lines:

safety-buttons = —
    .o-go = Go on here
    .o-stop = Stop for now
    .o-misread = You misunderstood
    .o-countries = More countries
    .o-elsewhere = Another country
    .w-go = go on, continue, carry on
    .w-stop = stop, enough, stop now
    .w-misread = misread, you misunderstood me, not what i meant, wrong

## The gentle question after indirect words.
safety-softer = I may be reading too much into this. Shall I show you people you can talk to now?
    .v2 = Maybe I read this wrong, so I'd rather ask: shall I show you people you can talk to now?
    .o-show = Yes, show me
    .o-go = Go on
    .o-stop = Stop
    .w-show = yes, y, please, ok, show, show me
    .w-go = no, go on, continue, not now
    .w-stop = stop, enough

## After a card.
safety-misread = Sorry, I took your words the wrong way. I react to certain words and would rather show help once too often, so it may come up again.
safety-going-on = All right, we go on. /sos shows these people again at any time.
safety-stopped = We stop here. What you wrote is put aside, and nothing needs an answer now. /sos shows people you can talk to at any time.
safety-home = What would help now?

## Under 18.
safety-youth = Thank you for telling me. This is made for adults, so I stop here and keep nothing of what you wrote. A rejection can hurt at any age, and these people are there for young people:

## Countries, as on the buttons.
safety-country = —
    .o-gb = UK
    .o-us = USA
    .o-in = India
    .o-ng = Nigeria
    .o-ca = Canada
    .o-au = Australia
    .o-ph = Philippines
    .o-ie = Ireland
    .o-nz = New Zealand
    .o-za = South Africa
    .o-ke = Kenya
    .o-sg = Singapore
    .o-de = Germany
    .o-at = Austria
    .o-ch = Switzerland
    .o-fr = France
    .o-es = Spain
    .o-pt = Portugal
    .o-br = Brazil
    .o-mx = Mexico
    .o-nl = Netherlands
    .o-be = Belgium
    .o-pl = Poland
    .o-it = Italy
    .o-se = Sweden
    .o-no = Norway
    .o-dk = Denmark
    .o-fi = Finland
    .o-ua = Ukraine
    .o-tr = Türkiye
    .o-jp = Japan
