r"""The letters of `\mathrm`, `\mathbf`, `\mathcal`, `\mathbb` and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import Literal

from infograficos.formula.tree import Node, Nodes, Scripts, Space, Symbol, map_parts
from infograficos.language.numbers import MINUS

_SCRIPT = dict(zip("BEFHILMR", "ℬℰℱℋℐℒℳℛ", strict=True))
_DOUBLE = dict(zip("CHNPQRZ1", "ℂℍℕℙℚℝℤ𝟙", strict=True))

#: A run of so many bold letters is a name.
_NAME = 3


def in_alphabet(nodes: Nodes, command: str) -> Nodes:
    """Return nodes in the letters of a command, whose runs of upright letters become names."""
    if command in ("mathcal", "mathscr"):
        return _map_symbols(nodes, partial(_special, table=_SCRIPT, first=0x1D49C))
    if command in ("mathbb", "mathbbm", "mathds"):
        return _map_symbols(nodes, partial(_special, table=_DOUBLE, first=0x1D538))
    if command == "mathnormal":
        return nodes
    if command in ("mathbf", "boldsymbol", "bm", "pmb"):
        return _join_runs(_map_symbols(nodes, _bold), "bold", _NAME)
    return _join_runs(nodes, "identifier" if command == "mathit" else "words", 1)


def _map_symbols(nodes: Nodes, change: Callable[[Symbol], Symbol]) -> Nodes:
    search = partial(_map_symbols, change=change)
    return tuple(change(node) if isinstance(node, Symbol) else _map_inside(node, search) for node in nodes)


def _map_inside(node: Node, change: Callable[[Nodes], Nodes]) -> Node:
    if isinstance(node, Scripts):
        lower, upper = (part and change(part) for part in (node.subscript, node.superscript))
        return Scripts(change((node.base,))[0], lower, upper)
    return map_parts(node, change)


def _bold(symbol: Symbol) -> Symbol:
    is_letter = symbol.kind in ("identifier", "number", "words", "prefix")
    return Symbol(symbol.text, "bold") if is_letter else symbol


def _special(symbol: Symbol, table: dict[str, str], first: int) -> Symbol:
    letter, primes = symbol.text[:1], symbol.text[1:]
    if letter in table:
        return Symbol(table[letter] + primes, "alphabet")
    is_capital = "A" <= letter <= "Z"
    return Symbol(chr(first + ord(letter) - ord("A")) + primes, "alphabet") if is_capital else symbol


def _join_runs(nodes: Nodes, kind: Literal["bold", "words", "identifier"], least: int) -> Nodes:
    """Return nodes in which each run of characters, at least so many, is one name of a kind."""
    result: list[Node] = []
    for is_run, group in groupby(nodes, _is_character):
        run = tuple(group)
        if is_run and len(run) >= least:
            result.extend(_name(run, kind))
        else:
            inside = partial(_join_runs, kind=kind, least=least)
            result.extend(_map_inside(node, inside) if not is_run else node for node in run)
    return tuple(result)


def _is_character(node: Node) -> bool:
    if isinstance(node, Symbol):
        return node.kind in ("identifier", "number", "words", "bold", "slash") or node.text == MINUS
    return isinstance(node, Space) and node.width > 0


def _name(run: Nodes, kind: Literal["bold", "words", "identifier"]) -> Iterator[Node]:
    """Yield a run as one name; a minus in it is a hyphen, and spaces around it stay."""
    text = "".join(_characters(node) for node in run)
    if text[:1] == " ":
        yield Space(1 / 6)
    yield Symbol(text.strip(), kind)
    if text[-1:] == " ":
        yield Space(1 / 6)


def _characters(node: Node) -> str:
    if isinstance(node, Symbol):
        return "-" if node.text == MINUS else node.text
    return " "
