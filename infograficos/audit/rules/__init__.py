"""The series' guidelines, one file each; every one can fail."""
