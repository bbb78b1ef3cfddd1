### /direction: which work somebody aims at, looked at anew. Questions only; no advice on what to do.

direction-title = Where I aim
    .command = Look anew at the work you aim at

# In the days after crisis help: nothing about work to look for.
direction-another-day = Where to aim can wait for another day; /direction will be here. For now, anything that steadies you counts. /sos shows people you can talk to.
    .v2 = Let's leave this one for later. Nothing is lost by waiting, and /direction keeps its place. /sos shows people to talk to.
direction-kept = We'll leave it there for today. What you wrote is in /history, and nothing about it is pressing.
    .v2 = That's enough of this for now. What you wrote is kept, and the rest can wait.
# A no came in on this day.
direction-raw = You had a no today, so nothing here needs to be final. /later puts it aside for a calmer day.
    .v2 = A no came in today. You can look ahead all the same, or put this aside with /later.
# An employer's reply came in on this day.
direction-raw-reply = You had a reply from an employer today, so nothing here needs to be final. /later puts it aside for a calmer day.
    .v2 = A reply came in today. You can look ahead all the same, or put this aside with /later.

## What was said the last time; { $words } is cut short.
direction-earlier-more = Last time, more of: “{ $words }”
    .row = —
direction-earlier-less = Less of: “{ $words }”
    .row = —
direction-earlier-paths = Other paths: “{ $words }”
    .row = —
direction-again = Does that still hold, and shall we only look for paths? Or begin anew?
    .v2 = Keep that and look at paths, or begin from the start?
    .title = Last time's words
    .o-paths = It holds: on to paths
    .o-anew = Begin anew
    .w-paths = paths, keep, same, yes, y, it holds, still
    .w-anew = anew, new, no, n, start, begin, different

## More of, less of.
direction-more = What should there be more of in your next job?
    .v2 = Think of days at work that went well. What would you like more of?
    .hint = One line is enough, such as “time to finish things”. You can also skip this.
    .title = More of
    .o-time = More time for …
    .o-people = More people who …
    .o-say = More say in …
direction-less = And what should there be less of?
    .v2 = What would you like to leave behind?
    .hint = One line is enough, such as “being on call”. You can also skip this.
    .title = Less of
    .o-hours = Fewer hours of …
    .o-being = Less of being …
    .o-doing = Less of doing …
# { $jobs } names jobs of which the person noted that they would not have taken them.
direction-off = You noted that you wouldn't have taken this: { $jobs }. What was off, in your words?
    .v2 = Of “{ $jobs }” you wrote that you wouldn't have said yes. What was it that didn't fit?
    .hint = One line, such as “the boss talked over everyone”. You can also skip this.
    .title = What was off
direction-off-nameless = Of a job that turned you down, you noted that you wouldn't have taken it. What was off, in your words?
    .v2 = You wrote once that you wouldn't have said yes either. What was it that didn't fit?
    .hint = One line, such as “the boss talked over everyone”. You can also skip this.
    .title = What was off

## Paths not considered before.
direction-paths = Which of these ways to look shall we try? Tap up to three. If you have a path in mind already, type it.
    .v2 = Is there a path you haven't looked at yet? Tap up to three ways to look, or type a path of your own.
    .hint = Tap up to three and then Done, or type a path, such as “school kitchens”.
    .title = Ways to look
    .o-sector = Same skills, new field
    .o-sideways = A rung to the side
    .o-inside = Same place, other role
    .o-smaller = A smaller place
    .o-teach = Teach what I know
    .o-bridge = Part-time or a bridge
    .w-sector = sector, field, new field, other field, industry, other industry
    .w-sideways = sideways, side, another role, adjacent
    .w-inside = inside, same company, same employer, internal
    .w-smaller = smaller, small, start-up, startup
    .w-teach = teach, teaching, training others, trainer
    .w-bridge = bridge, part time, part-time, temp, temporary, freelance
direction-path-sector = Same skills, new field: who else needs what you can do?
    .v2 = Which other field has work that calls for your skills?
    .hint = One or two ideas, such as “hospitals need planners too”. You can also skip this.
    .title = New field
direction-path-sideways = A rung to the side: which role sits next to the one you had?
    .v2 = Which job did you often work with, and could see yourself in?
    .hint = One or two ideas, such as “from sales to after-sales”. You can also skip this.
    .title = A rung to the side
direction-path-inside = Same place, other role: where you work, worked or applied, which other door is there?
    .v2 = Think of a place you know or tried for. What else do people do there?
    .hint = One or two ideas, such as “their help desk”. You can also skip this.
    .title = Other role there
direction-path-smaller = A smaller place: what would you do there that a big one never let you do?
    .v2 = Which smaller places near you, or online, do this kind of work?
    .hint = One or two ideas, such as “the two-person shop in town”. You can also skip this.
    .title = A smaller place
direction-path-teach = Teach what you know: who would want to learn it from you?
    .v2 = What do people ask you to show them, and where is that taught?
    .hint = One or two ideas, such as “evening class in welding”. You can also skip this.
    .title = Teaching
direction-path-bridge = Part-time or a bridge: which work could carry you for a while and leave room?
    .v2 = What could you do for some months, or some days a week?
    .hint = One or two ideas, such as “three days at the library”. You can also skip this.
    .title = A bridge
direction-which = Which one would you like to look at more closely?
    .v2 = Which of these makes you most curious?
    .title = Which path
# Stands above every question about this path. { $path } is in the person's words.
direction-path-in-view = <b>{ $path }</b>
direction-first = What is the smallest way to try it out?
    .v2 = How could you get a first taste of it, with little to lose?
    .hint = Tap one, or type your own small step.
    .title = How to try it
    .o-talk = Talk to one who does it
    .o-read = Read three postings
    .o-lesson = Take one evening lesson
    .o-not-today = Not today
    .w-talk = talk, ask somebody, ask someone, call
    .w-read = read, postings, job ads, ads
    .w-lesson = lesson, course, class, evening class
    .w-not-today = no, n, nope, not today, later, nothing, none

## The end.
direction-plan = Shall we give that a day, as a small plan?
    .v2 = Would you like to set a day for that?
    .title = A plan
    .o-make = Make a small plan
    .o-not-today = Not today
    .w-make = yes, y, ok, sure, plan, make
    .w-not-today = no, n, nope, not today, later, enough
direction-end = It's all in /history, in your words. Nothing is decided by writing it down.
    .v2 = That's written down; /history has it. You can look again whenever something shifts.
direction-left = Then we leave it. /direction is here whenever you want to look.
    .v2 = That's fine, nothing is written down. Come back to /direction at any time.
