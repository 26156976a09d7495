"""Formulas as plain strings: parsed to a tree, searched for terms, spoken in words."""

from infograficos.formula.parser import parse_formula
from infograficos.formula.speech import speak_formula
from infograficos.formula.terms import find_symbols, mark_terms, marked_terms
from infograficos.formula.tree import Nodes

__all__ = ["Nodes", "find_symbols", "mark_terms", "marked_terms", "parse_formula", "speak_formula"]
