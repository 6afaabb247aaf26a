"""The command line: a module a command, their options and help in ``main`` and ``script_commands``."""
