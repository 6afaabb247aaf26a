"""The word lists of each language, a module each, so that native speakers can read and mend them."""
