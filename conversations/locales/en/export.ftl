### /export: everything we hold, as one file.

export-title = Export
    .command = Get everything you wrote as a file
export-sure = I'll send one zip file with everything kept about you: a diary to read, and the same as data. Anyone who opens this chat can open it. Send it now?
    .v2 = You get one zip file: a diary to read, and all data. It will lie open in this chat. Shall I send it?
    .title = Send it?
    .o-yes = Send it
    .o-no = Not now
    .w-yes = y, yes, yeah, yep, sure, ok, okay, please, send, send it
    .w-no = n, no, nope, not now, later
export-coming = It is on its way.
    .v2 = I am putting it together; it comes in a moment.
export-not = All right, nothing is sent.
    .v2 = Fine, another time.
# Telegram would not take the file.
export-failed = The file did not get through; Telegram would not take it. Nothing is lost. Please try /export again later.
