r"""Parses a formula written as a plain string.

- Letters side by side are one name (`loss`, `softmax`); a space separates factors (`B A`). Greek letters are
  written by name or directly (`theta`, `θ`); `"in quotes"` words stay words.
- `_` and `^` make a subscript or superscript of one character, one letter's name, or `{…}`; so do `²`, `ᵢ`
  and `ᵀ`.
- `frac{a}{b}` is a built-up fraction, `/` a slash; `sqrt{x}` or `√x` is a root.
- `sum`, `prod`, `Σ` and `Π` are operators with limits; `Sigma` and `Pi` are the letters.
- `<-`, `->`, `<=`, `>=`, `!=`, `~=`, `+-`, `*`, `-` and `...` become ←, →, ≤, ≥, ≠, ≈, ±, ×, − and ….
"""

from __future__ import annotations

import re
import unicodedata

from infograficos.formula.latex.parser import is_latex, parse_latex
from infograficos.formula.names import CLOSING, FUNCTIONS, GREEK, OPENING, SPELLINGS, WORDS, kind_of
from infograficos.formula.reader import TWICE, Reader, script_name
from infograficos.formula.terms import occurs
from infograficos.formula.tree import Fence, Fraction, Group, Node, Nodes, Root, Scripts, Symbol
from infograficos.language.messages import mark_message, message

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Without Greek letters, which are names of their own, and raised letters such as ᵀ, which are scripts.
_NAME = re.compile(r"(?:[^\W\d_ªº¹²³\u02b0-\u02ff\u0370-\u03ff\u1d2c-\u1d6a\u2070-\u209f][\u0300-\u036f]*)+")
_GREEK_LETTER = re.compile(r"[\u0370-\u03ff][\u0300-\u036f]*")
_PRIMES = re.compile(r"['′]+")
_SCRIPT_NAMES = {"<super>": "^", "<sub>": "_"}
_PARTS = (mark_message("o numerador"), mark_message("o denominador"))

_MAX_DEPTH = 12


def parse_formula(text: str) -> Nodes:
    """Return a formula's nodes, of a plain string or LaTeX; a syntax error raises `InputError`."""
    return parse_latex(text) if is_latex(text) else parse_plain(text)


def parse_term(text: str, formula: str) -> Nodes:
    """Return a term's nodes, read as the formula that it is in; in LaTeX a plain `theta` is θ too."""
    if is_latex(text) or not is_latex(formula):
        return parse_formula(text)
    latex, plain, whole = parse_latex(text), parse_plain(text), parse_latex(formula)
    is_plain = not occurs(latex, whole) and occurs(plain, whole)
    return plain if is_plain else latex


def parse_plain(text: str) -> Nodes:
    """Return the nodes of a formula in the notation of plain strings."""
    return _Parser(unicodedata.normalize("NFC", text)).parse()


class _Parser(Reader):
    """A recursive descent parser with one method a construct."""

    def parse(self) -> Nodes:
        nodes = self._nodes()
        if self._at < len(self._text):
            sign = self._text[self._at]
            self._fail("“{sign}” fecha o que não foi aberto", self._at, sign=sign)
        if not nodes:
            self._fail("a fórmula está vazia", 0)
        return nodes

    def _nodes(self) -> Nodes:
        nodes: list[Node] = []
        while True:
            before = self._at
            self._skip_spaces()
            if not self._next or self._next in f"}}{CLOSING}":
                return tuple(nodes)
            adjacent = bool(nodes) and self._at == before
            nodes.append(self._node(_is_name(nodes[-1]) if adjacent else False))

    @property
    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _skip_spaces(self) -> None:
        while self._next.isspace():
            self._at += 1

    def _node(self, applied: bool) -> Node:
        if sign := self._script_sign():
            name = script_name(sign)
            self._fail("{script} não tem base; escreva antes o que o leva", self._at, script=name)
        base = self._base(applied)
        found: dict[str, Nodes] = {}
        while sign := self._script_sign():
            if sign in found:
                self._fail(TWICE[sign], self._at)
            found[sign] = self._script(sign)
        return Scripts(base, found.get("_"), found.get("^")) if found else base

    def _script_sign(self) -> str:
        """Return `_` or `^` if a script starts here, as that sign or as a small character."""
        if self._next in ("_", "^"):
            return self._next
        tag = unicodedata.decomposition(self._next).split(" ")[0] if self._next else ""
        return _SCRIPT_NAMES.get(tag, "")

    def _script(self, sign: str) -> Nodes:
        if self._next not in ("_", "^"):
            return self._small_script(sign)
        start = self._at
        self._at += 1
        if self._next == "{":
            inside = self._braced_nodes()
            if not inside:
                self._fail("{part} está vazio", start, part=script_name(sign))
            return inside
        if not self._next or self._next.isspace() or self._next in f"}}{CLOSING}_^":
            name = script_name(sign)
            self._fail("falta {script} depois de “{sign}”", start, script=name, sign=sign)
        return (self._short_script(sign),)

    def _small_script(self, sign: str) -> Nodes:
        nodes: list[Node] = []
        while self._script_sign() == sign and self._next not in ("_", "^"):
            plain = unicodedata.normalize("NFKC", self._next)
            letter = plain.isalpha() and self._next != "ᵀ"
            kind = "identifier" if letter else "number" if plain.isdigit() else kind_of(plain)
            nodes.append(Symbol(plain, kind))
            self._at += 1
        return tuple(nodes)

    def _short_script(self, sign: str) -> Node:
        """Return a script of one character or one letter's name; anything longer is ambiguous."""
        start = self._at
        name = _NAME.match(self._text, start) or _NUMBER.match(self._text, start)
        if name and len(name[0]) > 1 and name[0] not in GREEK and name[0] not in WORDS:
            self._fail(
                "{script} “{name}” tem mais de um caractere; escreva {sign}{{{name}}}",
                start,
                script=script_name(sign),
                name=name[0],
                sign=sign,
            )
        if self._next in OPENING or kind_of(self._next_sign()[1]) in ("operator", "slash", "relation"):
            self._fail(
                "{script} começa com “{sign}”; ponha-o entre chaves",
                start,
                script=script_name(sign),
                sign=self._next,
            )
        return self._base(applied=False)

    def _base(self, applied: bool) -> Node:
        if self._next == "{":
            return Group(self._braced_nodes())
        if self._next in OPENING:
            return self._fence(applied)
        if self._next == "√":
            self._at += 1
            return self._root()
        if self._next == '"':
            return self._quoted_words()
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
        is_called = len(name) > 1 and name not in GREEK and self._next == "("
        return Symbol(letter, "function" if name in FUNCTIONS or is_called else "identifier")

    def _sign(self) -> Node:
        spelling, sign = self._next_sign()
        self._at += len(spelling)
        return Symbol(sign, kind_of(sign))

    def _next_sign(self) -> tuple[str, str]:
        """Return the next characters that spell a sign, and the sign."""
        matching = (pair for pair in SPELLINGS if self._text.startswith(pair[0], self._at))
        return next(matching, (self._next, self._next))

    def _quoted_words(self) -> Node:
        start = self._at
        end = self._text.find('"', start + 1)
        if end < 0:
            self._fail("as aspas não foram fechadas", start)
        self._at = end + 1
        return Symbol(self._text[start + 1 : end], "words")

    def _fraction(self) -> Node:
        parts = []
        for part in _PARTS:
            self._skip_spaces()
            if self._next != "{":
                self._fail("falta {part} da fração; escreva frac{{a}}{{b}}", self._at, part=message(part))
            opening = self._at
            parts.append(self._braced_nodes())
            if not parts[-1]:
                self._fail("{part} da fração está vazio", opening, part=message(part))
        return Fraction(parts[0], parts[1])

    def _root(self) -> Node:
        start = self._at
        self._skip_spaces()
        if not self._next or self._next in f"}}{CLOSING}":
            self._fail("falta o que vai sob a raiz; escreva sqrt{x}", start)
        inside = self._node(applied=False)
        if isinstance(inside, Group | Fence):
            if not inside.body:
                self._fail("a raiz está vazia", start)
            return Root(inside.body)
        return Root((inside,))

    def _braced_nodes(self) -> Nodes:
        return self._delimited_nodes("}", mark_message("a chave “{sign}” não foi fechada"))[0]

    def _fence(self, applied: bool) -> Node:
        opening = self._next
        inside, closing = self._delimited_nodes(CLOSING, mark_message("“{sign}” não foi fechado"))
        return Fence(opening, inside, closing, applied)

    def _delimited_nodes(self, closers: str, unclosed: str) -> tuple[Nodes, str]:
        start = self._at
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            self._fail("há mais de {most} níveis de chaves e parênteses", start, most=_MAX_DEPTH)
        self._at += 1
        inside = self._nodes()
        if not self._next or self._next not in closers:
            self._fail(unclosed, start, sign=self._text[start])
        closing = self._next
        self._at += 1
        self._depth -= 1
        return inside, closing


def _is_name(node: Node) -> bool:
    """Say whether brackets right after a node hold its argument."""
    bases = node.base if isinstance(node, Scripts) else node
    return isinstance(bases, Symbol) and bases.kind in ("identifier", "function")
