"""Formulas in words, as one reads them aloud."""

from __future__ import annotations

from itertools import pairwise

from infograficos.formula.tree import Fence, Fraction, Group, Marked, Node, Nodes, Root, Scripts, Symbol
from infograficos.language.grammar import phrase
from infograficos.language.numbers import MINUS
from infograficos.language.texts import mark_text

_WORDS = {
    "=": mark_text("é igual a"),
    "≠": mark_text("é diferente de"),
    "≈": mark_text("é cerca de"),
    "≔": mark_text("é definido como"),
    "<": mark_text("é menor que"),
    ">": mark_text("é maior que"),
    "≤": mark_text("é no máximo"),
    "≥": mark_text("é no mínimo"),
    "←": mark_text("recebe"),
    "→": mark_text("leva a"),
    "⇒": mark_text("implica"),
    "∈": mark_text("em"),
    "∼": mark_text("segue"),
    "∝": mark_text("é proporcional a"),
    "|": mark_text("dado"),
    "∥": mark_text("contra"),
    "+": mark_text("mais"),
    MINUS: mark_text("menos"),
    "±": mark_text("mais ou menos"),
    "×": mark_text("vezes"),
    "·": mark_text("vezes"),
    "÷": mark_text("dividido por"),
    "⊙": mark_text("vezes, termo a termo,"),
    "/": mark_text("sobre"),
    "∑": mark_text("a soma de"),
    "∏": mark_text("o produto de"),
    "∇": mark_text("o gradiente de"),
    "∂": mark_text("a derivada parcial de"),
    "Δ": mark_text("delta"),
    "∞": mark_text("infinito"),
}
_POWERS = {
    "2": mark_text("{base} ao quadrado"),
    "3": mark_text("{base} ao cubo"),
    "T": mark_text("{base} transposta"),
}
_LARGE = {"∑": mark_text("a soma"), "∏": mark_text("o produto")}
_OPERANDS = ("identifier", "number", "words")


def speak_formula(formula: Nodes) -> str:
    """Return a formula in words: “p é igual a a sobre b”."""
    text = "".join(_speak(node) for node in formula[:1])
    for before, node in pairwise(formula):
        text = _join(before, node, text)
    return text.replace(" ,", ",").replace(",,", ",").strip()


def _join(before: Node, after: Node, spoken: str) -> str:
    """Return what is said up to a node, and it; factors of a product have no sign between them."""
    first, second, words = _core(before), _core(after), _speak(after)
    is_function = isinstance(first, Symbol) and first.kind == "function"
    if is_function or (isinstance(second, Fence) and second.applied):
        return phrase("{function} de {argument}", function=spoken, argument=words)
    if _ends_operand(first) and _starts_operand(second):
        comma = "," if isinstance(first, Fraction) else ""
        return f"{spoken}{comma} {phrase(_WORDS['×'])} {words}"
    return f"{spoken} {words}"


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
        return phrase(_WORDS[node.text]) if node.text in _WORDS else _with_primes(node.text)
    if isinstance(node, Scripts):
        return _scripts(node)
    if isinstance(node, Fraction):
        parts = map(_with_brackets, (node.numerator, node.denominator))
        return f" {phrase(_WORDS['/'])} ".join(parts)
    if isinstance(node, Root):
        return phrase("raiz de {inside}", inside=_with_brackets(node.body))
    if isinstance(node, Fence):
        inside = speak_formula(node.body)
        return inside if node.applied and _is_short(node.body) else f"{node.opening}{inside}{node.closing}"
    return speak_formula(node.body)


def _with_primes(name: str) -> str:
    return phrase("{name} linha", name=_with_primes(name[:-1])) if name.endswith("′") else name


def _scripts(node: Scripts) -> str:
    core = _core(node.base)
    if isinstance(core, Symbol) and core.kind in ("large", "function") and node.subscript:
        return _with_limits(core, node)
    base = _speak(node.base) if isinstance(core, Symbol) else _with_brackets((node.base,))
    if node.subscript is not None:
        base = phrase("{base} sub {index}", base=base, index=_with_brackets(node.subscript))
    return base if node.superscript is None else _raise_to(base, node.superscript)


def _with_limits(core: Symbol, node: Scripts) -> str:
    lower = speak_formula(node.subscript or ())
    name = phrase(_LARGE[core.text]) if core.text in _LARGE else core.text
    if node.superscript:
        start, end = lower.replace(f" {phrase(_WORDS['='])} ", " = "), speak_formula(node.superscript)
        return phrase("{name}, de {start} até {end}, de", name=name, start=start, end=end)
    if core.kind == "large":
        return phrase("{name}, em {limit}, de", name=name, limit=lower)
    return phrase("{name} em {limit}", name=name, limit=lower)


def _raise_to(base: str, power: Nodes) -> str:
    only = power[0] if len(power) == 1 else None
    # The letter T is a power like any other.
    if isinstance(only, Symbol) and only.kind in ("number", "sign") and only.text in _POWERS:
        return phrase(_POWERS[only.text], base=base)
    return phrase("{base} elevado a {power}", base=base, power=_with_brackets(power))


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
