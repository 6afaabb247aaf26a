"""Pure thought: no clock, chance, files, sockets or async. Values in, values out."""
