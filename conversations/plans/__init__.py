"""If-then plans: made, checked, kept and ended."""
