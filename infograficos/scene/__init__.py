"""The scene of a laid-out figure: geometry, glyph runs and drawables."""
