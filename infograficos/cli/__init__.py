"""The command line: one short module a command, its options, and what it prints."""
