"""Arrows, arcs and strands between named elements: where they run, and where their words stand."""
