"""Graphs: nodes of several shapes, edges between them, and the groups around them."""
