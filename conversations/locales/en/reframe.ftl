### /reframe: a look at one hard thought, in seven columns. The thought stays in view on every step.
### Ratings are shown, never judged. Nothing is called wrong; the person decides.

reframe-title = Look at a thought
    .command = Look at a hard thought from all sides

## Which thought.
# { $thought } is the thought, in the person's words.
reframe-confirm = You wrote: “{ $thought }”

    Is that the thought to look at? If you'd put it differently, type it.
    .v2 = “{ $thought }”: shall we look at that one? You can type it anew if it sounds different in your head.
    .title = The thought
    .o-that = Yes, that one
    .w-that = yes, y, yeah, ok, sure, that one
reframe-carried = From your last no, this thought is still open: “{ $thought }”

    Shall we look at that one? You can also type another.
    .v2 = Last time you wrote: “{ $thought }”. That one, or another? Just type it, if another.
    .title = The thought
    .o-that = That one
    .o-another = Another one
    .w-that = yes, y, yeah, ok, sure
    .w-another = no, n, another, other, a different one
reframe-situation = What happened? Only what a camera would have seen: when, where, who said what.
    .v2 = Begin with the scene, as a camera would show it. What happened, and when?
    .hint = For example: “On Monday at nine I got an e-mail saying they chose someone else.”
    .title = What happened
# { $word } is a word of judgement the person used, such as “unfair”.
reframe-situation-hint = A small note: “{ $word }” is already a view of it; a camera would not see that. You can change it, or leave it as it is.
    .v2 = “{ $word }” may well be right, but it's a view and not the scene. Change it if you like; it's fine as it stands.
reframe-thought = Which thought hurts most? Write it just as it sounds in your head.
    .v2 = Of all that goes through your head: which sentence is the hardest? Write it as it is.
    .hint = One sentence about you, others or what's to come, such as “I'm not good enough”.
    .title = The thought
    .o-i-am = I am …
    .o-i-will-never = I will never …
    .o-they = They think …
    .o-now = Now I …
# Stands above every question from here on.
reframe-thought-in-view = <i>The thought: “{ $thought }”</i>

## Mood and belief.
reframe-mood = When that thought is there, what do you feel? One word.
    .v2 = Which feeling comes with it? One word is enough.
    .hint = One word for a feeling, such as “sad” or “angry”.
    .title = The feeling
# { $mood } is what they gave as a feeling but reads like a thought.
reframe-mood-hint = “{ $mood }” can stay just as it is. If one word like “hurt” comes to mind, you can still change it.
    .v2 = I've put down “{ $mood }”. It's often easier with a single word, such as “sad”. You can change it, or leave it.
# { $mood } is the feeling.
reframe-mood-before = How strong is it right now: “{ $mood }”? From 0 (not at all) to 100 (as strong as can be).
    .v2 = From 0 to 100, how strong is “{ $mood }” at this moment?
    .title = How strong
reframe-belief-before = How true does this thought feel right now? From 0 (not at all) to 100 (completely).
    .v2 = From 0 to 100, how much do you believe it at this moment?
    .v3 = If you go by your gut: how true does it feel, from 0 to 100?
    .title = How true it feels

## Thinking traps: offers, never verdicts.
reframe-trap-in-view = <b>{ $name }</b>, such as { $example }
reframe-traps = Does your thought sound like a common thinking trap? Tap it, or type your own name for it.
    .v2 = Nearly everybody falls into traps now and then. Is one at work here? You can also name your own.
    .hint = Tap the ones that fit and then Done, or type your own.
    .title = Thinking traps
    .o-true = It may well be true
    .o-none = None of these
    .w-true = true, its true, it's true, it is true, it may be true
    .w-none = none, no, n, nothing, none fits
reframe-trap-named = <b>{ $name }</b>: { $meaning } Very common after a no.
    .v2 = <b>{ $name }</b>. { $meaning } Hardly anyone is free of it.
reframe-check = Shall we check this thought against the facts? Or may it well be true?
    .v2 = Some hard thoughts are partly off, and some are simply true. Which way shall we take this one?
    .title = Check or true
    .o-check = Let's check it
    .o-true = It may well be true
    .w-check = check, check it, facts, y, yes
    .w-true = true, its true, it's true, it is true

## Facts for and against.
reframe-for = What speaks for it? One fact will do: something a camera would have seen.
    .v2 = Give the thought its due first. Which fact speaks for it?
    .hint = One fact, such as “I could not answer the question on budgets.”
    .title = Speaks for it
reframe-against = And which fact speaks against it? Even a small one counts.
    .v2 = Now the other side. Which fact doesn't sit well with this thought?
    .hint = One fact, such as “They invited me back for a second talk.”
    .title = Speaks against it
    .o-asked = They asked me …
    .o-managed = I did manage to …
    .o-said = Somebody once said …
# Stands above the next question for each fact that the person wrote down before.
reframe-fact-in-view = • { $fact }
reframe-against-recorded = And what speaks against it? These are from your own records. Tap those that count here, or type another fact.
    .v2 = Now the other side, from what you've written down. Which of these doesn't sit well with the thought? You can add your own.
    .hint = Tap what counts and then Done, or type a fact of your own.
    .title = Speaks against it

## One good question.
reframe-lens-friend = If a good friend had been turned down and said this to you, what would you tell them?
    .v2 = Picture a friend with this same thought. What would you say back?
    .title = To a friend
reframe-lens-hands = They had reasons you can't see: budget, timing, another person's past. What in this was out of your hands?
    .v2 = Choices like this hang on many things: needs, team, plans. Which of them could you not have changed?
    .title = Out of my hands
reframe-lens-feedback = Suppose this no were a note for next time and not a verdict. What would the note say?
    .v2 = If this were feedback rather than failure, what is the one thing it would tell you?
    .title = A note, no verdict
reframe-lens-two-way = Choosing goes both ways. What about this job or these people would not have suited you?
    .v2 = You were choosing too. What did you see there that you were not so sure about?
    .title = A two-way street

## The balanced thought.
reframe-balanced = Put both sides into one sentence you could believe, even on a bad day. It needn't be cheerful, just fair.
    .v2 = Now a fairer sentence, with both sides in it. Not a bright one: one that's true.
    .hint = For example: “I stumbled over one question, and they still asked me back twice.”
    .title = Fairer thought
    .o-even-though = Even though …
    .o-one-no = One no means …
    .o-i-cannot-know = I cannot know …
    .o-what-is-true = What is true is …
# One remark at most. { $balanced } is their sentence, { $word } the word the remark is about.
reframe-remark-absolute = “{ $balanced }”

    One thought: “{ $word }” is a big word, and big words are easy to doubt later. Would it hold better without it? Type it anew, or keep it.
    .v2 = “{ $balanced }”

    Would it still be true without “{ $word }”? Smaller words tend to hold longer. Type it anew, or keep it as it is.
    .title = Fairer thought
    .o-keep = Keep it as it is
    .w-keep = keep, keep it, yes, y, no, leave it, fine
reframe-remark-promise = “{ $balanced }”

    That's a hope, and hopes are fine. On a bad day a fact may carry you further. Could you put one in? Type it anew, or keep it.
    .v2 = “{ $balanced }”

    Nobody can be sure of that part, so your head may argue with it. Is there a fact it won't argue with? Type it anew, or keep it.
    .title = Fairer thought
    .o-keep = Keep it as it is
    .w-keep = keep, keep it, yes, y, no, leave it, fine
reframe-remark-fact = “{ $balanced }”

    It may hold better with one of the facts you named in it. Would you like to add one? Type it anew, or keep it.
    .v2 = “{ $balanced }”

    You named a fact a moment ago. Would this be easier to believe with that in it? Type it anew, or keep it as it is.
    .title = Fairer thought
    .o-keep = Keep it as it is
    .w-keep = keep, keep it, yes, y, no, leave it, fine
reframe-balanced-in-view = <i>Your fairer thought: “{ $balanced }”</i>

## Rating again.
reframe-belief-after = How true does the first thought feel now, from 0 to 100? Any number is fine.
    .v2 = Back to the first thought. How much do you believe it now, 0 to 100?
    .title = How true it is now
# { $mood } is the feeling.
reframe-mood-after = And how strong is “{ $mood }” now, from 0 to 100?
    .v2 = And “{ $mood }”: how strong is it now, 0 to 100?
    .title = How strong now
# Shown, not judged.
reframe-ratings = How true the thought feels: { $belief } before, { $belief_now } now. And “{ $mood }”: { $strength } before, { $strength_now } now.
    .v2 = Before: the thought at { $belief }, “{ $mood }” at { $strength }. Now: the thought at { $belief_now }, “{ $mood }” at { $strength_now }.
# It moved, and there is a fairer thought.
reframe-balanced-kept = Your fairer thought is kept. You'll find it in /history when the other one is loud again.
    .v2 = I've kept your fairer sentence, in your own words. It's in /history.
reframe-no-shift = It hasn't moved much, and that's no fault of yours. Some thoughts need another way in. One of these may do more.
    .v2 = Not much has shifted. That happens often with a fresh no. Something else may help more today.

## Two looks that moved little: another way first.
reframe-stuck = The last two looks at a thought didn't move much. That's common. Would you rather try something else this time?
    .v2 = Looking closely hasn't changed much lately, and it isn't the only way. Shall we try another?
    .title = Another way
    .o-other = Something else
    .o-look = Look all the same
    .w-other = yes, y, something else, other, ok, sure
    .w-look = no, n, look, look anyway
