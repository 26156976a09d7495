"""Says a formula in Portuguese, as one would read it aloud."""

from __future__ import annotations

from itertools import pairwise

from infograficos.formula.tree import Fence, Fraction, Group, Marked, Node, Root, Scripts, Series, Symbol
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


def said(formula: Series) -> str:
    """Return a formula in words: “p é igual a a sobre b”."""
    words = [_said(node) for node in formula]
    spoken = words[:1]
    for before, node, word in zip(formula, formula[1:], words[1:], strict=False):
        spoken.append(f"{_between(before, node)}{word}")
    return "".join(spoken).replace(" ,", ",").replace(",,", ",").strip()


def _between(before: Node, after: Node) -> str:
    """Return what is said between two neighbours: a product is written by nothing but their nearness."""
    first, second = _core(before), _core(after)
    if isinstance(second, Fence) and second.applied:
        return " de "
    if isinstance(first, Symbol) and first.kind == "function":
        return " de "
    if _ends(first) and _starts(second):
        return ", vezes " if isinstance(first, Fraction) else " vezes "
    return " "


def _core(node: Node) -> Node:
    while isinstance(node, Scripts | Marked):
        node = node.base if isinstance(node, Scripts) else node.inside[-1]
    return node


def _ends(node: Node) -> bool:
    return not isinstance(node, Symbol) or node.kind in (*_OPERANDS, "sign")


def _starts(node: Node) -> bool:
    return not isinstance(node, Symbol) or node.kind in (*_OPERANDS, "function", "large", "prefix")


def _said(node: Node) -> str:
    if isinstance(node, Symbol):
        return _symbol(node)
    if isinstance(node, Scripts):
        return _scripts(node)
    if isinstance(node, Fraction):
        return f"{_grouped(node.above)} sobre {_grouped(node.below)}"
    if isinstance(node, Root):
        return f"raiz de {_grouped(node.inside)}"
    if isinstance(node, Fence):
        inside = said(node.inside)
        return inside if node.applied and _is_short(node.inside) else f"{node.opening}{inside}{node.closing}"
    return said(node.inside)


def _symbol(symbol: Symbol) -> str:
    return _WORDS.get(symbol.text, symbol.text.replace("′", " linha"))


def _scripts(node: Scripts) -> str:
    core = _core(node.base)
    if isinstance(core, Symbol) and core.kind in ("large", "function") and node.lower:
        return _limited(core, node)
    base = _said(node.base) if isinstance(core, Symbol) else _grouped((node.base,))
    return base + "".join(_script(*pair) for pair in ((" sub ", node.lower), (" elevado a ", node.upper)))


def _limited(core: Symbol, node: Scripts) -> str:
    lower = said(node.lower or ())
    name = _LARGE.get(core.text, core.text)
    if node.upper:
        return f"{name}, de {lower.replace(' é igual a ', ' = ')} até {said(node.upper)}, de"
    return f"{name}, em {lower}, de" if core.kind == "large" else f"{name} em {lower}"


def _script(words: str, series: Series | None) -> str:
    if series is None:
        return ""
    if words == " elevado a ":
        text = series[0].text if len(series) == 1 and isinstance(series[0], Symbol) else ""
        if series == (Symbol("T", "sign"),):
            return " transposta"
        if text in _POWERS:
            return f" {_POWERS[text]}"
    return f"{words}{_grouped(series)}"


def _grouped(series: Series) -> str:
    """Return what is said of a part, in brackets where it would run into its neighbours."""
    spoken = said(series)
    return spoken if _is_short(series) else f"({spoken})"


def _is_short(series: Series) -> bool:
    """Say whether a part is one thing, a list of things, or a name with what it is applied to."""
    if len(series) == 1:
        only = series[0]
        if isinstance(only, Group | Marked):
            return _is_short(only.inside)
        return not isinstance(only, Fraction)
    return all(
        _is_comma(first) != _is_comma(second) or (isinstance(second, Fence) and second.applied)
        for first, second in pairwise(series)
    )


def _is_comma(node: Node) -> bool:
    return isinstance(node, Symbol) and node.kind == "punctuation"
