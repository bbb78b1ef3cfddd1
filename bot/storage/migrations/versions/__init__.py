"""One file a revision, named `<number>_<what it does>.py`; a released one is never changed."""
