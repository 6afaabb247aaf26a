"""What every room of the core speaks of: words, directions, wall clocks, sentences, issues. Pure."""
