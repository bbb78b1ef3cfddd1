### What every conversation has for free: going back, skipping, editing, stopping, and replies that could not be read.

## Labels that many questions share. `.w-…` lists other words people type for the same option.
options = —
    .o-yes = Yes
    .o-no = No
    .o-today = Today
    .o-yesterday = Yesterday
    .o-keep = Keep it like this
    .w-yes = y, yes, yeah, yep, yup, sure, ok, okay, please, of course
    .w-no = n, no, nope, nah, not really, no thanks

## Buttons under every question.
engine-controls = —
    .o-back = ‹ Back
    .o-skip = Skip ›
    .o-done = Done ✓
    .o-same = Keep my answer
    .o-more = ⋯
    .o-edit = Change an answer
    .o-undo = Undo
    .o-later = Later
    .o-cancel = Stop
    .o-less = ‹ Close
    .w-back = back, go back, zurück
    .w-skip = skip, skip this, pass
    .w-undo = undo
    .w-cancel = cancel, stop, quit, exit
    .w-edit = edit, change an answer
    .w-later = later, continue later, not now

# Number words, from zero.
engine-numbers = —
    .names = zero, one, two, three, four, five, six, seven, eight, nine, ten
