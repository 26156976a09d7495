"""Arrows, arcs and ribbons between named elements: their routes and their labels."""
