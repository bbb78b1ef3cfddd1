### Burn the reply: write what one would love to send. It is checked for signs that help is needed, and never kept.

burn-letter = Write the answer you'd love to send them. Be as unfair as you like: they will never see it. I keep none of it, and I delete your message from this chat.
    .v2 = Say it all: everything you would never send. I don't keep a word of it, and I take your message out of this chat.
    .title = The burnt reply
burn-burnt = It's burnt. I kept no word of it.
    .v2 = Gone. Not a word of it is kept.
burn-still-there = Telegram would not let me delete your message. I kept nothing, but it still stands in this chat. To clear it: press and hold it, then tap Delete.
    .v2 = One thing: I could not take your message out of the chat. Nothing of it is kept, but to clear it, press and hold it and tap Delete.
burn-reply = The one above you can really send, tomorrow if you like. Tap and hold to copy it, and fill in the brackets. You can also type your own.
    .v2 = If you want to answer them at all, the one above is safe to send. A night's sleep first does no harm. Fill in the brackets; type to change it.
    .title = The reply to send
    .hint = Tap a button, or send me your own version of the text.
    .o-take = I'll use this
    .o-none = I won't reply
    .w-take = take, yes, y, ok, keep, good, use it, thanks
    .w-none = none, no, n, nothing, no reply
# About eighty words. Thanks, accepts the decision, does not argue, asks nothing.
burn-draft = Dear [name],

    Thank you for letting me know about the role of { $role }. It's not the news I hoped for, but I accept your decision and thank you for the time you and the team at { $company } gave me.

    I enjoyed learning about your work. If a role comes up later that you think would suit me, I would be glad to hear from you.

    I wish you and the person you chose a good start.

    Kind regards,
    { "[your name]" }
burn-blank-role = { "[role]" }
burn-blank-company = { "[company]" }
burn-taken = It's yours. There's no hurry to send it.
    .v2 = Keep it until you're ready. Tomorrow is early enough.
burn-unsent = That's fine. No reply is an answer too.
    .v2 = You don't owe anyone a reply.
