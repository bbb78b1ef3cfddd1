### /reply: what an employer said is kept word for word, sorted with the person, answered, and put to work.
### The sting comes first; never say what they feel. Never explain the employer away or take their side.

reply-title = What they said
    .command = Put an employer's answer to work
# In the days after crisis help: nothing about applying.
reply-another-day = What they said can wait. It keeps, and so does /reply. For now, anything that steadies you counts. /sos shows people you can talk to.
    .v2 = Let's leave the employer's answer for another day; nothing is lost by it. /sos shows people to talk to.
# The same, when their words are written down already.
reply-kept = Their words are kept as they are, and nothing about them is pressing. /sos shows people you can talk to.
    .v2 = What they said is kept in /history, and it can wait. /sos shows people to talk to.

# How somebody has their words: for history and export.
reply-told = —
    .o-pasted = in their own words
    .o-retold = as I retell it

## One that was kept for another day. { $words } is the employer's words, cut short.
reply-postponed = You kept this for another day: “{ $words }”. Shall we look at it now?
    .v2 = This is still here, not looked at yet: “{ $words }”. Now, or is there a new one?
    .title = Kept for later
    .o-look = Look at it now
    .o-new = This is a new one
    .o-drop = Leave that one be
    .w-look = yes, y, yeah, now, look, ok, sure
    .w-new = new, another, a new one, another one
    .w-drop = no, n, drop, leave it, never mind

## Whose answer it is.
reply-which = Which job is it about? Tap one, or type the role if it's another.
    .v2 = Whose answer is it? Tap the job, or type the role.
    .title = The job
    .o-another = Another job
    .w-another = another, another one, new, a new one, none of these, other
reply-role = Which job was it? The role is enough.
    .v2 = What was the role?
    .title = Role
reply-words = Paste what they wrote, or tell it in your own words if it was a call. Any length is fine.
    .v2 = What did they say? Paste it whole, or retell it as you remember it.
    .hint = Their words, as long or short as they are. I keep them just as you send them.
    .title = What they said

## The sting, before anything else.
reply-heard = It's kept, word for word. An answer like this can sting.
    .v2 = I have it, every word. Reading such a thing once is work enough; nothing has to follow today.
    .v3 = Kept just as they wrote it. Words about oneself can be hard to read, true or not.
reply-heard-kind = It's kept, word for word. An answer like this can sting, even one that means well.
    .v2 = I have it, every word. A friendly no is still a no, and it can sting.
# It has an insult or a verdict in it.
reply-heard-hurtful = It's kept, word for word. Whatever it says, it's one person's message.
    .v2 = I have it as it stands. It's one person's message, and no more than that.
reply-heard-retold = It's kept as you told it. Hearing that and telling it again can sting twice.
    .v2 = I've put it down in your words. Saying such a thing aloud takes something, too.
reply-heard-again = Then here it is again. It can sting a second time, and it may not.
    .v2 = All right. It may read a little differently today, or just the same.
# It names discrimination: believed, never weighed.
reply-believed = I've kept it as it stands, and I believe you. If who you are was held against you, that says nothing about your work.
    .v2 = It's kept, each word of it. Being turned down for who you are isn't a fault of yours, and I won't explain it away.
reply-sting = How much does it sting right now? 0 is not at all, 10 is as much as it can.
    .v2 = From 0 (not at all) to 10 (as much as it can): how much does it sting?
    .hint = Just a number, or skip it.
    .title = How much it stings
reply-first = That's a high number. Shall we take two minutes to settle first? What they said is kept, and tomorrow is fine too. People to talk to: /sos.
    .v2 = With that much sting, looking closely can wait: two minutes first, or tomorrow. Nothing gets lost. People to talk to: /sos.
    .title = First
    .o-settle = Settle first
    .o-tomorrow = Look at it tomorrow
    .o-now = Look at it now
    .w-settle = settle, yes, y, ok, sure, breathe, two minutes
    .w-tomorrow = tomorrow, later, not today, no, n
    .w-now = now, go on, look
reply-day = Would you like to look at what they said now, or tomorrow?
    .v2 = Now, or another day? Both are fine.
    .title = Now or tomorrow
    .o-now = Look at it now
    .o-tomorrow = Look at it tomorrow
    .w-now = now, today, go on, yes, y
    .w-tomorrow = tomorrow, later, not today, no, n
reply-tomorrow = Then it rests here. Open /reply when you like, and I'll ask about it first.
    .v2 = That can wait. It's kept word for word, and /reply brings it back.

## It names discrimination.
reply-unfair = There are people who advise on this, most of them for free. What would help?
    .v2 = What would you like to do with it? There are people who advise on just this, often for free.
    .title = What would help
    .o-advisers = Who can advise me
    .o-write = Write down what happened
    .o-go-on = Look at the rest of it
    .o-enough = That's enough for now
    .w-advisers = advise, advice, advisers, who, yes, y
    .w-write = write, write it down, note
    .w-go-on = look, rest, go on, continue
    .w-enough = enough, no, n, stop, nothing, done
reply-unfair-again = What now?
    .v2 = Anything else, or enough for now?
    .title = What next
    .o-advisers = Who can advise me
    .o-write = Write down what happened
    .o-go-on = Look at the rest of it
    .o-enough = That's enough for now
    .w-advisers = advise, advice, advisers, who
    .w-write = write, write it down, note
    .w-go-on = look, rest, go on, continue, yes, y
    .w-enough = enough, no, n, stop, nothing, done
# { $words } is a sentence of the employer's that names something else.
reply-rest = The rest says: “{ $words }” Is that worth a look?
    .v2 = Apart from that, they write: “{ $words }” Would you like to look at it?
    .title = The rest of it
reply-rest-nothing = There's nothing else in it to work with. Their words are kept, and so is the day.
    .v2 = Apart from that it names nothing to work with. It's all kept here, with its date.
# It may be unfair, or may not be ("a native speaker"). { $words } is that sentence, cut short.
reply-held-against = About “{ $words }”: was who you are held against you here?
    .v2 = They write “{ $words }”. Was that about who you are, and held against you?
    .title = Held against you
    .o-yes = Yes
    .o-no = No
    .o-unsure = Not sure
    .w-unsure = not sure, maybe, dunno, i don't know, unsure, perhaps, could be
reply-held-yes = Then I believe you. Being turned down for who you are says nothing about your work.
    .v2 = I believe you. If who you are was held against you, that isn't a fault of yours.
reply-held-unsure = You needn't decide that now. You can ask somebody who knows this, and go by what they say.
    .v2 = Hard to tell from one line. It can stay open, and you can ask someone about it.

## It has hurtful words in it. { $words } is the first of them, cut short.
reply-hurtful = Some of this is about them, not about you: “{ $words }” is a verdict, not an observation. You needn't use it.
    .v2 = “{ $words }” says how somebody talks, and names nothing you did. You needn't do anything with it.
    .title = Hurtful words
    .o-leave = Leave that part
    .o-look = See if anything's usable
    .o-enough = That's enough
    .w-leave = leave, leave it, skip it, drop it
    .w-look = look, see, usable, yes, y, go on
    .w-enough = enough, no, n, stop, done, nothing
reply-none-usable = I looked: there's nothing in it that you could work with.
    .v2 = Apart from that, it names nothing to work with.
reply-hurt = What would do you good now?
    .v2 = It's left. Is there something that would help now?
    .title = What would help
    .o-settle = Settle for two minutes
    .o-burn = Burn a reply to them
    .o-enough = That's enough
    .w-settle = settle, breathe, two minutes, calm
    .w-burn = burn, reply, write, burn a reply
    .w-enough = enough, no, n, stop, nothing, done
reply-hurt-again = And now?
    .v2 = Anything else, or enough for now?
    .title = What next
    .o-settle = Settle for two minutes
    .o-burn = Burn a reply to them
    .o-enough = That's enough
    .w-settle = settle, breathe, two minutes, calm, yes, y
    .w-burn = burn, reply, write, burn a reply
    .w-enough = enough, no, n, stop, nothing, done
reply-kept-hurtful = It's kept, and you needn't look at it again. It says more about them than about you.
    .v2 = Then it stays where it is. One message is one message; you owe it nothing.
reply-happened = Write down what happened while it's fresh: when, who, and what was said. Just what a camera would have seen.
    .v2 = Put it down as it happened: the day, the words, who was there. It's for you, and for an adviser if you ever want one.
    .title = What happened
reply-noted = It's written down, with today's date.
    .v2 = Kept, with the date. /export gives you a copy.
reply-kept-believed = Their words are kept, and so is the day. Hold on to the mail itself as well.
    .v2 = It's all kept here. Keep the original too, with its date.

## What it is about. { $one }, { $two } and { $three } are kinds, as `reply-kinds.s-…` says them.
reply-about-one = It sounds as if this is about { $one }. Right?
    .v2 = To me it reads as being about { $one }. Is that it?
    .hint = Tap one, or say in a few words what it's about.
    .title = What it is about
    .o-right = Yes, that's it
    .o-choose = Something else
    .w-right = yes, y, yeah, yep, right, correct, that's it, thats it
    .w-choose = no, n, nope, not really, wrong, something else, choose
reply-about-two = It sounds as if this is about { $one } and { $two }. Right?
    .v2 = To me it reads as being about { $one }, and about { $two }. Is that it?
    .hint = Tap one, or say in a few words what it's about.
    .title = What it is about
    .o-right = Yes, that's it
    .o-choose = Something else
    .w-right = yes, y, yeah, yep, right, correct, that's it, thats it
    .w-choose = no, n, nope, not really, wrong, something else, choose, partly
reply-about-three = It sounds as if this is about { $one }, { $two } and { $three }. Right?
    .v2 = I read three things in it: { $one }, { $two } and { $three }. Is that it?
    .hint = Tap one, or say in a few words what it's about.
    .title = What it is about
    .o-right = Yes, that's it
    .o-choose = Something else
    .w-right = yes, y, yeah, yep, right, correct, that's it, thats it
    .w-choose = no, n, nope, not really, wrong, something else, choose, partly
reply-about-nothing = As far as I can see, they give no reason. Right?
    .v2 = I can't find a reason in it. Is that how you read it too?
    .hint = Tap one, or say in a few words what it's about.
    .title = What it is about
    .o-right = Yes, no reason
    .o-choose = There is one
    .w-right = yes, y, yeah, yep, right, correct, none, no reason
    .w-choose = no, n, nope, not really, wrong, there is, choose
reply-about-another = They say that they chose somebody else, and no more than that. Right?
    .v2 = As I read it, they took another person and name nothing about you. Is that it?
    .hint = Tap one, or say in a few words what it's about.
    .title = What it is about
    .o-right = Yes, that's all
    .o-choose = There's more in it
    .w-right = yes, y, yeah, yep, right, correct, that's it, thats it, that's all
    .w-choose = no, n, nope, not really, wrong, there is, more, choose
# `.s-…` stands after “this is about”; `.p-…` after “I will work on this:” in a letter of the person's.
reply-kinds = What is it about, in your eyes? Tick up to three, or type your own.
    .v2 = Which of these comes closest? Up to three, or your own words.
    .hint = Tap the ones that fit and then Done, or type it in a few words.
    .title = What it is about
    .o-hard-skill-gap = A missing skill
    .o-experience-gap = Experience
    .o-communication = How I came over
    .o-culture-fit = Team fit
    .o-motivation = Why I want it
    .o-overqualified = Overqualified
    .o-salary-logistics = Pay or hours
    .o-position-closed = Job went away
    .o-strong-competition = Another chosen
    .o-no-reason = No reason given
    .s-hard-skill-gap = a skill they looked for
    .s-experience-gap = experience they looked for
    .s-communication = how you came across
    .s-culture-fit = fit with the team
    .s-motivation = why you wanted this job
    .s-overqualified = bringing more than it needs
    .s-salary-logistics = pay, place or hours
    .s-position-closed = a job that went away
    .s-strong-competition = another person they chose
    .s-no-reason = no reason at all
    .p-hard-skill-gap = the skill you wrote about
    .p-experience-gap = more hands-on practice
    .p-communication = how I come across in a talk
    .p-motivation = saying clearly why I want the job
    .p-overqualified = saying early on why this level suits me
    .p-salary-logistics = talking about pay and hours early on

## Fact and guess apart. { $words } and { $more } are sentences of the employer's, cut short.
reply-empty-one = “{ $words }” says nothing about you, for or against. It's a phrase.
    .v2 = “{ $words }” is a stock phrase. There's nothing to read into it.
reply-empty-two = “{ $words }” and “{ $more }” say nothing about you, for or against.
    .v2 = “{ $words }” and “{ $more }” are stock phrases. There's nothing to read into them.
# { $lines } is up to three sentences of the employer's, one a line, each after its letter.
reply-facts-in-view = <b>Facts: what they saw or can name</b>
    { $lines }
reply-guesses-in-view = <b>Guesses: how they read it</b>
    { $lines }
reply-advice-in-view = <b>Advice: what they'd do</b>
    { $lines }
reply-sorted = Does that look right?
    .v2 = Is each on the right side?
    .hint = Tap “Looks right”, or the sentence that stands on the wrong side.
    .title = Fact or guess
    .o-right = Looks right
    .o-to-guess = { $letter } is only a guess
    .o-to-fact = { $letter } is a fact
    .w-right = yes, y, yeah, right, ok, correct, fine, looks good, good
reply-usable-0 = There's nothing in it to work with. That's how it was written, not how you are.
    .v2 = It gives you nothing to go on, and that's a matter of the letter.
reply-usable-1 = There's a hint in it, not more. You may take it or leave it.
    .v2 = It points somewhere, if only vaguely. It's yours to use or not.
reply-usable-2 = There's one clear point in it that you could work with, if you want.
    .v2 = It names something clear. That's more than most replies do.
reply-usable-3 = It names a clear point, with an example or what to do. That's rare, and something can be made of it.
    .v2 = That's clear, and close to a next step. Most replies don't give that much.

## The answer: thanks, or one question back.
reply-thanks = A short thank-you the same day keeps the door open. Shall we write one?
    .v2 = Would you like to thank them today? Two or three lines are plenty.
    .title = Thank them
    .o-thanks = Thank them now
    .o-not-now = Not now
    .w-thanks = yes, y, yeah, thank, thanks, now, ok, sure
    .w-not-now = no, n, nope, not now, later
reply-clarify = It's friendly, but it names nothing you could work on. One short question back is fair. Shall we write it?
    .v2 = Kind words, and little to go on. You may ask once what they had in mind. Would you like to?
    .title = One question back
    .o-clarify = Ask one question
    .o-thanks = Only thank them
    .o-not-now = Not now
    .w-clarify = yes, y, yeah, ask, question, ok, sure
    .w-thanks = thank, thanks, only thanks
    .w-not-now = no, n, nope, not now, later
reply-thanks-sent = Sent, then. That part is done.
    .v2 = Good, they have it.
reply-thanks-later = It's kept with their reply. Within a day is best, if you want to send it at all.
    .v2 = Kept. You find it in /history with what they said.
reply-clarify-sent = Asked. If they answer, bring it here with /reply; if they don't, that's no verdict.
    .v2 = It's out. An answer would be good to have, and no answer means very little.
reply-clarify-later = It's kept with their reply. You can send it within the next days, or not at all.
    .v2 = Kept. You find it in /history with what they said.

## One change. { $words } is the one useful sentence of the employer's.
reply-step = That one stings a lot. What to do with it can wait for a calmer day. Leave it for now, or look?
    .v2 = With a sting like that, a next step isn't needed today. Shall we leave it?
    .title = A next step
    .o-leave = Leave it for now
    .o-look = Look at it now
    .w-leave = leave, yes, y, later, not now, leave it
    .w-look = look, now, go on, no, n
reply-step-left = Left for now. Their words are kept; when it's quieter, /plan is there.
    .v2 = That's enough for today. It's all kept, and /plan waits without a clock.
reply-point-in-view = <b>“{ $words }”</b>
reply-thrived = Turn it round first: would you have thrived there?
    .v2 = Fit goes both ways. From what you saw, would you have done well there?
    .title = Thrived there
    .o-yes = Yes
    .o-no = No
    .o-unsure = Not sure
    .w-unsure = not sure, maybe, dunno, i don't know, unsure, perhaps, depends
reply-thrived-yes = Then it's worth knowing which kind of team that was.
    .v2 = Then you know something about where you work well.
reply-thrived-no = Then that no may point to what you'd rather have.
    .v2 = That's worth knowing: it says something about where to look.
reply-thrived-unsure = Hard to know from outside. You can find out more before the next one.
    .v2 = Fair. An interview shows only a small part of a place.
reply-change = One change at most. Which would help? Tap one, type your own, or leave it.
    .v2 = If you pick one thing from it, which? Your own words are fine, and so is nothing.
    .hint = Tap one, or write one thing you'd do, in one line.
    .title = One change
    .o-nothing = Nothing for now
    .w-nothing = nothing, no, n, none, not now, leave it
reply-let-go-no-reason = There's nothing here to fix. No reason is the usual case: about 7 in 10 candidates got no feedback at all (North America, 2022, ERE). It isn't a verdict.
    .v2 = They gave no reason, so there's nothing to mend. In 2022, about 7 in 10 candidates in North America heard nothing at all (ERE).
reply-let-go-position-closed = The job itself went away. No answer of yours could have changed that, so there's nothing to fix.
    .v2 = A job that's gone can't be given to anybody. Nothing in that is yours to mend.
reply-let-go-strong-competition = They had one place and took one person. That alone names nothing for you to fix. Most candidates hear no more: about 7 in 10 got no feedback (North America, 2022, ERE).
    .v2 = One place, one yes. It names no fault of yours, so there's nothing to mend. About 7 in 10 candidates get no feedback at all (North America, 2022, ERE).
reply-let-go = Would you like to let it go?
    .v2 = Shall we let this one go?
    .hint = Tap one, or write what you'd rather do.
    .title = Let it go
    .w-let-go = yes, y, yeah, let go, let it go, ok, sure
    .w-ask-advice = ask, advice, ask them
    .w-keep-in-touch = stay, list, keep in touch, stay in touch
reply-nothing = That's fine. Their words are kept, and nothing has to come of them.
    .v2 = All right, nothing for now. It's in /history if you ever want it.
reply-gone = Let go. It's written down, so you needn't carry it.
    .v2 = Then that one is closed. Their words are kept in /history and nowhere else.
reply-follows = Then let's look at that.
    .v2 = Good, on to that.
reply-no-plan = Then there's no plan today. What they said is kept with the change you chose.
    .v2 = That's all right without a plan. Your choice is kept with their words.
