### /journal: an interview is written down. Free recall comes first; no praise, no verdict, nothing is counted.

journal-title = Interview journal
    .command = Write down how an interview went

## How much time there is.
journal-way = Let's write an interview down, whether it was today or years ago. The short version takes under three minutes. Which suits you?
    .v2 = An interview to write down, then, fresh or long past. Do you have three minutes for it, or more?
    .hint = Tap one, or type “short” or “long”. Nearly every question can be skipped.
    .title = Short or long
    .o-short = The short version
    .o-full = I have some time
    .w-short = short, quick, hurry, in a hurry, brief, three minutes, 3 minutes
    .w-full = full, long, time, all of it, more, everything
# In the days after crisis help: nothing about applying.
journal-another-day = Interviews can wait. What you remember of one can be written down another day: /journal will be here. For now, anything that steadies you counts. /sos shows people you can talk to.
    .v2 = Let's leave the interview for another day. /journal keeps its place, and nothing is lost by waiting. /sos shows people to talk to.
# The same, when something of it is written already.
journal-kept = We'll leave it there for today. What you wrote is kept in /history, and nothing about it is pressing.
    .v2 = That's enough of the interview for now. What you wrote is in /history, and the rest can wait.

## Which job, which round, when.
journal-job = Which job was it for? Tap one, or type the role if it's another.
    .v2 = Is it one of these jobs? Tap it, or type the role.
    .title = The job
    .o-another = Another job
    .w-another = another, another one, new, a new one, none of these, other
journal-role = What was the role? A word or two is enough.
    .v2 = Which role was it for?
    .title = Role
journal-company = And who was it with?
    .v2 = Which company or place was it?
    .title = Company
journal-round = Which round was it?
    .v2 = How far along was it?
    .title = Round
    .o-screen = A first call
    .o-interview = An interview
    .o-task = A task or test
    .o-final = The final round
    .o-other = Something else
    .w-screen = screen, screening, first call, phone screen, recruiter, phone
    .w-interview = interview, an interview, panel
    .w-task = task, test, assessment, case, homework
    .w-final = final, last round, final round, last
    .w-other = other, something else, else
journal-on = When was it? Tap a day or type one, such as “last Tuesday” or “March 2019”.
    .v2 = Which day was it, roughly? “3 weeks ago” is fine as well.
    .title = When

## Free recall, then what can be learnt from it.
journal-recall = Before I ask about anything: what do you remember of it? In any order, as it comes.
    .v2 = First, whatever comes back to you, in any order. I'll ask about single things later.
    .v3 = Tell it as it comes to mind, big things and small. I'll ask a little more after that.
    .hint = A few lines, or a single one. This is the part that fades first.
    .title = What I remember
journal-recalled = That's written down now, in your words.
    .v2 = I've put that down as you told it.
    .v3 = Noted, just as you said it.
# It names discrimination or harassment: believed, never weighed.
journal-believed = I've written that down as you told it. If you were treated worse because of who you are, that says nothing about how you did. We'll come back to it at the end.
    .v2 = I take that as you wrote it. Being treated like that isn't a fault in your answers. At the end I can name people who advise on it.
journal-well = What went well? A moment, an answer, something you noticed.
    .v2 = Was there a moment that went your way?
    .hint = One thing is plenty, such as “I asked about the team”. You can also skip this.
    .title = What went well
journal-well-one = One thing that went well: which one comes to mind?
    .v2 = Name one thing that worked. Which would it be?
    .hint = One line, such as “I kept my story short”. You can also skip this.
    .title = What went well
journal-badly = And what didn't go so well?
    .v2 = Where did it get stuck, or come out wrong?
    .hint = One thing is enough, such as “I rambled about my last job”. You can also skip this.
    .title = What did not
journal-feeling = How did you feel when it was over? Tap a word or type your own.
    .v2 = Which word comes closest to how you felt on the way out? Your own is fine.
    .hint = One word is enough. Tap one, or type your own.
    .title = How it felt
journal-ease = How at ease were you while it lasted? 0 is not at all, 10 is fully.
    .v2 = From 0 (not at all) to 10 (fully): how at ease were you in there?
    .title = How at ease
journal-keep = What would you like to keep for next time? One thing.
    .v2 = If you take one thing along to the next one, what is it?
    .hint = One line, such as “Have two questions ready”. You can also skip this.
    .title = What to keep

## Question by question.
journal-questions = Would you like to go through their questions one by one? It gives you the most to work with later.
    .v2 = We could take their questions one at a time, as many as you like. Shall we?
    .title = Their questions
    .o-yes = Yes, one by one
    .o-no = Not this time
    .w-yes = yes, y, yeah, ok, sure, one by one
    .w-no = no, n, nope, not now, not this time, no thanks
journal-asked = Which of their questions do you remember best? Write it roughly as they put it.
    .v2 = Take one question they asked. How did they put it, more or less?
    .hint = Roughly is fine, such as “Why do you want to leave?”
    .title = A question
journal-asked-next = Which one comes next?
    .v2 = And the next question?
    .v3 = What else did they ask?
    .hint = Roughly is fine, such as “Why do you want to leave?”
    .title = A question
# Stands above everything asked about this question. { $asked } is the question, in the person's words.
journal-asked-in-view = <b>{ $asked }</b>
# The question itself names something they should not have asked about.
journal-asked-believed = A question like that isn't about the work, so we won't weigh your answer.
    .v2 = That isn't a fair thing to ask, so there's nothing to mark in your answer.
journal-said = What did you say, in short?
    .v2 = How did you answer that one?
    .v3 = And your answer, as far as you recall it?
    .title = What I said
journal-landed = Which part of it landed? A nod, a note, a question back.
    .v2 = What in your answer seemed to reach them?
    .v3 = Was there a bit they took up?
    .hint = A few words, such as “the story about the audit”. You can also skip this.
    .title = What landed
journal-missing = What was missing, as you see it now?
    .v2 = What would you add today?
    .v3 = Is there something you'd put in if they asked again?
    .hint = A few words, such as “a number”. You can also skip this.
    .title = What was missing
journal-went = All in all, how did that one go?
    .v2 = And on the whole, that answer was …?
    .v3 = How would you call that one?
    .title = How it went
    .o-good = Good
    .o-mixed = Mixed
    .o-bad = Bad
    .w-good = good, well, fine, ok
    .w-mixed = mixed, so so, so-so, half, meh, both
    .w-bad = bad, badly, poor, awful, terrible
journal-another = Is there another question you'd like to look at?
    .v2 = One more of their questions?
    .v3 = Another one, or is that all?
    .title = Another question
    .o-yes = Yes, another
    .o-no = That's all
    .w-yes = yes, y, yeah, another, one more, more, sure, ok
    .w-no = no, n, nope, that's all, thats all, all, enough, done
# { $most } is a number.
journal-enough = That makes { $most }, and that's plenty for one sitting.
    .v2 = { $most } questions are enough for one go.

## What came of it, and the two-way street.
journal-result = Do you know by now what came of that round?
    .v2 = Have you heard back about that round?
    .title = What came of it
    .o-waiting = Not yet
    .o-on = A yes, or a next round
    .o-no = It was a no
    .o-other = Something else
    .w-waiting = waiting, not yet, no idea, still waiting, nothing yet, don't know
    .w-on = yes, passed, i passed, next round, offer, i got it
    .w-no = a no, rejected, rejection, turned down
    .w-other = other, something else, withdrew, i withdrew
journal-predicted = Then a guess, just for you: how likely is a yes, from 0 to 100? People often misjudge their own interviews. Later you can set this beside what came.
    .v2 = Before you hear: from 0 to 100, how likely do you think a yes is? It's kept, so you can compare it with what comes.
    .hint = A number from 0 (no chance) to 100 (certain). A rough guess is fine.
    .title = My guess
journal-taken-open = An interview is a two-way street. If they say yes, would you?
    .v2 = Choosing goes both ways. From what you saw, would you take it?
    .title = Would take it
    .o-yes = Yes
    .o-no = No
    .o-unsure = Not sure
    .w-unsure = not sure, maybe, dunno, i don't know, unsure, perhaps, depends
journal-taken = An interview is a two-way street. From what you saw of them, would you have taken it?
    .v2 = Choosing goes both ways. Knowing what you know now: would you have taken it?
    .title = Would have taken
    .o-yes = Yes
    .o-no = No
    .o-unsure = Not sure
    .w-unsure = not sure, maybe, dunno, i don't know, unsure, perhaps, depends

## The end.
journal-advice = Part of what you told isn't about how you did. Shall I name people who advise on that, most of them for free?
    .v2 = About the way you were treated: would you like to see who can advise you? Most of them do it for free.
    .title = Advice
    .o-yes = Yes, who advises
    .o-no = Not now
    .w-no = no, n, nope, not now, no thanks
journal-end = That's the interview written down, so you don't have to carry it in your head. It's in /history, where you can change or add to it.
    .v2 = It's all down. /history has it whenever you want to look at it or change a line.
journal-end-short = That's enough to remember it by. It's in /history, where you can add more when there's time.
    .v2 = It's written down. If more comes back to you, open it in /history and add it.
journal-end-no = It's all down, and /history has it. If that no still weighs on you, /rejected is a place to take it.
    .v2 = That's written down now; you find it in /history. For the no itself there is /rejected, if and when you like.
