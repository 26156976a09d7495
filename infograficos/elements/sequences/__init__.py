"""Sequence charts: lifelines, messages in order, notes, and frames around what repeats or depends."""
