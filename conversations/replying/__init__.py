"""What an employer said: read with the person, answered, and turned into at most one change."""
