"""Points on a plane whose axes share one scale: marks, groups, labels, and sums of vectors."""
