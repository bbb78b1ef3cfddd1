### A thought that may well be true is worked on as a problem: what it is, what could be done, one step.

problem-begin = Then let's not argue with it. If it's true, it's a problem to work on, one piece at a time.
    .v2 = Fair enough. Some hard thoughts are simply true. Then it helps to take the problem apart.
problem-problem = What exactly is the problem: what is missing, how much, by when? If the thought says it all, tap that.
    .v2 = Does the thought name the whole problem? If not: what is missing, and by when?
    .hint = For example: “Rent of 640 is due on the 1st and I have 300.”
    .title = The problem
    .o-said = That says it all
    .w-said = yes, y, that's it, thats it, that says it, what i said, as i said, same
problem-options = What could you do about it, or who could you ask? Up to three things, one per line. They don't have to be good.
    .v2 = Name up to three things you could try or people you could ask, one per line. Half an idea will do.
    .hint = One idea per line, up to three.
    .title = What could be done
    .o-ask = I could ask …
    .o-find-out = I could find out …
    .o-put-off = I could put off …
problem-step = Which one is the first step? Tap one, or type a smaller one.
    .v2 = Which of these is the easiest to begin with? You can type a smaller piece of it.
    .hint = Tap one, or write one small thing to begin with.
    .title = First step
    .o-not-today = Not today
    .w-not-today = no, n, none, nothing, not today, later
# { $step } is the step, in the person's words.
problem-when = “{ $step }”: when will you do it?
    .v2 = When would be a good time for “{ $step }”?
    .hint = A day or a time is enough, such as “Friday at ten”.
    .title = When
    .o-today = Today
    .o-tomorrow = Tomorrow
    .o-this-week = This week
problem-kept = That's a plan, and it's written down. It doesn't solve it all, but it's a start.
    .v2 = Written down. One piece of it has a next step now.
problem-not-today = Then not today. The problem is written down, so you needn't keep it in your head.
    .v2 = That's fine. It's written down and can wait a day.
