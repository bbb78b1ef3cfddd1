### /values: two or three things that matter, and some writing about them. No promise, no praise, no verdict.

values-title = What matters to me
    .command = Name what matters to you, write about it

## The day of a rejection, and the days after crisis help: it waits.
values-raw = You had a no today. This one can touch a sore spot on a day like that, so it waits for a calmer one. Shall we look at what's in your hands, or is that enough for today?
    .v2 = A no came in today, so this can wait: it sits better on a calmer day. Would it help to sort what's in your hands? Enough is fine too.
    .title = A raw day
    .o-hands = See what's in my hands
    .o-enough = That's enough
    .w-hands = hands, control, sort, yes, y, ok, sure
    .w-enough = enough, no, n, nope, nothing, not today
# The day of an employer's reply.
values-raw-reply = You had a reply from an employer today. This one can touch a sore spot on a day like that, so it waits for a calmer one. Shall we look at what's in your hands, or is that enough for today?
    .v2 = A reply came in today, so this can wait: it sits better on a calmer day. Would it help to sort what's in your hands? Enough is fine too.
    .title = A raw day
    .o-hands = See what's in my hands
    .o-enough = That's enough
    .w-hands = hands, control, sort, yes, y, ok, sure
    .w-enough = enough, no, n, nope, nothing, not today
values-raw-enough = Then that's enough for today. /values keeps its place, and a walk or a good meal is a fair use of the day.
    .v2 = That's fine. There's nothing you have to do with this day. /values will be here on another one.
values-another-day = This one is better kept for another day. For now, anything that steadies you counts. /sos shows people you can talk to.
    .v2 = Let's leave this for a quieter day. /values will be here then, and /sos shows people to talk to.
values-kept = We'll leave it there for today. What you chose is in /history, and the writing can wait.
    .v2 = That's enough of this for now. What you chose is kept, and nothing about it is pressing.

## Choosing.
# { $why } is what the person wrote the last time, cut short.
values-earlier-why = Last time you wrote: “{ $why }”
    .v2 = This is what you put down last time: “{ $why }”
# { $values } is two or three values, as one phrase.
values-again = Last time you chose { $values }. Are these still the ones?
    .v2 = Your last choice was { $values }. Does that still hold?
    .title = Still these
    .o-same = Yes, still these
    .o-anew = Choose anew
    .w-same = yes, y, same, still, keep, these
    .w-anew = no, n, new, anew, others, different, change
values-chosen = This is a short look at what matters to you, job or no job. It steadies some; a few, mostly people just out of work, felt worse. Stop any time. Which two or three would you pick? Your own words are fine.
    .v2 = What matters most to you, with or without a job? It steadies some; a few, mostly people just out of work, felt worse. Stop any time. Tap two or three, or type your own.
    .hint = Tap two or three and then Done, or type your own, such as “kindness, the sea”.
    .title = What matters
    .o-family = Family and home
    .o-friends = Good friends
    .o-use = Being of use
    .o-belonging = Belonging
    .o-craft = Work done well
    .o-learning = Learning
    .o-making = Making things
    .o-fairness = Fairness
    .o-honesty = Being honest
    .o-freedom = Going my own way
    .o-health = Health
    .o-faith = Faith or meaning
    .o-humour = A good laugh
    .w-family = family, home, my kids, my children, parents
    .w-friends = friends, friendship
    .w-use = helping, helping others, help, useful, kindness to others, care
    .w-belonging = community, having a place, place
    .w-craft = craft, quality, good work
    .w-learning = learn, curiosity, growth
    .w-making = making, creativity, art, music
    .w-fairness = fair, justice
    .w-honesty = honest, honesty, truth
    .w-freedom = freedom, independence, autonomy
    .w-health = sport, my body, fitness
    .w-faith = faith, religion, meaning, spirituality, god
    .w-humour = humour, humor, fun, laughing
values-left = Then we leave it. /values is here if you get curious.
    .v2 = That's fine, nothing is chosen. You can come back to /values at any time.
values-list-1 = <b>{ $first }</b>
values-list-2 = <b>{ $first }</b> and <b>{ $second }</b>
values-list-3 = <b>{ $first }</b>, <b>{ $second }</b> and <b>{ $third }</b>
# Stands above every question about them.
values-in-view = { $values }

## Writing.
values-write = Now you could write about why. People often take ten to fifteen minutes; two lines count as well. Shall I keep what you write, or throw it away after?
    .v2 = Next comes some writing on why they matter: ten or fifteen minutes if you have them, less if not. Keep it here, or throw it away once it's out?
    .hint = Tap one, or type “keep” or “throw away”. Skip leaves the writing out.
    .title = Keep the writing
    .o-keep = Keep it
    .o-let-go = Throw it away
    .w-keep = keep, yes, y, keep it
    .w-let-go = throw away, throw it away, don't keep, do not keep, no, n
values-why = Why does this matter to you? Take one of them or all. Spelling and order don't count.
    .v2 = What is it about these that matters to you? Write as it comes.
    .hint = Any length will do. “It's how I was raised” is an answer as well.
    .title = Why it matters
values-why-unkept = Why does this matter to you? Take one of them or all. It's checked for signs that you need help, then thrown away.
    .v2 = What is it about these that matters to you? Nothing of it is kept here once it's sent.
    .hint = Any length will do. “It's how I was raised” is an answer as well.
    .title = Why it matters
values-unkept = It's written, and I've kept none of it. Your message still stands in this chat; you can delete it there.
    .v2 = None of that is kept here. Your message stays in the chat until you delete it.
values-lived = Was there a time when you lived one of them? A small scene is enough.
    .v2 = When did you last do something that fits one of these? Any size.
    .hint = One scene, such as “I stayed late to help a new colleague”. You can also skip this.
    .title = A time I lived it
values-written = That's kept in /history, in your words, for whenever you want to read it.
    .v2 = Kept, just as you wrote it. /history has it.

## One offer at the end.
values-plan = If you like, make one small plan that fits what you chose. Or leave it at that.
    .v2 = Would one small thing this week fit what you chose? It can be tiny, and it can be no.
    .title = A plan
    .o-make = Make a small plan
    .o-not-today = Not today
    .w-make = yes, y, ok, sure, plan, make
    .w-not-today = no, n, nope, not today, later, enough
values-end = Then that's all for today. These stay yours, whatever a company decides.
    .v2 = That's it, then. You find what you chose in /history.
