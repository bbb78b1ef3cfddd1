"""What is said unasked: when it may be said, and the card that says it."""
