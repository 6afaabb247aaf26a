"""One turn of a reflection: what happened goes in, what must be done comes out. Pure."""
