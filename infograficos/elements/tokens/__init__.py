"""Tokens as a reader sees them: strips, stretches, their places in a text, their ids in a vocabulary."""
