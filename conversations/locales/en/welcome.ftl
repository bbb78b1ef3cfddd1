### The first words, the home card and /help. What must be said here, and what must not, is in SAFETY.md.

# About 50 words on what this is and is not. The 18+ tap is the consent: before it nothing is kept.
welcome = Hello, I'm Rebound. I help you through the hours after a job rejection: short questions, a clearer head, one small step.

    I'm a program for self-help. This is not therapy and not for emergencies; /sos shows people you can talk to now. It is for adults. No human reads along.
    .o-adult-no = 18+, I just got a no
    .o-adult-else = 18+, something else
    .o-minor = Under 18
    .o-kept = What is kept?
# Above the welcome, when somebody writes before the 18+ tap.
welcome-first = Before we talk, please tap one of the buttons below. I have kept nothing of what you sent, so you can send it again then.
# After the crisis card, before the 18+ tap.
welcome-stopped = We stop here. /sos shows people you can talk to at any time; /start begins.
# Somebody taps “Under 18” on the old welcome card after having said 18+.
welcome-minor-late = Rebound is made for adults. If you are under 18, please stop here: /delete erases everything kept about you. These people are there for you:

home = What would help right now?
    .v2 = Where shall we start?
    .v3 = What would you like to do?

help = <b>Rebound</b> helps you through the hours and weeks after a job rejection. I'm a program for self-help: no therapy, not for emergencies, for adults. No human reads along. In an emergency, call your local emergency number; /sos shows people you can talk to now.

    Tap a button or just write; both work. You can go back, skip, change an answer or stop at any time.
# One line of the list of commands.
help-command = { $command } - { $meaning }
    .row = —
help-end = What is kept, and how to erase it: /privacy
