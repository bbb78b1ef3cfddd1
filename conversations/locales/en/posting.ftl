### /posting: CV and cover letter are tailored to one posting. Nothing is made up: all examples are the person's own.

posting-title = Tailor to a posting
    .command = Fit CV and letter to one posting

# In the days after crisis help: nothing about applying.
posting-another-day = A posting can wait for another day; /posting will be here. For now, anything that steadies you counts. /sos shows people you can talk to.
    .v2 = Let's leave applying for another day. Nothing is lost by waiting. /sos shows people to talk to.
posting-kept = We'll leave it there for today. What you wrote is in /history, and it isn't pressing.
    .v2 = That's enough of this for now. What you wrote is kept, and the rest can wait.

## The last posting. { $name } is its role, or the first thing it asks for.
posting-before = Your last posting was “{ $name }”. Shall we go on with its checklist, or take a new one?
    .v2 = “{ $name }” still has open steps. Go on with them, or begin with another posting?
    .title = Which posting
    .o-go-on = Go on with that one
    .o-new = A new posting
    .w-go-on = go on, yes, y, that one, checklist, continue
    .w-new = new, no, n, another, a new one
posting-all-done = That's the whole list ticked. It's ready to go out when you are.
    .v2 = Every step is done. Whether and when it goes out is up to you.

## What it is and what it asks for.
posting-aim = Which role is it? As the posting names it.
    .v2 = What does the posting call the role?
    .hint = A few words, such as “night porter”. You can also skip this.
    .title = The role
posting-aim-known = Which role is it? Tap it, or type what the posting calls it.
    .v2 = What does the posting call the role? One of these, or type it.
    .hint = A few words, such as “night porter”. You can also skip this.
    .title = The role
posting-paste = Paste the posting here, as long as it is. Or type the three to five main things it asks for, one per line.
    .v2 = Could you paste the text of the posting? The three to five main things it asks for will do too, one per line.
    .hint = Paste the text, or type one ask per line. You can also skip this.
    .title = The posting
posting-asks = These lines look like what they ask for. Which three to five matter most? Tap them, or type your own, one per line.
    .v2 = I picked out these lines. Which three to five decide, do you think? Type what I missed.
    .hint = Tap up to five and then Done, or type what they ask for, one per line.
    .title = What they ask for
posting-typed = I couldn't tell which lines say what they ask for. Could you type the three to five main ones, one per line?
    .v2 = That text didn't show me its main asks. Which three to five would you say, one per line?
    .hint = One ask per line, such as “two years in a kitchen”. You can also skip this.
    .title = What they ask for

## One ask after the other. { $ask } stands above every question about it.
posting-ask-in-view = <b>{ $ask }</b>
posting-can = Can you show that?
    .v2 = And this one: can you show it?
    .v3 = What about this?
    .title = Can I show it
    .o-yes = Yes, with an example
    .o-bit = A bit
    .o-not-yet = Not yet
    .w-yes = yes, y, yeah, sure, i can
    .w-bit = a bit, bit, partly, some, kind of, sort of
    .w-not-yet = no, n, not yet, nope, not really, never
posting-example-yes = Your example, in one line: what you did, and what came of it. A number helps if you have one.
    .v2 = One line on when you did that: what you did, then the result.
    .v3 = What did you do, and what could people see after?
    .hint = One line, such as “Planned shifts for 12 people, no gaps in a year”. You can also skip this.
    .title = My example
posting-example-bit = What comes closest? One line: what you did, and what came of it.
    .v2 = Which thing you did is nearest to it? One true line.
    .v3 = Name the nearest thing you've done, and its result.
    .hint = One line, such as “Helped with the till on Saturdays”. You can also skip this.
    .title = My example

## What cannot be shown yet.
posting-which-gap = You marked some as “not yet”. Is there one you'd like to do something about?
    .v2 = Some are a “not yet”. Which one shall we look at, if any?
    .title = Which gap
    .o-leave = None of them
    .w-leave = none, no, n, leave, skip them
posting-gap = That one is a “not yet”. An honest line in the letter, a plan to get nearer to it, or not today?
    .v2 = For this gap: one honest line for the letter, a plan, both, or not today?
    .title = The gap
    .o-line = An honest line
    .o-plan = A plan
    .o-both = Both
    .o-leave = Not today
    .w-line = line, honest line, letter
    .w-plan = plan, a plan, learn it
    .w-both = both, yes, y
    .w-leave = leave, leave it, no, n, nothing, none
posting-honest = How would you put it, true and short? What you lack, and what you have or do about it.
    .v2 = One honest line for the letter: what's missing, and what you bring in its place.
    .hint = One line, such as “I haven't led a team yet, but I've trained three new starters”.
    .title = Honest line
    .o-not-yet = I have not yet …
    .o-near = What comes near is …
    .o-learning = I am learning …

## What goes where.
posting-place = And why this place? One true line for the start of the letter.
    .v2 = What draws you to this one? A line that would not fit any other place.
    .hint = One line, such as “Your ward lets nurses plan the week”. You can also skip this.
    .title = Why this place
# The sheet to copy. { $top }, { $below }: what can be shown, one a row. { $named }, { $more }, { $told } and { $gaps }
# are 0 where there is nothing to say.
posting-sheet =
    CV, top third
    { $named ->
        [0] • The role, as they name it
       *[other] • { $role }
    }
    { $top }{ $more ->
        [0] {""}
       *[other] {"\u000A\u000A"}CV, further down{"\u000A"}{ $below }
    }{"\u000A"}
    Letter, first two lines
    { $told ->
        [0] • Why this place
       *[other] • { $place }
    }
    • { $match }{ $gaps ->
        [0] {""}
       *[other] {"\u000A\u000A"}Letter, further down{"\u000A"}• { $honest }
    }
posting-summary = This is what goes where, in your words. A tap copies it. Type it anew if it should read differently.
    .v2 = What to put where, from what you told. You can copy it, or send it back changed.
    .hint = Tap to keep it, or send the whole sheet the way you want it.
    .title = What goes where

## The checklist.
posting-step-top = • CV, top third: the role, three best matches.
    .row = —
posting-step-number = • CV: each match shows a number or result.
    .row = —
posting-step-words = • CV: their words, where they're true.
    .row = —
posting-step-opening = • Letter, first lines: why this place, one match.
    .row = —
posting-step-page = • Letter: one page.
    .row = —
posting-step-eyes = • A second pair of eyes on both.
    .row = —
posting-step-file = • File names and contact details.
    .row = —
posting-checked = Which of these are done? The rest can follow later.
    .v2 = What's done already? Tap it; the rest stays open.
    .hint = Tap what is done and then Done. You can also skip this.
    .title = Checklist
    .o-top = CV: role, matches
    .o-number = CV: numbers, results
    .o-words = CV: their words
    .o-opening = Letter: first lines
    .o-page = Letter: one page
    .o-eyes = Second pair of eyes
    .o-file = Names and details
    .o-none = None yet
    .w-none = none, no, n, nothing, not yet
posting-left = Which of these are done by now?
    .v2 = What has been done since? Tap it.
    .hint = Tap what is done and then Done. You can also skip this.
    .title = Checklist
    .w-none = none, no, n, nothing, not yet

## The end.
posting-end = It's kept in /history, and /posting goes on with the list.
    .v2 = That's written down. /posting brings the checklist back when you want it.
posting-left-it = Then we leave it. /posting is here when a posting calls for it.
    .v2 = That's fine, nothing is written down. Come back to /posting at any time.
