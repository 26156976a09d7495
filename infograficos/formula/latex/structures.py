"""Reads what is built of parts: fractions, roots, texts, names, brackets that grow, braces and tables."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping

from infograficos.errors import close_matches
from infograficos.formula.latex.alphabets import in_alphabet
from infograficos.formula.latex.commands import (
    BARS,
    CLOSINGS,
    EQUATIONS,
    OPENINGS,
    SIZES,
    TABLES,
    TEXTS,
    WITH_ARGUMENT,
    WRAPPERS,
)
from infograficos.formula.latex.source import LatexSource
from infograficos.formula.names import FUNCTIONS
from infograficos.formula.tree import (
    Delimiter,
    Fence,
    Fraction,
    Group,
    Node,
    Nodes,
    Root,
    Space,
    SpanBrace,
    Stacked,
    Symbol,
    Table,
)
from infograficos.language.messages import message

#: What a bracket after `\left` or `\big` may be besides a command, and the sign that is drawn.
_PLAIN = {"(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", ".": "", "<": "⟨", ">": "⟩"}

#: What shows that a name has an argument.
_CALLS = ("(", "[", r"\left", *(rf"\{size}" for size in SIZES))


class LatexStructures(LatexSource):
    """The commands that have arguments."""

    @abstractmethod
    def _nodes(self) -> Nodes:
        """Read nodes until what ends their part."""

    @abstractmethod
    def _argument(self, command: str) -> Nodes:
        """Read a group in braces, or one token."""

    @property
    def _structures(self) -> Mapping[str, Callable[[str], Node]]:
        return {
            **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac"), self._fraction),
            **dict.fromkeys(("binom", "dbinom", "tbinom"), self._binomial),
            **dict.fromkeys(("overset", "underset", "stackrel"), self._stack),
            **dict.fromkeys(("overbrace", "underbrace"), self._span_brace),
            **dict.fromkeys(("xrightarrow", "xleftarrow"), self._long_arrow),
            **dict.fromkeys(("pmod", "mod"), self._modulus),
            "sqrt": self._root, "left": self._stretched_fence, "begin": self._environment,
            "substack": self._substack, "middle": self._middle, "hspace": self._long_space,
            "textcolor": self._colored,
        }  # fmt: skip

    def _fraction(self, command: str) -> Node:
        top, bottom = self._argument(command), self._argument(command)
        display, text = command in ("dfrac", "cfrac"), command == "tfrac"
        return Fraction(top, bottom, "display" if display else "text" if text else "inherit")

    def _binomial(self, command: str) -> Node:
        top, bottom = self._argument(command), self._argument(command)
        return Fence("(", (Fraction(top, bottom, bar=False),), ")")

    def _root(self, command: str) -> Node:
        place = self._optional_group()
        index = self._within(*place) if place else ()
        return Root(self._argument(command), index)

    def _stack(self, command: str) -> Node:
        other, base = self._argument(command), self._argument(command)
        return Stacked(base, other, None) if command == "underset" else Stacked(base, None, other)

    def _span_brace(self, command: str) -> Node:
        return SpanBrace(self._argument(command), (), command == "underbrace")

    def _long_arrow(self, command: str) -> Node:
        place = self._optional_group()
        sign = "⟶" if command == "xrightarrow" else "⟵"
        upper = self._argument(command)
        return Stacked((Symbol(sign, "relation"),), self._within(*place) if place else None, upper or None)

    def _modulus(self, command: str) -> Node:
        words = (Symbol("mod", "words"), Space(1 / 3), *self._argument(command))
        return Group((Space(1.0), Fence("(", words, ")") if command == "pmod" else Group(words)))

    def _long_space(self, command: str) -> Node:
        self._raw_group(command)
        return Space(1.0)

    def _colored(self, command: str) -> Node:
        self._raw_group(command)
        return Group(self._argument(command))

    def _within(self, start: int, end: int) -> Nodes:
        """Read the nodes of a stretch of the text."""
        place = self._at, self._end
        self._at, self._end = start, end
        nodes = self._nodes()
        if self._next:
            self._fail("“{sign}” fecha o que não foi aberto", self._at, sign=self._next)
        self._at, self._end = place
        return nodes

    def _words(self, command: str) -> Node:
        r"""Read the words of `\text`, in which `$…$` is a formula again."""
        start, end = self._raw_group(command)
        nodes: list[Node] = []
        for i, part in enumerate(self._text[start:end].split("$")):
            if i % 2:
                nodes.extend(self._within(start, start + len(part)))
            else:
                nodes.extend(self._plain_words(part, TEXTS[command] == "bold"))
            start += len(part) + 1
        return nodes[0] if len(nodes) == 1 else Group(tuple(nodes))

    def _plain_words(self, text: str, is_bold: bool) -> Nodes:
        words = " ".join(_unescape(text).split())
        if not words:
            return (Space(1 / 6),) if text else ()
        called = not is_bold and self._is_called(words)
        symbol = Symbol(words, "bold" if is_bold else "function" if called else "words")
        before, after = ((Space(1 / 6),) if each.isspace() else () for each in (text[0], text[-1]))
        return (*before, symbol, *after)

    def _is_called(self, name: str) -> bool:
        return len(name) > 1 and (name in FUNCTIONS or self._next in _CALLS)

    def _alphabet(self, command: str) -> Node:
        if command.startswith("operatorname"):
            is_limited = self._accept("*") or command.endswith("limits")
            name = in_alphabet(self._argument(command), "mathrm")
            named = tuple(Symbol(n.text, "function") if isinstance(n, Symbol) else n for n in name)
            return Stacked(named) if is_limited else _single(named)
        only = _single(in_alphabet(self._argument(command), command))
        if isinstance(only, Symbol) and only.kind == "words" and self._is_called(only.text):
            return Symbol(only.text, "function")
        return only

    def _delimiter(self, command: str) -> str:
        r"""Read the bracket after `\left` and the like; nothing is drawn for a full stop."""
        start, token = self._at, self._take()
        name = token.removeprefix("\\")
        known = {**OPENINGS, **CLOSINGS, **BARS, "backslash": "∖"} if token != name else _PLAIN
        if name not in known:
            self._fail("depois de “{command}” falta um delimitador, como “(”", start, command=f"\\{command}")
        return known[name]

    def _stretched_fence(self, command: str) -> Node:
        start = self._at - len(command) - 1
        opening = self._delimiter(command)
        inside = self._nodes()
        if not self._accept(r"\right"):
            self._fail("“{sign}” não foi fechado", start, sign=r"\left")
        return Fence(opening, inside, self._delimiter("right"))

    def _middle(self, command: str) -> Node:
        return Delimiter(self._delimiter(command), "relation", stretched=True)

    def _sized(self, command: str) -> Node:
        sign = self._delimiter(command)
        side = {"l": "open", "r": "close", "m": "relation"}.get(command[-1])
        if side is None:
            side = "open" if sign in OPENINGS.values() else "close" if sign in CLOSINGS.values() else "either"
        if sign in ("|", "‖") and side in ("open", "close"):
            side = "either" if not command.endswith(("l", "r")) else side
        return Delimiter(sign, side, SIZES[command])  # type: ignore[arg-type]

    def _substack(self, command: str) -> Node:
        start = self._at
        if not self._accept("{"):
            self._fail("falta o argumento de “{command}”", start, command=f"\\{command}")
        rows = self._rows()
        if not self._accept("}"):
            self._fail("a chave “{sign}” não foi fechada", start, sign="{")
        return Table(rows)

    def _environment(self, command: str) -> Node:
        start = self._at - len(command) - 1
        name = self._environment_name(command)
        plain = name.removesuffix("*")
        columns = self._columns(plain) or TABLES.get(plain, ("c",))[0]
        rows = self._rows()
        if not self._accept(r"\end"):
            self._fail("“{sign}” não foi fechado", start, sign=f"\\begin{{{name}}}")
        closing = self._at - 4
        if (other := self._environment_name("end")) != name:
            self._fail(
                "“{end}” fecha “{begin}”", closing, end=f"\\end{{{other}}}", begin=f"\\begin{{{name}}}"
            )
        if plain in TABLES:
            return Table(rows, columns, *TABLES[plain][1:], display=plain == "dcases")
        is_single = plain in WRAPPERS or len(rows) == len(rows[0]) == 1
        return Group(rows[0][0]) if is_single else Table(rows, EQUATIONS[plain], display=True)

    def _environment_name(self, command: str) -> str:
        at = self._at
        start, end = self._raw_group(f"\\{command}")
        name = self._text[start:end].strip()
        known = [*TABLES, *EQUATIONS, *WRAPPERS]
        if name.removesuffix("*") not in known:
            near = close_matches(name, known)
            hint = message("; você quis dizer {names}?", names=", ".join(near)) if near else ""
            self._fail("o ambiente “{name}” não é conhecido{hint}", at, name=name, hint=hint)
        return name

    def _columns(self, name: str) -> str:
        if name not in WITH_ARGUMENT:
            return ""
        start, end = self._raw_group(f"\\begin{{{name}}}")
        return "".join(letter for letter in self._text[start:end] if letter in "lcr")

    def _rows(self) -> tuple[tuple[Nodes, ...], ...]:
        rows: list[tuple[Nodes, ...]] = []
        cells: list[Nodes] = []
        while True:
            cells.append(self._nodes())
            if self._accept("&"):
                continue
            rows.append(tuple(cells))
            cells = []
            if not self._accept(r"\\"):
                # The last line may end as the others do.
                filled = rows if any(rows[-1]) else rows[:-1]
                return tuple(filled) or ((),) if len(filled) else (((),),)
            self._optional_group()


def _single(nodes: Nodes) -> Node:
    return nodes[0] if len(nodes) == 1 else Group(nodes)


def _unescape(text: str) -> str:
    for sign in "%$&#_{}":
        text = text.replace(f"\\{sign}", sign)
    return text.replace("~", " ").replace("\\ ", " ").replace("``", "“").replace("''", "”")
