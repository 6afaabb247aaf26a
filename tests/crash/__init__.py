"""The crash test: real processes, killed at random, while people write."""
