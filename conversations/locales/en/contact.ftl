### /contact: a first message to somebody who could help. Its sentences stand in feedback_blocks.toml, the review in
### letter.ftl. Nothing is ever sent from here.

contact-title = Write to a contact
    .command = Draft a first message to a contact

# In the days after crisis help: nothing about work to look for.
contact-another-day = Writing to people about work can wait for another day; /contact will be here. If you'd like company right now, a friend counts more than a contact. /sos shows people to talk to.
    .v2 = Let's leave contacts for another day. Nothing is lost by waiting. /sos shows people you can talk to.
contact-kept = We'll leave it there for today. The draft is kept in /history, and it isn't pressing.
    .v2 = That's enough of this for now. Your draft is in /history and can wait.

## A draft of the last time. { $who } is their name.
contact-before = Last time you drafted a message to { $who }. Did it go out?
    .v2 = Your message to { $who } is still a draft here. Did you send it?
    .title = The last draft
    .o-sent = I've sent it
    .o-again = Show it again
    .o-new = Write to someone else
    .o-dropped = Let that one go
    .w-sent = sent, yes, y, it did, i sent it
    .w-again = again, show, show it, look, no, n, not yet
    .w-new = new, someone else, another
    .w-dropped = drop, let go, let it go, forget it
contact-before-nameless = Last time you drafted a message to a contact. Did it go out?
    .v2 = There's still a draft of yours to a contact here. Did you send it?
    .title = The last draft
    .o-sent = I've sent it
    .o-again = Show it again
    .o-new = Write to someone else
    .o-dropped = Let that one go
    .w-sent = sent, yes, y, it did, i sent it
    .w-again = again, show, show it, look, no, n, not yet
    .w-new = new, someone else, another
    .w-dropped = drop, let go, let it go, forget it
contact-now-sent = Noted as sent. People are busy, so no answer would say nothing about you. /contact is here for the next one.
    .v2 = That one is out, then. An answer may take a while, or not come; that's usual. /contact helps with the next.
contact-now-dropped = Then it's let go. It stays in /history in case you change your mind.
    .v2 = That's fine, it's put to rest. You still find it in /history.

## The ingredients.
contact-who = Who could help: a mentor, someone in the trade, someone you met? Type the name you'd greet them with. I only draft; you send it.
    .v2 = Who would you like to write to? Just the name, as you'd greet them. It's only a draft until you send it yourself.
    .hint = Just the name, such as “Amir” or “Ms Okafor”. You can also skip this.
    .title = Their name
contact-known = How do you know of each other?
    .v2 = Where do you know them from?
    .title = How we met
    .o-worked = We worked together
    .o-event = We met at an event
    .o-friend = Through a friend
    .o-online = I found them online
    .o-unknown = We haven't met
    .w-worked = worked, work, colleague, former colleague, old boss
    .w-event = event, fair, meetup, talk, conference
    .w-friend = friend, through a friend, family, neighbour
    .w-online = online, linkedin, internet, profile
    .w-unknown = not at all, unknown, stranger, no, we haven't
contact-link = What connects you? One true line. “I write to you because of …”
    .v2 = Which true thing links the two of you? It ends the line: “I write to you because of …”
    .hint = A few words, put in just as you type them, such as “your talk on night buses”. You can also skip this.
    .title = What connects us
contact-ask = Which one small thing would you ask for? Something they can do in a few minutes gets more answers.
    .v2 = What's the one thing you'd ask? The smaller it is, the easier it is to say yes.
    .hint = Tap one, or type one question of your own.
    .title = What I ask for
    .o-advice = One piece of advice
    .o-look = A look at my CV
    .o-talk = A short talk
    .o-introduction = A person to talk to
    .w-advice = advice, a tip, tip
    .w-look = look, cv, my cv, resume, résumé
    .w-talk = talk, call, coffee, chat, a call
    .w-introduction = introduction, intro, introduce me, a name, contact
contact-channel = How would you send it?
    .v2 = Which way would it go?
    .title = How it goes
    .o-email = E-mail
    .o-linkedin = LinkedIn message
    .o-note = LinkedIn invite
    .w-email = email, e-mail, mail, by mail
    .w-linkedin = linkedin, linkedin message, message, inmail, dm
    .w-note = note, connection note, invite, linkedin invite, connection request
contact-aim = What are you aiming at? A role or a kind of work.
    .v2 = Which work are you looking for? A word or two.
    .hint = A role or a kind of work, such as “night porter” or “work with children”. You can also skip this.
    .title = What I aim at
contact-aim-known = What are you aiming at? Tap it, or type a role or a kind of work.
    .v2 = Which work are you looking for? One of these, or type another.
    .hint = A role or a kind of work, such as “night porter” or “work with children”. You can also skip this.
    .title = What I aim at

## The end.
contact-sent = Noted as sent. If no answer comes, it's most often a full inbox. You find the text in /history.
    .v2 = It's out, then; noted. Many people answer late or not at all, and that's no verdict. /history has the text.
contact-later = The draft is kept. Send it when you like, and tell me with /contact.
    .v2 = It waits here as a draft. /contact brings it back, also to say that you sent it.
