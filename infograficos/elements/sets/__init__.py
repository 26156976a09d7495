"""Sets as circles, and what they have in common."""
