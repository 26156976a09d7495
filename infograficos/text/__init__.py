"""Text on its way to glyphs: markup, typography, line breaks, and code with its highlights."""
