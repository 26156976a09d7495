"""Parses an author's SVG to a small tree, and refuses what would cost time before it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from infograficos.language.messages import message

#: How many elements a drawing may have, and how deep they may be nested.
MAX_NODES, MAX_DEPTH = 2_000, 60

_SVG = ("", "http://www.w3.org/2000/svg")
_LINK = "http://www.w3.org/1999/xlink href"


class SvgError(Exception):
    """An SVG cannot be drawn; the message says what is wrong and what to do, and `place`, where.

    Args:
        source: the message, in Portuguese.
        line: where in the file, from 1; 0 where that says nothing.
        values: what the placeholders of the message stand for.
    """

    def __init__(self, source: str, line: int = 0, /, **values: object) -> None:
        super().__init__(message(source, **values))
        self.place = f", {message('linha {line}', line=line)}" if line else ""


@dataclass
class Node:
    """An element: its name, attributes by their names, children, line in the file, and text."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator[Node]:
        """Yield the element and all that it holds."""
        yield self
        for child in self.children:
            yield from child.walk()


def parse_tree(data: bytes) -> Node:
    """Return the root of an SVG, without what other programs keep in it; anything else raises `SvgError`."""
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise SvgError("isto não é XML válido; exporte o SVG de novo", error.lineno) from None
    except (ValueError, LookupError, UnicodeError):
        raise SvgError("não se sabe ler esta codificação; salve o SVG em UTF-8") from None
    root = builder.root
    if root is None or root.tag != "svg":
        raise SvgError("não é um SVG: esperado <svg> como primeiro elemento")
    return root


class _Builder:
    """Builds the tree while a parser reads; a tag without a name is another program's."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.EntityDeclHandler = self._refuse_entity
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._add_text

    def _refuse_entity(self, *_declaration: object) -> None:
        # An entity can stand for a thousand million letters, or for another file.
        raise SvgError(
            "declara entidades (<!ENTITY>); salve-o como SVG simples (“Plain SVG”)",
            self.parser.CurrentLineNumber,
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        self._count += 1
        if self._count > MAX_NODES:
            raise SvgError("tem mais de {most} elementos; simplifique o desenho", most=MAX_NODES)
        if len(self._open) >= MAX_DEPTH:
            raise SvgError(
                "tem mais de {most} elementos um dentro do outro; desagrupe-os", line, most=MAX_DEPTH
            )
        space, _, tag = name.rpartition(" ")
        own = {key.replace(_LINK, "href"): value for key, value in attributes.items()}
        node = Node(tag if space in _SVG else "", own, line)
        if self._open and node.tag:
            self._open[-1].children.append(node)
        self.root = self.root or node
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _add_text(self, text: str) -> None:
        if self._open[-1].tag == "style":
            self._open[-1].text += text


def ids(root: Node) -> dict[str, Node]:
    """Return the elements that have an id."""
    return {node.attributes["id"]: node for node in root.walk() if "id" in node.attributes}


def shorten(text: str) -> str:
    """Return the start of an author's text, in one line."""
    return re.sub(r"\s+", " ", text).strip()[:40]
