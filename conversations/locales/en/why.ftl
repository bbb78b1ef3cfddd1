### /why: why a no stings, with sources. Say no more than they say.

why-title = Why a no stings
    .command = Why a no stings, with sources
why-sting = People need to belong, and being turned away goes against that need (Baumeister & Leary 1995). In brain scans, some of the same areas respond to being left out and to pain (Eisenberger 2003). How much the two really share is disputed (Woo 2014).
why-help = Naming a feeling can calm it a little (Lieberman 2007). When people choose a new view of a thought, they prefer it specific and kind to rosy (Sharma 2023). None of this means that something is wrong with you.
