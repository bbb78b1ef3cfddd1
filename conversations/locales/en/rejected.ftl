### /rejected: somebody was turned down, often an hour ago. Heard first; then one thing that helps.
### Never say what they feel: say back what they said, or ask. Never count rejections.

rejected-title = I got a no
    .command = Just turned down? Start here

## Again: the balanced thought of the last time comes first.
# { $balanced } is what the person wrote back then.
rejected-holds = That's hard news to open. Last time you looked closely, you wrote:

    <blockquote>{ $balanced }</blockquote>

    Does it hold today?
    .v2 = Before anything else, here is a line you wrote yourself, on a day you looked closely:

    <blockquote>{ $balanced }</blockquote>

    Does it hold today?
    .title = Does it hold
    .o-holds = It holds
    .o-partly = Partly
    .o-not-today = Not today
    .w-holds = yes, y, yeah, it does, holds, still
    .w-partly = partly, a bit, half, some of it, sort of
    .w-not-today = no, n, nope, not really, it doesn't
rejected-held-holds = Then keep it within reach today.
    .v2 = Good to have it in your pocket, then.
rejected-held-partly = Partly is a fair answer. We can look at the rest, if you like.
    .v2 = Then part of it stands. That's something to hold on to.
rejected-held-not-today = That's all right. A fresh no is loud, and it may hold again later.
    .v2 = Fair enough. Today doesn't have to agree with that day.

## How heavy, and one word.
rejected-begin = Thank you for coming here with it. One small question at a time; you can skip nearly all of them.
    .v2 = Good that you came. There's no rush, and you can stop whenever you like.
    .v3 = Then let's take it slowly. One small question at a time, and you can skip most of them.
rejected-heavy = How heavy is it right now? 0 is light, 10 is as heavy as it gets.
    .v2 = How heavy is it right now, from 0 (light) to 10 (as heavy as it gets)?
    .v3 = How heavy does it feel, from 0 (light) to 10 (as heavy as it gets)?
    .hint = Just a number for now. There's room for words in a moment.
    .title = How heavy
rejected-word = And if you had one word for it? Tap one or type your own.
    .v2 = Which word comes closest to how it feels? Your own is fine too.
    .v3 = What would you call it, in one word?
    .hint = One word is plenty, such as “flat” or “angry”.
    .title = In one word

# { $word } is the word they chose, { $heavy } the number.
rejected-felt = So: { $word }, { $heavy } out of 10. Just naming it can help a little.
    .v2 = “{ $word }”, at { $heavy } out of 10. I've got that, and you don't have to explain it.
    .v3 = { $heavy } out of 10, and the word is “{ $word }”. That's clear.
rejected-felt-light = So: { $word }, { $heavy } out of 10. Fairly light, then. That's allowed.
    .v2 = “{ $word }”, and { $heavy } out of 10. Not every no has to hurt.
rejected-felt-word = So: { $word }. Just naming it can help a little.
    .v2 = “{ $word }”. I've got that, and you don't have to explain it.
# { $word } is a longer answer of their own, cut short.
rejected-felt-long = “{ $word }”, and { $heavy } out of 10. It doesn't have to fit into one word.
    .v2 = { $heavy } out of 10, and in your words: “{ $word }”. You don't have to sort it out.
rejected-felt-long-word = “{ $word }”. It doesn't have to fit into one word.
    .v2 = In your words: “{ $word }”. You don't have to sort it out.
rejected-felt-number = { $heavy } out of 10. It doesn't need a word.
    .v2 = { $heavy } out of 10. I've got that.

# One true word on why a no stings. /why gives the sources.
rejected-sting = A no stings because people need to belong; it's how we are built. It happens to everyone who puts their name forward. (/why says more.)
    .v2 = Being turned away hurts nearly everyone. It means you put yourself forward. It doesn't measure you. (/why says more.)
    .v3 = Caring about being chosen isn't weakness, it's part of being human. Hardly anyone gets through a working life without this. (/why says more.)
    .v4 = It can sting even when you saw it coming. Wanting to be wanted runs deep in all of us. (/why says more.)
rejected-sting-relieved = Relief after a no is common, and it may be telling you something about that job.
    .v2 = Some noes come with relief. You can be relieved and still mind a bit.
rejected-sting-numb = Not feeling much at first is common. For a lot of people, news like this takes a while to land. (/why says more.)
    .v2 = Numb is one of the ordinary ways to take news like this. It may change, or not; there's no right way. (/why says more.)
rejected-sting-angry = Anger is common when something mattered and somebody else got to decide. Nearly everyone knows it. (/why says more.)
    .v2 = Plenty of people get angry at a no. It tends to mean that you cared how this went. (/why says more.)
rejected-sting-ashamed = Shame makes a no sound like a verdict on you. It was one choice about one job, and nearly everyone gets them. (/why says more.)
    .v2 = Many people feel shame after a no, and mostly keep quiet about it. A no is one answer about one job. (/why says more.)

## The thought that keeps coming.
rejected-thought = Is there a thought that keeps coming back? Write it just as it sounds in your head.
    .v2 = What does your head keep saying about it? Write it just as it comes.
    .v3 = Which sentence goes round and round? Put it down as it is.
    .hint = One sentence is enough, such as “I'm too old for this”.
    .title = The thought
    .o-i-am = I am …
    .o-i-will-never = I will never …
    .o-they = They think …
    .o-now = Now I …
# { $words } is what they wrote before this began.
rejected-thought-said = You wrote: “{ $words }”

    Is that the thought that keeps coming back? If it's another one, just type it.
    .v2 = “{ $words }” is what you wrote first. Is that the thought that goes round and round, or is there another? You can type it.
    .title = The thought
    .o-that = That's the one
    .w-that = yes, y, yeah, yes it is, that one, that
# { $words } is something longer they wrote, cut short.
rejected-thought-core = You wrote: “{ $words }”

    Which thought in there weighs most? One sentence, just as it sounds in your head. Or take it as it is.
    .v2 = “{ $words }”

    That's a lot at once. Which one sentence hits hardest? Type just that, or take it as it is.
    .hint = One sentence is enough, such as “I'm too old for this”.
    .title = The thought
    .o-whole = Take it as it is
    .w-whole = yes, y, yeah, all of it, all, everything, the whole thing, as it is
rejected-thought-heard = “{ $thought }”

    Thank you for putting that down. We can look at it from all sides, or leave it be for now.
    .v2 = “{ $thought }”

    It's out of your head now and down here, where you can look at it, or leave it.
rejected-thought-light = “{ $thought }”

    Written down. It can simply stand there.
    .v2 = “{ $thought }”

    I've put that down. It doesn't have to become anything.
rejected-thought-real = “{ $thought }”

    That may be a real problem and not just a feeling. There's a way to work on it here, or you can leave it be for now.
    .v2 = “{ $thought }”

    That sounds like something real to deal with. We can take it apart together, or leave it be for now.
rejected-thought-believed = “{ $thought }”

    I take that seriously. If you were treated worse because of who you are, that is not a trap of your mind.
    .v2 = “{ $thought }”

    I believe you. If that's how you were treated, it isn't something to think away.
rejected-no-thought = That's fine. Not everything needs words.
    .v2 = All right, no words needed.

## The details: optional, and later.
rejected-news = A few quick taps, each can be skipped, and “tomorrow” is fine. How did the news reach you?
    .v2 = Only if you feel like it, and “tomorrow” is fine: how did you hear?
    .title = How it came
    .o-mail = E-mail or letter
    .o-call = Phone call
    .o-portal = On a website
    .o-silence = They went quiet
    .o-in-person = Face to face
    .o-tomorrow = Tomorrow
    .w-mail = mail, email, e-mail, letter, an email
    .w-call = call, phone, by phone, they called
    .w-portal = portal, website, online, app
    .w-silence = silence, ghosted, nothing, quiet, no answer
    .w-in-person = in person, face to face, personally
    .w-tomorrow = later, not now
rejected-stage = How far did it go?
    .v2 = How far did you get with them?
    .title = How far it went
    .o-applied = I applied
    .o-screen = A first call
    .o-interview = An interview
    .o-task = A task or test
    .o-final = The final round
    .w-applied = applied, application, just applied
    .w-screen = screen, screening, first call, phone screen
    .w-interview = interview, interviewed, an interview
    .w-task = task, test, assessment, homework
    .w-final = final, last round, final round
rejected-job = Is it one of the jobs you told me about?
    .v2 = Which job was it? One of these?
    .title = The job
    .o-another = Another job
    .w-another = another, another one, no, none, none of these, new, other
rejected-role = Which job was it? The role is enough.
    .v2 = What was the role?
    .title = Role
rejected-company = And who was it with?
    .v2 = Which company or place was it?
    .title = Company
rejected-taken = Turn it round for a moment, since choosing goes both ways. Knowing what you know now: would you have taken it?
    .v2 = It's a two-way street. If they had said yes, would you have said yes too?
    .title = Would have taken
    .o-yes = Yes
    .o-no = No
    .o-unsure = Not sure
    .w-unsure = not sure, maybe, dunno, i don't know, unsure, perhaps
rejected-details-kept = That's noted. You don't have to keep it in your head.
    .v2 = Noted, so you can put it down.
rejected-details-later = Tomorrow, then. Open /rejected when you like, and I'll ask first if you want to add it.
    .v2 = That can wait. When you next open /rejected, I'll ask about it first.
rejected-postponed-details = You left the details of that no for another day. Would you like to add them now?
    .v2 = The details of that no are still open. Add them now, or is this about a new one?
    .title = The details
    .o-add = Add them now
    .o-new = This is a new no
    .o-drop = Leave them out
    .w-add = yes, y, now, add, ok, sure
    .w-new = new, another, a new one, new one
    .w-drop = no, n, drop, leave it, never mind
