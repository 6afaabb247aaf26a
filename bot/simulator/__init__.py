"""A Bot API in this process and over HTTP: for tests, the demo and the playground."""
