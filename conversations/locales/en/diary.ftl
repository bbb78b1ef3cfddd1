### The readable diary inside an export. Headings and field names only: the rest is the person's own words.

diary-title = My Rebound diary
diary-intro = Everything you wrote down here, newest first. The file rebound.json beside this one holds the same and all the rest we keep, complete.

## Kinds of entries
diary-kind-application = A job I applied for
diary-kind-interview = An interview
diary-kind-question = A question they asked
diary-kind-status = News about an application
diary-kind-thought-record = A thought I looked at
diary-kind-problem = A problem I worked on
diary-kind-step = A small step
diary-kind-worry = A worry
diary-kind-win = A win
diary-kind-note = A note

## Fields
diary-field-role = Role
diary-field-company = Company
diary-field-status = Status
diary-field-heaviness = How heavy it was (0 to 10)
diary-field-feeling = In one word
diary-field-thought = The thought
diary-field-held = The balanced thought of before
diary-field-news = How the news came
diary-field-stage = How far it went
diary-field-taken = Would I have taken it
diary-field-on = When
diary-field-recall = What I remember
diary-field-round = Round
diary-field-well = What went well
diary-field-badly = What did not go well
diary-field-ease = How at ease I was (0 to 10)
diary-field-keep = What to keep
diary-field-result = What came of it
diary-field-predicted = How likely I thought a yes was (0 to 100)
diary-field-asked = What they asked
diary-field-said = What I said
diary-field-landed = What landed
diary-field-missing = What was missing
diary-field-went = How it went
diary-field-situation = What happened
diary-field-mood = Mood
diary-field-belief-before = How true it felt before (0 to 100)
diary-field-belief-after = How true it felt after (0 to 100)
diary-field-mood-before = How strong the mood was before (0 to 100)
diary-field-mood-after = How strong the mood was after (0 to 100)
diary-field-traps = Thinking traps
diary-field-evidence-for = What spoke for it
diary-field-evidence-against = What spoke against it
diary-field-lens = Another way to look
diary-field-lens-answer = What I saw
diary-field-balanced = A fair, balanced thought
diary-field-problem = The problem
diary-field-options = What I could do
diary-field-step = The step
diary-field-when = When
diary-field-worry = The worry
diary-field-ring = Whose hands it is in
diary-field-action = What I can do
diary-field-win = What went well
diary-field-note = Note

## Values that are chosen, not written
diary-values = —
    .o-rejected = turned down
