"""A placed figure: points and rectangles, glyph runs, and the few items that everything is drawn with."""
