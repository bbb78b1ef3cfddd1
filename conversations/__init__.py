"""The pure core: guided conversations as plain functions of the answers so far."""
