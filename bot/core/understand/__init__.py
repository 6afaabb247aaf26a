"""What people mean by the days, hours, dates, lengths and names they write. Pure.

Words become plain tokens, the same in every language (``lexer``); one small grammar reads the tokens. Nothing
is guessed in silence: a reading lists everything that the words may mean, the likeliest first, and words
that are not understood make it empty.
"""
