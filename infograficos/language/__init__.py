"""What a language decides: its grammar, and how it writes numbers."""
