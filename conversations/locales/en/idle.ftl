### Somebody writes while nothing is open.

idle-title = Your message
idle-words = What would you like to write down?
    .v2 = What is on your mind?
    .title = What you wrote

# { $words } is what the person wrote, cut short.
idle-where = You wrote: “{ $words }”. What shall we do with it?
    .v2 = “{ $words }” - where does that belong?
    .v3 = Thank you for writing. “{ $words }” - what would help with it now?
    .hint = Tap what fits best; “Nothing” is fine too.
    .title = What to do with it
    .o-rejected = It was a no from a job
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
