### What every conversation has for free: going back, skipping, editing, stopping, and replies that could not be read.
### A line that starts with `engine-old-button` or `engine-answered-already` is a short notice over the chat:
### at most 180 characters.

## Labels that many questions share. `.w-…` lists other words people type for the same option.
options = —
    .o-yes = Yes
    .o-no = No
    .o-today = Today
    .o-yesterday = Yesterday
    .o-tomorrow = Tomorrow
    .o-in-a-week = In a week
    .o-keep = Keep it like this
    .w-yes = y, yes, yeah, yep, yup, sure, ok, okay, please, of course
    .w-no = n, no, nope, nah, not really, no thanks
    .w-tomorrow = tmrw, tomorow, tmr
    .w-in-a-week = next week, a week, a week from now
    .w-gb = united kingdom, great britain, britain, england, scotland, wales, northern ireland
    .w-us = united states, united states of america, america, us
    .w-nl = the netherlands, holland
    .w-tr = turkey
    .w-ch = schweiz, suisse
    .w-de = deutschland
    .w-at = österreich
    .w-es = españa
    .w-br = brasil
    .w-mx = méxico

## Buttons under every question. `.w-…` lists what people type for them; it counts only as the whole message.
engine-controls = —
    .o-back = ‹ Back
    .o-skip = Skip ›
    .o-done = Done ✓
    .o-same = Keep my answer
    .o-more = More ⋯
    .o-edit = Change an answer
    .o-undo = Undo
    .o-later = Later
    .o-cancel = Stop
    .o-less = ‹ Close
    .o-copy = Copy it
    .w-back = back, go back, previous
    .w-skip = skip, skip this, skip it, pass
    .w-undo = undo
    .w-cancel = cancel, stop, quit, exit
    .w-edit = edit, change an answer
    .w-later = later, continue later, not now
    .w-done = done, finished, that's all, that is all
    .w-same = same, keep it, keep my answer

# `.names`: number words, from zero. `.after`: words that may follow a number which is an answer ("7 out of 10"), and
# not a count of something ("3 applications").
engine-numbers = —
    .after = out, of, or, to, i, it, its, it's, maybe, because, cos, but, and, right, today, now, ish, at, as, for, points, point, percent, probably, really, so, this, though, with, when, since, if
    .names = zero, one, two, three, four, five, six, seven, eight, nine, ten

## Changing an answer.
engine-edit = Which answer would you like to change?
    .v2 = Which one shall we change?
    .o-stay = None, go on

# Stands in the list of answers for a question that was left out.
engine-skipped = (skipped)

# { $words } is the edited message, cut short.
engine-reword = You edited your message. Shall I take the new wording, “{ $words }”, as your answer?
    .v2 = I see you edited that message. Use “{ $words }” as your answer instead?
    .o-take = Yes, take the new one
    .o-leave = No, leave it
engine-reworded-not = The new wording does not fit that question any more, so I left your answer as it was.
engine-edited-old = That message is a while back, so your edit changed nothing here. To change an answer, use “Change an answer” under “More”, or /history.

## Stopping, pausing, going on.
# { $title } is the name of the conversation.
engine-cancel = Shall we stop “{ $title }” here? You can keep what you wrote, or throw it away.
    .v2 = Stopping “{ $title }” is fine. Keep what you wrote so far, or throw it away?
    .o-keep = Stop, keep what I wrote
    .o-discard = Stop, throw it away
    .o-stay = Go on
engine-stopped-kept = Stopped. What you wrote is kept; /history shows it.
    .v2 = All right, we stop here. You find what you wrote in /history.
engine-stopped-discarded = Stopped. What you wrote here is thrown away.
    .v2 = All right, we stop here. Nothing of it is kept.
# A conversation came to its end without a word of its own.
engine-over = All right. Write whenever you like; /help shows what there is.
    .v2 = Fine. You can write at any time; /help shows what there is.
# Something in which nothing was written is closed.
engine-closed = Closed.
    .v2 = All right, closed.
engine-later = It waits for you. /continue brings it back whenever you like.
    .v2 = Put aside. There is no hurry: /continue brings it back.
engine-aside = “{ $title }” is still half done. It can wait, or we can go on with it now. Which do you prefer?
    .v2 = By the way: “{ $title }” is waiting. Would you like to go on with it, or let it rest?
    .o-drop = No, let it go
engine-aside-go = Go on: { $title }
engine-aside-dropped = All right, I will not ask again. What you wrote there is kept in /history.
engine-again = You began “{ $title }” before. Go on where you were, or begin anew?
    .v2 = “{ $title }” is half done. Go on with it, or start a new one?
    .o-go = Go on
    .o-new = Begin anew
engine-here-already = That is what we are doing right now. Here is the question again.
    .v2 = We are in the middle of it. This is where we were.
engine-nothing-aside = Nothing is waiting for you. What would you like to do?
engine-nothing-open = Nothing is open at the moment. What would you like to do?
    .v2 = There is nothing open right now. Where shall we go?
engine-hello-again = Good to see you again.
    .v2 = Hello again.

## Controls that lead nowhere now.
engine-no-back = This is the first question, so there is nothing to go back to.
    .v2 = There is no earlier answer to go back to.
engine-no-skip = I need a short answer here. /later puts it aside, /cancel stops.
    .v2 = This one cannot be skipped. /later puts it aside, /cancel stops.
engine-no-undo = There is nothing to undo.
    .v2 = Nothing to undo just now.
engine-no-edit = There is no answer to change yet.
    .v2 = Nothing answered yet, so nothing to change.
engine-no-done = Nothing is chosen yet.
    .v2 = Choose at least one first.
engine-no-same = There is no earlier answer to keep here.

## Replies that could not be read. They stand above the question, which is shown again.
# { $low } and { $high } are the ends of a scale.
engine-unclear-empty = I could not read any words in that.
    .v2 = That came through empty.
engine-unclear-too-long = That is more than I can keep in one answer. Could you send the most important part?
    .v2 = That is too long for one answer. Which part matters most?
engine-unclear-forwarded = That looks like somebody else's message. Could you put it in your own words?
    .v2 = Forwarded words do not fit here. How would you put it?
engine-unclear-most = { $most ->
    [one] Only one of these fits here. Take the tick off first, or tap Done.
   *[other] Up to { $most } are enough. Take a tick off first, or tap Done.
  }
engine-unclear-own-too-long = A few words are enough here. Could you make it shorter?
    .v2 = Could you say that in one short line?
engine-unclear-choice = I am not sure which one you mean. Tap one, or type its number.
    .v2 = I could not match that. Tap a button, or type its number.
    .v3 = Which of these fits best? A tap or its number is enough.
engine-unclear-scale = A number from { $low } to { $high }, please.
    .v2 = Could you give me a number from { $low } to { $high }?
engine-unclear-date = I could not read that as a day. Try “yesterday”, “3 days ago” or “14 November”.
    .v2 = Which day was it? “Today”, “2 weeks ago” or “14 November” all work.
engine-unclear-coming = I could not read that as a day. Try “tomorrow”, “next Tuesday” or “14 March”.
    .v2 = Which day will it be? “Tomorrow”, “in 3 days” or “14 March” all work.
engine-unclear-past = That day has passed. Which day to come would suit?
engine-unclear-future = That day is still to come. Which day was it?
engine-unclear-confirm = Is that a yes or a no?
    .v2 = Yes or no?
engine-unclear-several = Tap the ones that fit and then Done, or type your own words.
    .v2 = You can tap several and then Done, or type your own.
engine-unclear-pick = Tap one, or use a word of your own.
    .v2 = One of these, or your own word.
engine-unclear-review = Tap a button to go on, or send the text the way you want it.
    .v2 = If it is fine, tap a button. If not, send your version.
engine-unclear-text = A few words of your own, please.
    .v2 = Just write what comes to mind.
engine-words-please = I can only read text. Could you put it into words? I have not kept what you sent.
    .v2 = I cannot open that, and I have not kept it. A few written words work best.
engine-starter = Go on from “{ $words } …”
    .v2 = “{ $words } …” - how does it end?
engine-appended = I have added that to your answer.
    .v2 = Added to what you wrote.
engine-unknown-command = I do not know that command. /help lists the ones I do.
    .v2 = That is not a command of mine. /help shows them all.

## Short notices over the chat after a tap.
engine-old-button = That button is from before, so it changed nothing.
engine-answered-already = That one is answered already. The newest question is below.
engine-most = { $most ->
    [one] You can choose one.
   *[other] You can choose up to { $most }. Tap one again to take it off.
  }

## Meanings of the commands that are not conversations, for the menu and /help: at most 40 characters.
command-start = Begin, or see where we were
command-help = What I can do
command-continue = Go on with what you put aside
command-back = One question back
command-skip = Leave this question out
command-undo = Take the last step back
command-edit = Change an earlier answer
command-later = Put this aside for later
command-cancel = Stop what is open
command-sos = People you can talk to now

# The answer given before, above a question that is asked again; { $words } is cut short.
engine-before = Before, you wrote: “{ $words }”
    .v2 = Your answer so far: “{ $words }”

# Something failed on our side; the message was not handled.
engine-broken = Something went wrong on my side, and your last message was not kept. Please send it again, or try /cancel.

# The one line for a group.
engine-private-only = I only talk in private chats. Please write to me directly.
