"""Whether words need a person now: lists of phrases a language, read by people, no model and no score."""
