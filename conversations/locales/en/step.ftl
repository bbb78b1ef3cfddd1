### One small step within the next day.

step-what = One small thing within the next day. What could it be? Tap one, or type your own.
    .v2 = What is one small thing you could do today or tomorrow? Your own idea is fine too.
    .v3 = Pick one small thing for the next day, or name your own. Smaller is better.
    .title = The small step
    .o-walk = A short walk
    .o-talk = Talk to somebody
    .o-eat = Eat something decent
    .o-rest = Rest on purpose
    .o-tidy = Tidy one small thing
    .o-cv = One line of my CV
    .o-not-today = Not today
    .w-walk = walk, a walk, go for a walk, get some air
    .w-talk = talk, call somebody, call a friend, talk to a friend
    .w-eat = eat, food, cook
    .w-rest = rest, sleep, nap
    .w-tidy = tidy, clean, clean up
    .w-cv = cv, resume, my cv
    .w-not-today = no, n, not today, none, nothing, tomorrow, later
# { $step } is the step as it was tapped or typed.
step-kept = “{ $step }”. One thing is enough.
    .v2 = Noted: “{ $step }”. Small counts.
    .v3 = “{ $step }” it is. If it doesn't happen, that's fine too.
step-not-today = Not today, then. Rest counts as well.
    .v2 = That's fine. Today was enough.
