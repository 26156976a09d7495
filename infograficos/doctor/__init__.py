"""`doctor`: what infograficos finds on this machine, and what to do about what is missing or damaged."""
