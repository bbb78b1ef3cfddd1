### Somebody writes while nothing is open.

idle-title = Your message
idle-words = What would you like to write down?
    .v2 = What is on your mind?
    .title = What you wrote

# Somebody only says hello.
idle-hello = Hello. What brings you here? Tap, or just tell me.
    .v2 = Hello, good that you're here. What would help? You can simply write it.
    .hint = Tap what fits best, or tell me in your own words.
    .title = What brings you
    .o-rejected = I got a no
    .o-reframe = Look at a thought
    .o-control = What's in my hands
    .o-nothing = Nothing, thanks
    .w-rejected = rejected, rejection, a no, i got rejected, i was rejected
    .w-reframe = reframe, look at it, thought, a thought
    .w-control = control, worries, hands
    .w-nothing = nothing, no, nope, never mind, nevermind, just saying hi

# It sounds like a no from a job: asked, not taken for granted.
idle-no = “{ $words }”

    Thank you for telling me. That sounds like a no from a job. Shall we start there?
    .v2 = “{ $words }”

    I've read that. Was it a no from a job? Then we can start there.
    .hint = Tap what fits best; “Nothing” is fine too.
    .title = What to do with it
    .o-rejected = It was a no from a job
    .o-reply = An employer's answer
    .w-reply = reply, answer, their answer, employer, they wrote
    .o-reframe = Look at this thought
    .o-note = Just keep it
    .o-nothing = Nothing, thanks
    .w-rejected = yes, y, yeah, ok, sure, rejected, rejection, a no, it was a no
    .w-reframe = reframe, look at it, thought
    .w-note = keep, keep it, note, save, save it, write it down
    .w-nothing = nothing, no, nope, never mind, nevermind, forget it

# { $words } is what the person wrote, cut short.
idle-where = “{ $words }”

    Thank you for writing. What would help with it now?
    .v2 = “{ $words }”

    I've read that. Where shall we take it?
    .v3 = You wrote: “{ $words }”. What would you like to do with it?
    .hint = Tap what fits best; “Nothing” is fine too.
    .title = What to do with it
    .o-rejected = It was a no from a job
    .o-reply = An employer's answer
    .w-reply = reply, answer, their answer, employer, they wrote
    .o-reframe = Look at this thought
    .o-note = Just keep it
    .o-win = It's a win
    .o-nothing = Nothing, thanks
    .w-rejected = rejected, rejection, a no, it was a no, i was rejected, i got rejected
    .w-reframe = reframe, look at it, thought
    .w-note = keep, keep it, note, save, save it, write it down
    .w-win = win, a win
    .w-nothing = nothing, no, nope, never mind, nevermind, forget it
idle-kept = Kept. You find it in /history.
    .v2 = It is written down, and you can leave it there. /history has it.
idle-win-kept = Kept among your wins. /wins shows them.
    .v2 = That one goes to your wins.
idle-let-go = All right, I have not kept it.
    .v2 = Fine. It is not kept.
idle-bye = All right. Write whenever you like.
    .v2 = Fine. I'm here when you need me.
