"""Covers of a chapter: the pictures that a feed, a link card or a repository shows of it."""

from infograficos.cover.composition import Cover, cover
from infograficos.cover.files import CoverOptions, write_covers

__all__ = ["Cover", "CoverOptions", "cover", "write_covers"]
