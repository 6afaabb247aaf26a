"""The playground: a whole practice in a browser, on a clock that one moves."""
