"""Values as lengths and lines: axes, bars, curves, and the legends of their colours."""
