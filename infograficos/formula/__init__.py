"""Formulas as plain strings: read into a tree, searched for terms, said in words."""

from infograficos.formula.reading import read_formula
from infograficos.formula.saying import said
from infograficos.formula.terms import marked, marked_terms, symbols
from infograficos.formula.tree import (
    Fence,
    Fraction,
    Group,
    Kind,
    Marked,
    Node,
    Root,
    Scripts,
    Series,
    Symbol,
)

__all__ = [
    "Fence",
    "Fraction",
    "Group",
    "Kind",
    "Marked",
    "Node",
    "Root",
    "Scripts",
    "Series",
    "Symbol",
    "marked",
    "marked_terms",
    "read_formula",
    "said",
    "symbols",
]
