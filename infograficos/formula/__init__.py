"""Formulas as plain strings or LaTeX: parsed to a tree, searched for terms, spoken in words."""

from infograficos.formula.latex.source import is_latex
from infograficos.formula.parser import parse_formula, parse_term
from infograficos.formula.speech import speak_formula
from infograficos.formula.terms import find_symbols, has_bold, mark_terms, marked_terms, occurs
from infograficos.formula.tree import Nodes

__all__ = [
    "Nodes",
    "find_symbols",
    "has_bold",
    "is_latex",
    "mark_terms",
    "marked_terms",
    "occurs",
    "parse_formula",
    "parse_term",
    "speak_formula",
]
