r"""Reads a formula written as a plain string.

- Letters side by side are one name (`loss`, `softmax`); a space parts what is multiplied (`B A`). Greek
  letters go by name or as they are (`theta`, `θ`); `"in quotes"` words stay words.
- `_` and `^` put one character, one name of a letter, or `{…}` at the foot or head of what they follow; so do
  `²`, `ᵢ` and `ᵀ`.
- `frac{a}{b}` is a built-up fraction, `/` a slash; `sqrt{x}` or `√x` is a root.
- `sum`, `prod`, `Σ` and `Π` are operators with limits; `Sigma` and `Pi` are the letters.
- `<-`, `->`, `<=`, `>=`, `!=`, `~=`, `+-`, `*`, `-` and `...` become ←, →, ≤, ≥, ≠, ≈, ±, ×, − and ….
"""

from __future__ import annotations

import re
import unicodedata
from typing import NoReturn

from infograficos.errors import InputError
from infograficos.formula.names import CLOSING, FUNCTIONS, GREEK, OPENING, TYPED, WORDS, kind_of
from infograficos.formula.tree import Fence, Fraction, Group, Node, Root, Scripts, Series, Symbol

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Greek letters stand alone, and small raised ones such as ᵀ are scripts.
_NAME = re.compile(r"(?:[^\W\d_ªº¹²³\u02b0-\u02ff\u0370-\u03ff\u1d2c-\u1d6a\u2070-\u209f][\u0300-\u036f]*)+")
_GREEK_LETTER = re.compile(r"[\u0370-\u03ff][\u0300-\u036f]*")
_PRIMES = re.compile(r"['′]+")
_SCRIPT_NAMES = {"<super>": "^", "<sub>": "_"}
_CALLED = {"_": "índice", "^": "expoente"}

#: How much of a long formula a message shows on each side of what is wrong.
_AROUND = 30

_DEEPEST = 12


def read_formula(text: str) -> Series:
    """Return what a formula is made of; `InputError` shows where it cannot be read."""
    return _Reader(unicodedata.normalize("NFC", text)).whole()


class _Reader:
    """One pass over the string, one function for each thing that may come."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0

    def whole(self) -> Series:
        nodes = self._series()
        if self._at < len(self._text):
            sign = self._text[self._at]
            self._refuse(f"“{sign}” fecha o que não foi aberto", self._at)
        if not nodes:
            self._refuse("a fórmula está vazia", 0)
        return nodes

    def _series(self) -> Series:
        nodes: list[Node] = []
        while True:
            before = self._at
            self._skip_spaces()
            if not self._next or self._next in f"}}{CLOSING}":
                return tuple(nodes)
            close = bool(nodes) and self._at == before
            nodes.append(self._scripted(_is_name(nodes[-1]) if close else False))

    @property
    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _skip_spaces(self) -> None:
        while self._next.isspace():
            self._at += 1

    def _scripted(self, applied: bool) -> Node:
        if self._script_sign():
            self._refuse(
                f"o {_CALLED[self._script_sign()]} não tem base; escreva antes o que o leva", self._at
            )
        base = self._atom(applied)
        found: dict[str, Series] = {}
        while sign := self._script_sign():
            if sign in found:
                self._refuse(f"há dois {_CALLED[sign]}s na mesma base; junte-os entre chaves", self._at)
            found[sign] = self._script(sign)
        return Scripts(base, found.get("_"), found.get("^")) if found else base

    def _script_sign(self) -> str:
        """Return `_` or `^` where a script starts, be it a sign or a small character."""
        if self._next in ("_", "^"):
            return self._next
        tag = unicodedata.decomposition(self._next).split(" ")[0] if self._next else ""
        return _SCRIPT_NAMES.get(tag, "")

    def _script(self, sign: str) -> Series:
        if self._next not in ("_", "^"):
            return self._small(sign)
        start = self._at
        self._at += 1
        if self._next == "{":
            inside = self._braced()
            if not inside:
                self._refuse(f"o {_CALLED[sign]} está vazio", start)
            return inside
        if not self._next or self._next.isspace() or self._next in f"}}{CLOSING}_^":
            self._refuse(f"falta o {_CALLED[sign]} depois de “{sign}”", start)
        return (self._single(sign),)

    def _small(self, sign: str) -> Series:
        nodes: list[Node] = []
        while self._script_sign() == sign and self._next not in ("_", "^"):
            plain = unicodedata.normalize("NFKC", self._next)
            letter = plain.isalpha() and self._next != "ᵀ"
            nodes.append(
                Symbol(plain, "identifier" if letter else "number" if plain.isdigit() else kind_of(plain))
            )
            self._at += 1
        return tuple(nodes)

    def _single(self, sign: str) -> Node:
        """Return a script of one character or one name of a letter; anything longer is ambiguous."""
        start = self._at
        name = _NAME.match(self._text, start) or _NUMBER.match(self._text, start)
        if name and len(name[0]) > 1 and name[0] not in GREEK and name[0] not in WORDS:
            self._refuse(
                f"o {_CALLED[sign]} “{name[0]}” tem mais de um caractere; escreva {sign}{{{name[0]}}}", start
            )
        if self._next in OPENING or kind_of(self._typed()) in ("operator", "slash", "relation"):
            self._refuse(f"o {_CALLED[sign]} começa com “{self._next}”; ponha-o entre chaves", start)
        return self._atom(applied=False)

    def _atom(self, applied: bool) -> Node:
        if self._next == "{":
            return Group(self._braced())
        if self._next in OPENING:
            return self._fence(applied)
        if self._next == "√":
            self._at += 1
            return self._root()
        if self._next == '"':
            return self._quoted()
        if number := _NUMBER.match(self._text, self._at):
            self._at = number.end()
            return Symbol(number[0], "number")
        return self._name() or self._sign()

    def _name(self) -> Node | None:
        start = self._at
        if self._next in ("Σ", "Π"):
            return None
        found = _NAME.match(self._text, start) or _GREEK_LETTER.match(self._text, start)
        if not found:
            return None
        self._at, name = found.end(), found[0]
        if name in ("frac", "sqrt"):
            return self._fraction() if name == "frac" else self._root()
        return Symbol(*WORDS[name]) if name in WORDS else self._letter(name)

    def _letter(self, name: str) -> Node:
        letter = GREEK.get(name, name)
        if letter == "Δ":
            return Symbol(letter, "prefix")
        if primes := _PRIMES.match(self._text, self._at):
            self._at = primes.end()
            letter += "′" * len(primes[0])
        called = len(name) > 1 and name not in GREEK and self._next == "("
        return Symbol(letter, "function" if name in FUNCTIONS or called else "identifier")

    def _sign(self) -> Node:
        if self._next == "\\":
            name = _NAME.match(self._text, self._at + 1)
            advice = f"escreva só {name[0]}" if name else "apague-a"
            self._refuse(f"a notação não usa a barra “\\”; {advice}", self._at)
        sign = self._typed()
        typed = next((typed for typed, meant in TYPED if meant == sign and self._starts(typed)), sign)
        self._at += len(typed)
        return Symbol(sign, kind_of(sign))

    def _typed(self) -> str:
        """Return the sign that the next characters stand for."""
        return next((meant for typed, meant in TYPED if self._starts(typed)), self._next)

    def _starts(self, typed: str) -> bool:
        return self._text.startswith(typed, self._at)

    def _quoted(self) -> Node:
        start = self._at
        end = self._text.find('"', start + 1)
        if end < 0:
            self._refuse("as aspas não foram fechadas", start)
        self._at = end + 1
        return Symbol(self._text[start + 1 : end], "words")

    def _fraction(self) -> Node:
        parts = []
        for called in ("numerador", "denominador"):
            self._skip_spaces()
            if self._next != "{":
                self._refuse(f"falta o {called} da fração; escreva frac{{a}}{{b}}", self._at)
            opened = self._at
            parts.append(self._braced())
            if not parts[-1]:
                self._refuse(f"o {called} da fração está vazio", opened)
        return Fraction(parts[0], parts[1])

    def _root(self) -> Node:
        start = self._at
        self._skip_spaces()
        if not self._next or self._next in f"}}{CLOSING}":
            self._refuse("falta o que vai sob a raiz; escreva sqrt{x}", start)
        inside = self._scripted(applied=False)
        if isinstance(inside, Group | Fence):
            if not inside.inside:
                self._refuse("a raiz está vazia", start)
            return Root(inside.inside)
        return Root((inside,))

    def _braced(self) -> Series:
        return self._enclosed("}", "a chave “{” não foi fechada")[0]

    def _fence(self, applied: bool) -> Node:
        opening = self._next
        inside, closing = self._enclosed(CLOSING, f"“{opening}” não foi fechado")
        return Fence(opening, inside, closing, applied)

    def _enclosed(self, closers: str, unclosed: str) -> tuple[Series, str]:
        start = self._at
        self._depth += 1
        if self._depth > _DEEPEST:
            self._refuse(f"há mais de {_DEEPEST} níveis de chaves e parênteses", start)
        self._at += 1
        inside = self._series()
        if not self._next or self._next not in closers:
            self._refuse(unclosed, start)
        closing = self._next
        self._at += 1
        self._depth -= 1
        return inside, closing

    def _refuse(self, what: str, at: int) -> NoReturn:
        first, last = max(0, at - _AROUND), at + _AROUND
        before, after = "…" if first else "", "…" if last < len(self._text) else ""
        shown = f"{before}{self._text[first:last]}{after}"
        pointer = " " * (len(before) + at - first)
        raise InputError(f"{what} (posição {at + 1})\n    {shown}\n    {pointer}^")


def _is_name(node: Node) -> bool:
    """Say whether brackets right after it hold what it is applied to."""
    bases = node.base if isinstance(node, Scripts) else node
    return isinstance(bases, Symbol) and bases.kind in ("identifier", "function")
