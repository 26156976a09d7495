"""Formulas in words, as one reads them aloud in Portuguese."""

from __future__ import annotations

from itertools import pairwise

from infograficos.formula.tree import Fence, Fraction, Group, Marked, Node, Nodes, Root, Scripts, Symbol
from infograficos.language.numbers import MINUS

_WORDS = {
    "=": "é igual a", "≠": "é diferente de", "≈": "é cerca de", "≔": "é definido como", "<": "é menor que",
    ">": "é maior que", "≤": "é no máximo", "≥": "é no mínimo", "←": "recebe", "→": "leva a",
    "⇒": "implica", "∈": "em", "∼": "segue", "∝": "é proporcional a", "|": "dado", "∥": "contra",
    "+": "mais", MINUS: "menos", "±": "mais ou menos", "×": "vezes", "·": "vezes", "÷": "dividido por",
    "⊙": "vezes, termo a termo,", "/": "sobre", "∑": "a soma de", "∏": "o produto de", "∇": "o gradiente de",
    "∂": "a derivada parcial de", "Δ": "delta", "∞": "infinito",
}  # fmt: skip
_POWERS = {"2": "ao quadrado", "3": "ao cubo"}
_LARGE = {"∑": "a soma", "∏": "o produto"}
_OPERANDS = ("identifier", "number", "words")


def speak_formula(formula: Nodes) -> str:
    """Return a formula in words: “p é igual a a sobre b”."""
    text = "".join(_speak(node) for node in formula[:1])
    for before, node in pairwise(formula):
        text += _between(before, node) + _speak(node)
    return text.replace(" ,", ",").replace(",,", ",").strip()


def _between(before: Node, after: Node) -> str:
    """Return the words between two neighbours; factors of a product have no sign between them."""
    first, second = _core(before), _core(after)
    is_function = isinstance(first, Symbol) and first.kind == "function"
    if is_function or (isinstance(second, Fence) and second.applied):
        return " de "
    if _ends_operand(first) and _starts_operand(second):
        return ", vezes " if isinstance(first, Fraction) else " vezes "
    return " "


def _core(node: Node) -> Node:
    while isinstance(node, Scripts | Marked):
        node = node.base if isinstance(node, Scripts) else node.body[-1]
    return node


def _ends_operand(node: Node) -> bool:
    return not isinstance(node, Symbol) or node.kind in (*_OPERANDS, "sign")


def _starts_operand(node: Node) -> bool:
    return not isinstance(node, Symbol) or node.kind in (*_OPERANDS, "function", "large", "prefix")


def _speak(node: Node) -> str:
    if isinstance(node, Symbol):
        return _WORDS.get(node.text, node.text.replace("′", " linha"))
    if isinstance(node, Scripts):
        return _scripts(node)
    if isinstance(node, Fraction):
        return f"{_with_brackets(node.numerator)} sobre {_with_brackets(node.denominator)}"
    if isinstance(node, Root):
        return f"raiz de {_with_brackets(node.body)}"
    if isinstance(node, Fence):
        inside = speak_formula(node.body)
        return inside if node.applied and _is_short(node.body) else f"{node.opening}{inside}{node.closing}"
    return speak_formula(node.body)


def _scripts(node: Scripts) -> str:
    core = _core(node.base)
    if isinstance(core, Symbol) and core.kind in ("large", "function") and node.subscript:
        return _with_limits(core, node)
    base = _speak(node.base) if isinstance(core, Symbol) else _with_brackets((node.base,))
    return f"{base}{_script(' sub ', node.subscript)}{_script(' elevado a ', node.superscript)}"


def _with_limits(core: Symbol, node: Scripts) -> str:
    lower = speak_formula(node.subscript or ())
    name = _LARGE.get(core.text, core.text)
    if node.superscript:
        return f"{name}, de {lower.replace(' é igual a ', ' = ')} até {speak_formula(node.superscript)}, de"
    return f"{name}, em {lower}, de" if core.kind == "large" else f"{name} em {lower}"


def _script(words: str, nodes: Nodes | None) -> str:
    if nodes is None:
        return ""
    if words == " elevado a ":
        power = nodes[0].text if len(nodes) == 1 and isinstance(nodes[0], Symbol) else ""
        if nodes == (Symbol("T", "sign"),):
            return " transposta"
        if power in _POWERS:
            return f" {_POWERS[power]}"
    return f"{words}{_with_brackets(nodes)}"


def _with_brackets(nodes: Nodes) -> str:
    """Return a part in words, in brackets if it would run into its neighbours."""
    text = speak_formula(nodes)
    return text if _is_short(nodes) else f"({text})"


def _is_short(nodes: Nodes) -> bool:
    """Say whether a part is one node, a list, or a name with its argument."""
    if len(nodes) == 1:
        only = nodes[0]
        if isinstance(only, Group | Marked):
            return _is_short(only.body)
        return not isinstance(only, Fraction)
    return all(
        _is_comma(first) != _is_comma(second) or (isinstance(second, Fence) and second.applied)
        for first, second in pairwise(nodes)
    )


def _is_comma(node: Node) -> bool:
    return isinstance(node, Symbol) and node.kind == "punctuation"
