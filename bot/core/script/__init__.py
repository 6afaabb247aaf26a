"""The script language: a page to a Script or its issues, and back. Pure."""
