"""Formulas as LaTeX writes them: the commands that articles use, read to the same tree as plain strings."""
