"""Parses a formula in LaTeX; nothing is executed, and a command that is not known is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from infograficos.errors import close_matches
from infograficos.formula.latex.alphabets import in_alphabet
from infograficos.formula.latex.brackets import match_brackets
from infograficos.formula.latex.commands import (
    ACCENTS,
    ALPHABETS,
    BARS,
    CLOSINGS,
    IGNORED,
    KNOWN,
    NEGATED,
    OPENINGS,
    SIZES,
    SPACES,
    SWITCHES,
    SYMBOLS,
    TEXTS,
    sign_of,
)
from infograficos.formula.latex.source import is_latex
from infograficos.formula.latex.structures import LatexStructures
from infograficos.formula.reader import TWICE
from infograficos.formula.tree import (
    Accent,
    Delimiter,
    Group,
    Node,
    Nodes,
    Scripts,
    Space,
    SpanBrace,
    Stacked,
    Symbol,
    Table,
    core,
)
from infograficos.language.messages import message

__all__ = ["is_latex", "parse_latex"]

_NUMBER = re.compile(r"\d+(?:(?:\.|\{,\})\d+)*")
_STOPS = ("", "}", "&", r"\\", r"\end", r"\right")
_PRIMED = ("identifier", "bold", "alphabet")


def parse_latex(text: str) -> Nodes:
    """Return the nodes of a formula in LaTeX; a syntax error raises `InputError` with its place."""
    return _LatexParser(text).parse()


class _LatexParser(LatexStructures):
    """A recursive descent parser of what has no parts, and of scripts."""

    def parse(self) -> Nodes:
        rows = self._rows()
        if mark := self._next:
            self._fail("“{sign}” fecha o que não foi aberto", self._at, sign=mark)
        if not any(map(any, rows)):
            self._fail("a fórmula está vazia", 0)
        if len(rows) > 1 or len(rows[0]) > 1:
            columns = "rl" if any(len(row) > 1 for row in rows) else "c"
            return (Table(rows, columns, display=True),)
        return _bare(rows[0][0])

    def _nodes(self) -> Nodes:
        self._enter(self._at)
        nodes: list[Node] = []
        while (mark := self._next) not in _STOPS:
            if mark.removeprefix("\\") in SWITCHES and mark != mark.removeprefix("\\"):
                self._take()
                nodes.extend(in_alphabet(self._nodes(), SWITCHES[mark[1:]]))
                break
            if (node := self._node()) is not None:
                nodes.append(node)
        self._depth -= 1
        return match_brackets(tuple(_join_arg(nodes)))

    def _node(self) -> Node | None:
        base: Node | None = Group(()) if self._next in ("_", "^") else self._base()
        return base and self._scripts(base)

    def _scripts(self, base: Node) -> Node:
        found: dict[str, Nodes] = {}
        stacked = False
        while (sign := self._next) in ("_", "^", "'", r"\limits", r"\nolimits"):
            start = self._at
            self._take()
            if sign == "'":
                base = self._prime(base, found)
            elif sign in found and not _is_prime(found[sign]):
                self._fail(TWICE[sign], start)
            elif sign in ("_", "^"):
                part = self._argument(sign)
                found[sign] = (*found.get(sign, ()), *(_join_letters(part) if sign == "_" else part))
            else:
                stacked = sign == r"\limits"
        return _with_scripts(base, found.get("_") or None, _raised(found.get("^")), stacked)

    def _prime(self, base: Node, found: dict[str, Nodes]) -> Node:
        """Return a base with one more prime; what is no letter takes it as a superscript."""
        if isinstance(base, Symbol) and base.kind in _PRIMED and "^" not in found:
            return Symbol(f"{base.text}′", base.kind)
        found["^"] = (*found.get("^", ()), Symbol("′", "sign"))
        return base

    def _argument(self, command: str) -> Nodes:
        start = self._at
        mark = self._next
        if mark == "{":
            return self._group()
        if mark in _STOPS or mark in ("_", "^"):
            name = command if command in ("_", "^") else f"\\{command}"
            self._fail("falta o argumento de “{command}”", start, command=name)
        if mark.isdigit():
            self._take()
            return (Symbol(mark, "number"),)
        node = self._base()
        return () if node is None else (node,)

    def _group(self) -> Nodes:
        start = self._at
        self._take()
        nodes = self._nodes()
        if not self._accept("}"):
            self._fail("a chave “{sign}” não foi fechada", start, sign="{")
        return nodes

    def _base(self) -> Node | None:
        mark = self._next
        start = self._at
        if mark == "{":
            return Group(self._group())
        if number := _NUMBER.match(self._text, start, self._end):
            self._at = number.end()
            return Symbol(number[0].replace("{,}", ","), "number")
        self._take()
        return self._command(mark[1:], start) if mark[0] == "\\" else self._character(mark, start)

    def _character(self, mark: str, start: int) -> Node:
        if mark in "([" or mark in ")]":
            return Delimiter(mark, "open" if mark in "([" else "close")
        if mark == "|":
            doubled = self._text.startswith("|", self._at) and self._accept("|")
            return Delimiter("‖" if doubled else "|", "either")
        if mark == "~":
            return Space(SPACES["~"])
        if mark == "$":
            self._fail("há “$” no meio da fórmula; deixe uma fórmula só", start)
        if mark.isalpha() and sign_of(mark)[1] == "sign":
            return Symbol(mark, "identifier")
        return Symbol(*sign_of(mark))

    def _command(self, name: str, start: int) -> Node | None:  # noqa: PLR0911 - one for each family
        if name in SYMBOLS:
            return Symbol(*SYMBOLS[name])
        if name in SPACES:
            return Space(SPACES[name])
        if name in IGNORED:
            self._ignore(name)
            return None
        if name in TEXTS:
            return self._words(name)
        if name in ALPHABETS:
            return self._alphabet(name)
        if name in ACCENTS:
            return Accent(self._argument(name), ACCENTS[name])
        if name in SIZES:
            return self._sized(name)
        return self._bracket(name) or self._structure(name, start)

    def _bracket(self, name: str) -> Node | None:
        if name in OPENINGS:
            return Delimiter(OPENINGS[name], "open")
        if name in CLOSINGS:
            return Delimiter(CLOSINGS[name], "close")
        return Delimiter(BARS[name], "either") if name in BARS else None

    def _structure(self, name: str, start: int) -> Node:
        if name == "not":
            return self._negated()
        if name in self._structures:
            return self._structures[name](name)
        near = [f"\\{each}" for each in close_matches(name, KNOWN)]
        hint = message("; você quis dizer {names}?", names=", ".join(near)) if near else ""
        self._fail("o comando “{name}” não é conhecido{hint}", start, name=f"\\{name}", hint=hint)

    def _ignore(self, name: str) -> None:
        self._accept("*")
        for _ in range(IGNORED[name]):
            self._raw_group(f"\\{name}")

    def _negated(self) -> Node:
        start = self._at
        sign = self._base()
        if not isinstance(sign, Symbol) or sign.text not in NEGATED:
            self._fail("“{command}” só nega um sinal, como “=”", start, command=r"\not")
        return Symbol(NEGATED[sign.text], "relation")


def _join_letters(nodes: Nodes) -> Nodes:
    """Return an index in which letters side by side are one name, as in KL."""
    joined: list[Node] = []
    for is_letter, group in groupby(nodes, _is_letter):
        run = tuple(group)
        name = "".join(node.text for node in run if isinstance(node, Symbol))
        joined.extend((Symbol(name, "identifier"),) if is_letter else run)
    return tuple(joined)


def _is_letter(node: Node) -> bool:
    return isinstance(node, Symbol) and node.kind == "identifier" and node.text.isascii()


def _is_prime(nodes: Nodes) -> bool:
    return all(node == Symbol("′", "sign") for node in nodes)


def _raised(nodes: Nodes | None) -> Nodes | None:
    """Return a superscript; an upright T is the sign of a transposed matrix."""
    return (Symbol("T", "sign"),) if nodes == (Symbol("T", "words"),) else nodes or None


def _with_scripts(base: Node, lower: Nodes | None, upper: Nodes | None, stacked: bool) -> Node:
    if lower is None and upper is None:
        return base.base[0] if isinstance(base, Stacked) and base == Stacked(base.base) else base
    if isinstance(base, SpanBrace) and not base.note:
        note, other = (lower, upper) if base.below else (upper, lower)
        brace = SpanBrace(base.body, note or (), base.below)
        return Scripts(brace, *((None, other) if base.below else (other, None))) if other else brace
    if isinstance(base, Stacked) and base == Stacked(base.base):
        return Stacked(base.base, lower, upper)
    return Stacked((base,), lower, upper) if stacked else Scripts(base, lower, upper)


def _join_arg(nodes: list[Node]) -> Iterator[Node]:
    r"""Yield nodes, of which `\arg` and what it looks for are one name."""
    waiting: list[Node] = []
    for node in nodes:
        name = core(node)
        if waiting and isinstance(name, Symbol) and name.text in ("max", "min"):
            waiting = []
            joined = Symbol(f"arg {name.text}", "function")
            yield Scripts(joined, node.subscript, node.superscript) if isinstance(node, Scripts) else joined
        elif node == Symbol("arg", "function") or (waiting and isinstance(node, Space)):
            waiting.append(node)
        else:
            yield from waiting
            waiting = []
            yield node
    yield from waiting


def _bare(nodes: Nodes) -> Nodes:
    """Return a formula without what only wraps it; a full stop after equations ends the last of them."""
    while len(nodes) == 1 and isinstance(nodes[0], Group):
        nodes = nodes[0].body
    first, rest = nodes[:1], nodes[1:]
    table = first[0] if first else None
    ends = all(isinstance(node, Symbol) and node.text in ".,;" for node in rest)
    if isinstance(table, Table) and table.display and rest and ends:
        *rows, (*cells, last) = table.rows
        return (Table((*rows, (*cells, (*last, *rest))), table.columns, display=True),)
    return nodes
