### /delete: shows what there is, asks once, erases. Claims no more than is true (PRODUCT.md, section 5).

delete-title = Delete everything
    .command = Erase everything about you
delete-what = This is what I hold:
delete-settings = your settings and open conversations
# One kind of entry with its count.
delete-count = • { $what }
delete-kinds = —
    .o-application = { $count ->
        [one] one job
       *[other] { $count } jobs
      }
    .o-status = { $count ->
        [one] one rejection
       *[other] { $count } rejections
      }
    .o-thought-record = { $count ->
        [one] one thought record
       *[other] { $count } thought records
      }
    .o-problem = { $count ->
        [one] one problem
       *[other] { $count } problems
      }
    .o-step = { $count ->
        [one] one step
       *[other] { $count } steps
      }
    .o-worry = { $count ->
        [one] one worry
       *[other] { $count } worries
      }
    .o-win = { $count ->
        [one] one win
       *[other] { $count } wins
      }
    .o-note = { $count ->
        [one] one note
       *[other] { $count } notes
      }
delete-limits = I erase all of it from our database at once. If an older backup is ever restored, it is erased there again. In this chat I can delete only my own messages of the last 48 hours. Telegram keeps the rest until you clear the chat yourself.
delete-sure = Erase everything? It cannot be undone. /export first, if you want a copy.
    .v2 = Shall I erase all of it for good? /export gives you a copy first.
    .title = Erase everything?
    .o-yes = Erase everything
    .o-no = Keep it
    .w-yes = erase everything, delete everything, yes erase everything, yes delete everything
    .w-no = n, no, nope, keep, keep it
    .hint = Please tap one of the two, or type “erase everything” or “keep it”.
delete-coming = I am erasing it now. To clear the rest, open this chat's menu in Telegram and choose “Delete chat” or “Clear history”.
delete-kept = Nothing is erased.
    .v2 = All right, everything stays.
