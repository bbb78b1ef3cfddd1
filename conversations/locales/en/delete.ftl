### /delete: shows what there is, asks once, erases. Claims no more than is true (PRODUCT.md, section 5).

delete-title = Delete everything
    .command = Erase everything about you
delete-what = This is what I hold:
delete-settings = your settings and open conversations
# One kind of entry with its count.
# Lines with .row stand right below each other.
delete-count = • { $what }
    .row = —
delete-kinds = —
    .o-application = { $count ->
        [one] one job
       *[other] { $count } jobs
      }
    .o-interview = { $count ->
        [one] one interview
       *[other] { $count } interviews
      }
    .o-question = { $count ->
        [one] one interview question
       *[other] { $count } interview questions
      }
    .o-status = { $count ->
        [one] one rejection
       *[other] { $count } rejections
      }
    .o-request = { $count ->
        [one] one request for advice
       *[other] { $count } requests for advice
      }
    .o-reply = { $count ->
        [one] one reply
       *[other] { $count } replies
      }
    .o-waiting = { $count ->
        [one] one wait for an answer
       *[other] { $count } waits for an answer
      }
    .o-plan = { $count ->
        [one] one plan
       *[other] { $count } plans
      }
    .o-thought-record = { $count ->
        [one] one thought record
       *[other] { $count } thought records
      }
    .o-rerating = { $count ->
        [one] one second look
       *[other] { $count } second looks
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
    .o-values = { $count ->
        [one] one look at your values
       *[other] { $count } looks at your values
      }
    .o-direction = { $count ->
        [one] one direction
       *[other] { $count } directions
      }
    .o-contact = { $count ->
        [one] one message to a contact
       *[other] { $count } messages to contacts
      }
    .o-posting = { $count ->
        [one] one posting
       *[other] { $count } postings
      }
    .o-note = { $count ->
        [one] one note
       *[other] { $count } notes
      }
# What stays, and what a bot can take back in a private chat (Bot API, deleteMessage): PRIVACY.md says the same.
delete-limits = All of it goes from our database at once; an older backup, if ever restored, is cleared of you again. All that stays for this is a code that does not show who you are.

    In this chat I can take back messages of the last 48 hours, yours and mine. Telegram keeps older ones until you clear the chat.
delete-sure = Erase everything? It cannot be undone. /export first, if you want a copy.
    .v2 = Shall I erase all of it for good? /export gives you a copy first.
    .title = Erase everything?
    .o-yes = Erase everything
    .o-no = Keep it
    .w-yes = erase everything, delete everything, yes erase everything, yes delete everything
    .w-no = n, no, nope, keep, keep it
    .hint = Please tap one of the two, or type “erase everything” or “keep it”.
# The last message, when all is gone and nobody is known any more.
delete-done = All that was kept about you here is erased: entries, answers, plans and settings. I asked Telegram to take back this chat's messages of the last 48 hours.

    To clear the rest, open this chat's menu in Telegram and choose “Clear history” or “Delete chat”. If you write again, we begin as strangers: /start.
delete-kept = Nothing is erased.
    .v2 = All right, everything stays.
