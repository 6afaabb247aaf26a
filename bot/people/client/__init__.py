"""What a client can say and do."""
