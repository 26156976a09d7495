"""Writes a placed scene as SVG, in the subset that every renderer draws alike."""

from infograficos.svg.document import Description, TextMode, write_svg

__all__ = ["Description", "TextMode", "write_svg"]
