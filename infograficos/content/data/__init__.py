"""Data as authors hold it (tables, pairs, numbers, points), read and checked before anything is laid out."""
