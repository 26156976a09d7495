"""Covers of a chapter: the pictures that a feed, a link card or a repository shows of it."""

from infograficos.cover.composition import Cover, cover
from infograficos.cover.files import CoverOptions, cover_differences, write_covers

__all__ = ["Cover", "CoverOptions", "cover", "cover_differences", "write_covers"]
