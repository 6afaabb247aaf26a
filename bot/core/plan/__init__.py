"""What is begun with a client, when and why. Pure."""
