"""Formulas, from their boxes to lines that break where mathematicians break them."""
