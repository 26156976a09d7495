"""The series' own chapter in other languages."""
