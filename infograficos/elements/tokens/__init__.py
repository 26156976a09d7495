"""Tokens as a reader sees them: chips, strips, runs and vocabularies."""
