"""What an admin can say and do: scripts, links for coaches. No words of clients."""
