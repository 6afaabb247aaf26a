"""The door: whose a message, a tap or a due row is, and which room takes it."""
