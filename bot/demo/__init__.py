"""A practice on a moved clock: real loops, a real database, people who write and tap. ``interlude demo``."""
