### What is kept, in plain words. PRIVACY.md says the same at length; keep them in step.

# Shown before the 18+ tap and as the first message of /privacy.
privacy = <b>What is kept.</b> Your answers and notes; your country and time zone once you name them; which wording you saw. For 48 hours the numbers of this chat's messages, so that /delete can take them back. After crisis help, until when I say nothing about applying (72 hours). Before the 18+ tap: only the numbers of you and your messages at Telegram, and the time.

    <b>How.</b> Everything you write is encrypted in our database. Whoever runs this bot holds the key and could read it; no person reads along. Nothing is sold or passed on.

    <b>Yours.</b> /export sends you all of it. /history deletes one entry, /delete all of it. Only a code stays that does not show who you are, so that an old backup cannot bring you back.

    <b>Telegram</b> keeps this chat on its own servers, under its own rules. A bot chat is not end-to-end encrypted.
privacy-title = Privacy
    .command = What is kept, and how to erase it
privacy-next = Is there something you would like to do?
    .v2 = Anything to do about it now?
    .title = Next
    .o-export = Send me all of it
    .o-history = Look at single entries
    .o-delete = Delete everything
    .o-nothing = No, that's all
    .w-nothing = nothing, no, none, thanks, that is all, close
