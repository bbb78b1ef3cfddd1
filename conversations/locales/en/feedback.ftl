### /feedback: asking an employer for advice after a rejection, and the life of that request.
### Silence is normal and not a verdict; asking again and again is not offered. The person sends; we never do.

feedback-title = Ask for advice
    .command = Ask the employer for advice
feedback-another-day = Asking an employer can wait. Nothing is lost by a few days, and /feedback keeps its place. For now, anything that steadies you counts. /sos shows people you can talk to.
    .v2 = Let's leave the employer for another day. /feedback will be here. /sos shows people you can talk to.
feedback-kept = It's kept as it stands. It will be here with /feedback when you want it.
    .v2 = We'll leave it there for today. The draft is kept, and /feedback brings it back.

feedback-begin = Let's draft a short message that asks them for advice. You send it, if you want to.
    .v2 = We'll write a few lines asking for advice. Whether you send them is yours to say.

## Which rejection.
feedback-which = Which rejection is it about?
    .v2 = Which one would you like to ask about?
    .title = Which one
    .o-another = Another one
    .w-another = another, another one, new, a new one, other, none of these
feedback-nameless = A job without a name
feedback-of-day = The news of { $day }
feedback-felt = The news of { $day } ({ $feeling })
feedback-role = Which job was it? Just its title.
    .v2 = What was the role? The title is enough.
    .title = Role
feedback-job-name = The letter names the job as you type it. Just the title, as the advert had it?
    .v2 = For the letter: what's the plain title of the job?
    .title = Job title
feedback-company = And which company or place?
    .v2 = Who was it with?
    .title = Company
feedback-on = When did you hear from them?
    .v2 = When did the news come?
    .title = When
feedback-stage = How far did it go?
    .v2 = How far did you get with them?
    .title = How far it went
    .o-applied = I only applied
    .o-screen = A first call
    .o-interview = An interview
    .o-task = A task or test
    .o-final = The final round
    .w-applied = applied, application, just applied
    .w-screen = screen, screening, first call, phone screen
    .w-interview = interview, interviewed, an interview
    .w-task = task, test, assessment, case, homework
    .w-final = final, last round, final round, last

## Nobody to ask: an automatic mail after a mere application.
feedback-nobody = After an application alone, there's mostly nobody who could say more: a filter or a quick look decided. Your time is better spent on the next one. What would you like?
    .v2 = If you only applied, no one there knows you well enough to give advice. What would help instead?
    .title = Nobody to ask
    .o-met = I did talk to someone
    .o-cv = Tailor my CV
    .o-enough = Enough for now
    .w-met = met, i talked to someone, i did talk to someone, ask anyway
    .w-cv = cv, my cv, resume, tailor
    .w-enough = enough, nothing, no, stop
feedback-nobody-enough = All right. /feedback is here when there's somebody to ask.
    .v2 = Fine. If you talk to someone there, /feedback is the place.

## When to send. Best one or two days after the news; late after a week.
feedback-early = If you heard only today: draft it now if you like. It's best sent tomorrow or the day after, once it has settled.
    .v2 = If the news is from today, a draft is fine now, and sending it tomorrow works better.
feedback-early-heavy = You said it weighs a lot. A draft can be made now; let it lie at least one night before you send it.
    .v2 = It was heavy when you told me. Let's draft, and let it rest a night before it goes.
feedback-late = It's been more than a week, so they may remember less. It's still fine to ask; the letter says that it's late.
    .v2 = More than a week has passed. Some will still answer, and the letter mentions the delay.
# 71 % of candidates in North America got no feedback at all (ERE, 2022).
feedback-expect = Most people never hear back on this: in one large survey 71 in 100 got no feedback at all. Silence is common and says nothing about you.
    .v2 = A word on the odds: in one survey 71 in 100 got no feedback. If they stay silent, that's the usual case and no verdict.
feedback-called = Noted. If something useful was said, /reply has room for it while it's fresh.
    .v2 = That call is made. What they said can go into /reply before it fades.
feedback-sent = Noted as sent. If nothing comes, one short follow-up is fine from { $again }. On { $until } you can stop waiting. /waiting shows it.
    .v2 = Sent, then. From { $again } one follow-up is fine. On { $until } the waiting ends. /waiting keeps both days.
