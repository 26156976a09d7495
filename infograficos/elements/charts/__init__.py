"""Values as lengths and lines: axes, bars, curves, and what their colours stand for."""
