"""What a coach can say and do."""
