### The words offered for a mood. Lower case: they are quoted in sentences.

feelings = —
    .o-flat = flat
    .o-hurt = hurt
    .o-angry = angry
    .o-ashamed = ashamed
    .o-anxious = anxious
    .o-sad = sad
    .o-relieved = relieved
    .o-numb = numb
    .o-hopeful = hopeful
    .o-calm = calm
