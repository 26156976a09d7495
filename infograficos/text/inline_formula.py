"""Small formulas among the words of a text, such as W with a subscript Q."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Literal

from infograficos.errors import InputError
from infograficos.formula.parser import parse_formula
from infograficos.formula.speech import speak_formula
from infograficos.formula.tree import Fence, Group, Node, Nodes, Scripts, Symbol

Level = Literal["plain", "subscript", "superscript"]

#: No line ends inside a formula.
_SPACE = "\u00a0"
_BEFORE_SIGN = ("operator", "relation", "punctuation")


def set_inline(source: str) -> list[tuple[str, Level]]:
    """Return a formula as stretches on, below or above the line.

    A formula that needs more than one line, such as a fraction, raises `InputError`.
    """
    stretches = groupby(_set(parse_formula(source), source, "plain"), key=itemgetter(1))
    joined = (("".join(text for text, _ in group), level) for level, group in stretches)
    return [(text, level) for text, level in joined if text]


def speak_inline(source: str) -> str:
    """Return a formula in words."""
    return speak_formula(parse_formula(source))


def _set(nodes: Nodes, source: str, level: Level) -> Iterator[tuple[str, Level]]:
    """Yield the stretches of nodes; all of a script's are on its level."""
    for before, node, after in zip((None, None, *nodes), (None, *nodes), nodes, strict=False):
        yield "" if level != "plain" or _is_sign(before, node) else _space(node, after), level
        yield from _set_node(after, source, level)


def _set_node(node: Node, source: str, level: Level) -> Iterator[tuple[str, Level]]:
    if isinstance(node, Symbol):
        yield node.text, level
    elif isinstance(node, Group):
        yield from _set(node.body, source, level)
    elif isinstance(node, Fence):
        yield node.opening, level
        yield from _set(node.body, source, level)
        yield node.closing, level
    elif isinstance(node, Scripts) and level == "plain" and not _is_large(node.base):
        yield from _set_node(node.base, source, level)
        yield from _set(node.subscript or (), source, "subscript")
        yield from _set(node.superscript or (), source, "superscript")
    else:
        raise InputError(
            "a fórmula “${source}$” não cabe em uma linha de texto; "
            "escreva-a com “/” e um só nível de índices, ou faça uma figura Formula",
            source=source,
        )


def _is_large(node: Node) -> bool:
    return isinstance(node, Symbol) and node.kind == "large"


def _is_sign(before: Node | None, node: Node | None) -> bool:
    """Say whether a node is the sign of what follows it, as the minus of −x is."""
    return _kind(node) == "operator" and _kind(before) in ("", *_BEFORE_SIGN)


def _space(before: Node | None, node: Node) -> str:
    """Return the space between two neighbours: around signs and between factors."""
    if before is None or _kind(before) in ("slash", "prefix") or _kind(node) in ("slash", "punctuation"):
        return ""
    return "" if isinstance(node, Fence) and node.applied else _SPACE


def _kind(node: Node | None) -> str:
    """Return the kind of a symbol; of anything else that there is, that of what ends an operand."""
    return node.kind if isinstance(node, Symbol) else "identifier" if node else ""
