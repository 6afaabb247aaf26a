"""Digest pages in a real browser: Debian's Chromium, without a window, and axe-core to look at them."""
