### What comes unasked. It shows on a lock screen: nothing of the person's, no job, no feeling, no number.
### Five wordings each, so that nobody reads the same one twice in a week.

due-re-rate-24h = The other day you took a close look at something. Two short questions would show whether it held. Is now a good time?
    .v2 = Since your last close look some time has passed. Shall we see if it still fits? It takes half a minute.
    .v3 = Here is the second half of what you began lately: a quick look back, two taps long.
    .v4 = What you wrote down here can be checked now, if you like. It's quick.
    .v5 = Time has had its turn with it. Would you look at it with me once more?
due-re-rate-7d = About a week ago you worked something out. Did it last? Answer two small questions, whenever you like.
    .v2 = After some days it's worth a glance at what you found back then. Half a minute is enough.
    .v3 = A piece of work is waiting for its final look. Two taps will do.
    .v4 = There's one more look to take at what you wrote a week back. Shall we?
    .v5 = A week can change how things sound. Would you like to check with me?
due-send-request = A draft of yours is still waiting here. Shall we look at it, or let it rest?
    .v2 = You left a message half done. Send it, change it or drop it: all three are fine.
    .v3 = There is a text you put aside the other day. Would you like to see it again?
    .v4 = Something you wrote hasn't gone out yet. It can stay that way, too. A quick look?
    .v5 = One piece of writing is on hold. Tap below to go on with it.
due-follow-up = It has been a few working days since you sent your message. One friendly follow-up would be fine now.
    .v2 = No news yet on what you sent? Today is a good day to ask once more, or to leave it.
    .v3 = If your message is still without an answer, a short second one fits now. I can draft it.
    .v4 = Some answers need a nudge. Shall we see where yours stands?
    .v5 = You set out to look at this again around now: has anything come back?
due-waiting-over = The day you chose has come: you can stop waiting now, if you like.
    .v2 = You gave the silence an end, and it has come. Shall we close it together?
    .v3 = The last day of waiting is here, as you set it. Let's look at it when you have a minute.
    .v4 = This is the date you put down for letting go. It can also be moved.
    .v5 = An open end can be closed now. How would you like to leave it?
due-plan = You had something planned around now. Did it happen, or shall it move? Either is fine.
    .v2 = One of your plans is up. How did it go?
    .v3 = A plan is here to be ticked off, moved or made smaller.
    .v4 = A small step of yours has come to its day. Have a look when it suits you.
    .v5 = That thing you meant to do: is it done, for later, or let go?
due-several = A few things have come up for you. Take one, or none; they keep.
    .v2 = There is more than one thing to look at. Pick whichever feels lightest.
    .v3 = Some notes of yours are due. One tap opens one; the rest can wait.
    .v4 = Several small things are ready when you are. No order, no hurry.
    .v5 = I've put together what is open right now. Choose what suits the day.
# The buttons below such a message.
due-open = —
    .o-rerate = Take a second look
    .o-rerate-of = Second look { $number }
    .o-request = See where it stands
    .o-request-of = My message { $number }
    .o-waiting = Look at the waiting
    .o-waiting-of = Waiting { $number }
    .o-plan = Look at the plan
    .o-plan-of = Plan { $number }
    .o-pause = Pause these
due-gone = What this was about is done or no longer there. Nothing is left to do.
    .v2 = That one is settled or has been deleted, so there's nothing to look at any more.
# When the next of them comes. { $when } is a weekday and an hour, { $city } stands for the time zone.
due-next = Next message from me: { $when } ({ $city }).
    .v2 = The next one comes { $when } ({ $city }).
due-when = { $weekday }, around { $time }
