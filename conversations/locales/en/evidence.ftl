### What the person has recorded, as it is offered as evidence: how far an application went.

evidence = —
    .o-stage-screen = I got to a first call
    .o-stage-interview = I got an interview
    .o-stage-task = I got as far as a task
    .o-stage-final = I got to the final round
