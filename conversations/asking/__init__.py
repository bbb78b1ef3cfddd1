"""Asking employers: which rejection, what goes into the letter, its review, and its life."""
