"""Numbers in cells: matrices, vectors, tints, and cells that are masked."""
