"""Formulas in words, as one reads them aloud."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from infograficos.formula.tree import (
    Accent,
    AccentMark,
    Delimiter,
    Fence,
    Fraction,
    Group,
    Marked,
    Node,
    Nodes,
    Root,
    Scripts,
    Space,
    SpanBrace,
    Stacked,
    Symbol,
    Table,
    children,
    core,
)
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
    "∫": mark_text("a integral de"),
    "∀": mark_text("para todo"),
    "∃": mark_text("existe"),
    "∉": mark_text("fora de"),
    **dict.fromkeys("⊂⊆", mark_text("contido em")),
    "∪": mark_text("união"),
    "∩": mark_text("interseção"),
    "∘": mark_text("composta com"),
    "⊗": mark_text("produto tensorial"),
    "⊕": mark_text("soma direta"),
    "≻": mark_text("é preferido a"),
    "≜": mark_text("é definido como"),
    "≡": mark_text("é equivalente a"),
    "≪": mark_text("é muito menor que"),
    "≫": mark_text("é muito maior que"),
    "↦": mark_text("vira"),
    **{"⟶": mark_text("leva a"), "⟹": mark_text("implica")},
    **dict.fromkeys("⇔⟺", mark_text("se e somente se")),
}
_POWERS = {
    "2": mark_text("{base} ao quadrado"),
    "3": mark_text("{base} ao cubo"),
    "T": mark_text("{base} transposta"),
    "⊤": mark_text("{base} transposta"),
    "∗": mark_text("{base} estrela"),
    "⋆": mark_text("{base} estrela"),
    "′": mark_text("{base} linha"),
}
_LARGE = {
    "∑": mark_text("a soma"),
    "∏": mark_text("o produto"),
    "∫": mark_text("a integral"),
    "⋃": mark_text("a união"),
    "⋂": mark_text("a interseção"),
}
_ACCENTS: Mapping[AccentMark, str] = {
    "hat": mark_text("{name} chapéu"),
    "wide hat": mark_text("{name} chapéu"),
    "tilde": mark_text("{name} til"),
    "wide tilde": mark_text("{name} til"),
    "bar": mark_text("{name} barra"),
    "vector": mark_text("vetor {name}"),
    "dot": mark_text("{name} ponto"),
    "two dots": mark_text("{name} dois pontos"),
}
_NORMS = {"‖": mark_text("a norma de {inside}"), "|": mark_text("o módulo de {inside}")}
_WIDE = 1.0  # The space, in times the size, that parts two formulas.
_OPERANDS = ("identifier", "number", "words", "bold", "alphabet")


def speak_formula(formula: Nodes) -> str:
    """Return a formula in words: “p é igual a a sobre b”."""
    text, before, space = "", None, 0.0
    for node in _spread(formula):
        if isinstance(node, Space):
            space += node.width
            continue
        text = _join(before, node, text, space) if before else _speak(node)
        before, space = node, 0.0
    return text.replace(" ,", ",").replace(",,", ",").strip()


def _spread(nodes: Nodes) -> Iterator[Node]:
    """Yield nodes, and instead of a group with spaces what is in it."""
    for node in nodes:
        if isinstance(node, Group) and any(isinstance(part, Space) for part in node.body):
            yield from _spread(node.body)
        else:
            yield node


def _join(before: Node, after: Node, spoken: str, space: float) -> str:
    """Return what is said up to a node, and it; factors of a product have no sign between them."""
    first, second, words = core(before), core(after), _speak(after)
    if space > 0 and (_is_words(first) or _is_words(second)):
        return f"{spoken} {words}"
    if space >= _WIDE and _ends_operand(first):
        return f"{spoken}, {words}"
    is_function = isinstance(first, Symbol) and first.kind == "function"
    if is_function or (isinstance(second, Fence) and second.applied):
        return phrase("{function} de {argument}", function=spoken, argument=words)
    if _ends_operand(first) and _starts_operand(second):
        comma = "," if isinstance(first, Fraction) else ""
        return f"{spoken}{comma} {phrase(_WORDS['×'])} {words}"
    return f"{spoken} {words}"


def _is_words(node: Node) -> bool:
    return isinstance(node, Symbol) and node.kind == "words"


def _ends_operand(node: Node) -> bool:
    return not isinstance(node, Symbol) or node.kind in (*_OPERANDS, "sign")


def _starts_operand(node: Node) -> bool:
    return not isinstance(node, Symbol) or node.kind in (*_OPERANDS, "function", "large", "prefix")


def _speak(node: Node) -> str:
    speak = _SPEAKERS.get(type(node))
    return speak(node) if speak else " ".join(speak_formula(part) for part in children(node))


def _speak_fraction(node: Fraction) -> str:
    parts = map(_with_brackets, (node.numerator, node.denominator))
    return f" {phrase(_WORDS['/'])} ".join(parts)


def _speak_accent(node: Accent) -> str:
    inside = _with_brackets(node.body)
    return phrase(_ACCENTS[node.mark], name=inside) if node.mark in _ACCENTS else speak_formula(node.body)


def _speak_brace(node: SpanBrace) -> str:
    note = f" ({speak_formula(node.note)})" if node.note else ""
    return f"{_with_brackets(node.body)}{note}"


def _speak_delimiter(node: Delimiter) -> str:
    return phrase(_WORDS["|"]) if node.sign == "|" and node.side == "relation" else node.sign


def _speak_symbol(node: Symbol) -> str:
    if node.text in _WORDS:
        return phrase(_WORDS[node.text])
    plain = unicodedata.normalize("NFKC", node.text) if node.kind == "alphabet" else node.text
    return _with_primes(plain)


def _speak_root(node: Root) -> str:
    inside = _with_brackets(node.body)
    if node.index:
        return phrase("raiz de índice {index} de {inside}", index=speak_formula(node.index), inside=inside)
    return phrase("raiz de {inside}", inside=inside)


def _speak_fence(node: Fence) -> str:
    inside = speak_formula(node.body)
    if node.opening == node.closing and node.opening in _NORMS:
        return phrase(_NORMS[node.opening], inside=_with_brackets(node.body))
    return inside if node.applied and _is_short(node.body) else f"{node.opening}{inside}{node.closing}"


def _speak_stack(node: Stacked) -> str:
    base = speak_formula(node.base)
    if node.upper:
        base = f"{base} ({speak_formula(node.upper)})"
    lower = speak_formula(node.lower) if node.lower else ""
    return phrase("{name} em {limit}", name=base, limit=lower) if lower else base


def _speak_table(node: Table) -> str:
    """Return the rows of a table; commas part the cells of a matrix."""
    is_matrix = not node.display and node.opening != "{" and node.closing != "}"
    comma = ", " if is_matrix else " "
    rows = (comma.join(text for cell in row if (text := speak_formula(cell))) for row in node.rows)
    inside = "; ".join(row.replace(", ;", ";").rstrip(" ,") for row in rows)
    if not is_matrix:
        return inside if node.display else f"{{{inside}}}"
    return f"{node.opening or '['}{inside}{node.closing or ']'}"


def _with_primes(name: str) -> str:
    return phrase("{name} linha", name=_with_primes(name[:-1])) if name.endswith("′") else name


def _scripts(node: Scripts) -> str:
    carrier = core(node.base)
    if isinstance(carrier, Symbol) and carrier.kind in ("large", "function") and node.subscript:
        return _with_limits(carrier, node)
    is_name = isinstance(carrier, Symbol | Accent) or _is_norm(carrier)
    base = _speak(node.base) if is_name else _with_brackets((node.base,))
    if node.subscript is not None:
        base = phrase("{base} sub {index}", base=base, index=_with_brackets(node.subscript))
    return base if node.superscript is None else _raise_to(base, node.superscript)


def _is_norm(node: Node) -> bool:
    return isinstance(node, Fence) and node.opening == node.closing and node.opening in _NORMS


def _with_limits(sign: Symbol, node: Scripts) -> str:
    lower = speak_formula(node.subscript or ())
    name = phrase(_LARGE[sign.text]) if sign.text in _LARGE else sign.text
    if node.superscript:
        start, end = lower.replace(f" {phrase(_WORDS['='])} ", " = "), speak_formula(node.superscript)
        return phrase("{name}, de {start} até {end}, de", name=name, start=start, end=end)
    if sign.kind == "large":
        return phrase("{name}, em {limit}, de", name=name, limit=lower)
    return phrase("{name} em {limit}", name=name, limit=lower)


def _raise_to(base: str, power: Nodes) -> str:
    only = power[0] if len(power) == 1 else None
    # The letter T is a power like any other.
    if isinstance(only, Symbol) and only.kind in ("number", "sign", "operator") and only.text in _POWERS:
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


_SPEAKERS: Mapping[type, Callable[[Any], str]] = {
    Symbol: _speak_symbol,
    Scripts: _scripts,
    Fraction: _speak_fraction,
    Root: _speak_root,
    Fence: _speak_fence,
    Accent: _speak_accent,
    SpanBrace: _speak_brace,
    Stacked: _speak_stack,
    Table: _speak_table,
    Delimiter: _speak_delimiter,
}
