"""Mutants: the sender and the worker with one thing wrong in each, and how many of them the direct tests notice."""
