### The fourteen thinking traps. Each: its name (24 characters at most), what it means in one plain sentence, one example
### after a rejection, and one good question to ask of such a thought. They are offers: the person decides whether one fits.

trap-all-or-nothing = All or nothing
    .meaning = Something is either perfect or worthless, with nothing in between.
    .example = “I fluffed one answer, so the whole interview was a disaster.”
    .question = If you put it on a scale from 0 to 100, where would it really be?

trap-overgeneralization = Always and never
    .meaning = One event, or a few, become a rule that is always true.
    .example = “I always get rejected.”
    .question = When was there even one time that did not fit this rule?

trap-mental-filter = One detail only
    .meaning = One bad detail fills the whole picture and the rest drops out of sight.
    .example = “All I can think of is the question I got wrong.”
    .question = What else happened in that hour that a camera would have seen?

trap-disqualifying-positive = Good doesn't count
    .meaning = Good things are waved away as luck, politeness or nothing special.
    .example = “I only got to the final round because they needed numbers.”
    .question = What would you say to a friend who waved away the same good thing?

trap-mind-reading = Mind reading
    .meaning = You take it as fact that you know what others think.
    .example = “They thought I was too old.”
    .question = What did they really say or do, and what else could it mean?

trap-fortune-telling = Fortune telling
    .meaning = A guess about the future is treated as if it had already happened.
    .example = “I will never find a job.”
    .question = How often did a prediction like this come true, and how often not?

trap-catastrophizing = Worst case
    .meaning = The mind jumps to the worst thing that could come of it.
    .example = “That was my only chance, my career is over.”
    .question = What is the worst, the best and the most likely way this goes on?

trap-minimization = Making it small
    .meaning = What you did, or what you feel, is made smaller than it is.
    .example = “I just ran the night shift for six years, nothing special.”
    .question = What would it look like to someone who had never done it?

trap-emotional-reasoning = Feeling as proof
    .meaning = A feeling is taken as proof that something is true.
    .example = “I feel like a fraud, so I must be one.”
    .question = What would you believe about this on a day when you felt better?

trap-should-statements = Shoulds and musts
    .meaning = A strict rule says how you, or others, have to be.
    .example = “I should be over this by now.”
    .question = What if it read “I would have liked to” instead of “should”?

trap-labeling = Labelling
    .meaning = One event turns into a name for the whole person.
    .example = “I'm a failure.”
    .question = What happened, in one sentence, without the label?

trap-personalization = It's all on me
    .meaning = You take the blame for something that had many causes.
    .example = “They cancelled the role because of me.”
    .question = What else had a part in this, and how big was each part?

trap-blaming = All their fault
    .meaning = One other person or thing gets the whole blame, and your own room to act drops out of sight.
    .example = “It's all the recruiter's fault.”
    .question = Whoever was at fault: which part of what comes next is in your hands?

trap-comparing = Unfair comparison
    .meaning = You hold your hardest moment against other people's best side.
    .example = “Everyone from my course has a job except me.”
    .question = What do you not see of their story, and how far have you come in yours?
