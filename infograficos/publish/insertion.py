"""Markers put into an article's text, which stays as it is around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from infograficos.figure import Figure
from infograficos.publish.document import Document
from infograficos.publish.existing_images import MOST_INDENT, html_block
from infograficos.publish.markers import closing_marker, opening_marker
from infograficos.publish.placement import Placement


class _Edit(NamedTuple):
    """The new text between two offsets of the article."""

    start: int
    end: int
    text: str


def insert_markers(document: Document, placements: Iterable[Placement]) -> str:
    """Return the article's text with markers for these figures, indented as the images that they replace."""
    text, parts, position = document.full_text, [document.bom], 0
    for edit in sorted(set(_edits(document, placements))):
        parts += [text[position : document.full_offset(edit.start)], edit.text]
        position = document.full_offset(edit.end)
    return "".join([*parts, text[position:]])


def _edits(document: Document, placements: Iterable[Placement]) -> Iterator[_Edit]:
    inserted: dict[int, list[Figure]] = {}
    for each in placements:
        if each.image:
            yield _replacement(document, each)
            yield from _unindent(document, document.index(each.end - 1) + 1)
        else:
            inserted.setdefault(each.start, []).append(each.figure)
    yield from (_insertion(document, start, figures) for start, figures in inserted.items())


def _insertion(document: Document, start: int, figures: list[Figure]) -> _Edit:
    """Return the edit that puts markers between two lines."""
    index = document.index(start)
    lead, trail = _blank_lines(document, index, index)
    return _Edit(
        start, start, f"{lead}{_markers(figures, '', document.line_end_at(index - 1), document.mdx)}{trail}"
    )


def _replacement(document: Document, place: Placement) -> _Edit:
    """Return the edit that puts markers where an image was, on lines of their own."""
    first, last = document.index(place.start), document.index(place.end - 1)
    eol = document.line_end_at(first)
    ahead = document.text[document.starts[first] : place.start]
    behind = document.text[place.end : document.starts[last + 1]]
    lead, trail = _blank_lines(document, first, last + 1)
    start, end = document.starts[first], document.starts[last + 1]
    if ahead.strip():
        start, lead = place.start, eol * 2
    if behind.strip():
        end, trail = place.end + len(behind) - len(behind.lstrip()), eol
    indent = _indent(document, first)
    return _Edit(start, end, f"{lead}{_markers([place.figure], indent, eol, document.mdx)}{trail}")


def _blank_lines(document: Document, first: int, following: int) -> tuple[str, str]:
    """Return what sets apart from the lines before one index and from another one on."""
    lines, eol = document.lines, document.line_end_at(first - 1)
    above = lines[first - 1] if first else None
    # The last line may have no line ending.
    lead = ("" if above.end else eol) + (eol if above.text.strip() else "") if above else ""
    return lead, eol if following < len(lines) and lines[following].text.strip() else ""


def _indent(document: Document, index: int) -> str:
    block = html_block(document, index)
    return document.lines[block[0] if block else index].indent


def _unindent(document: Document, index: int) -> Iterator[_Edit]:
    """Yield what keeps the rest of a block of HTML from becoming code below the markers' blank line."""
    block = html_block(document, index - 1)
    for line in document.lines[index : block[1] if block else index]:
        if len(line.indent) > MOST_INDENT and line.text.strip():
            start = document.starts[line.number - 1]
            yield _Edit(start, start + len(line.indent), "")


def _markers(figures: list[Figure], indent: str, eol: str, mdx: bool) -> str:
    pairs = ((opening_marker(each, mdx=mdx), closing_marker(mdx=mdx)) for each in figures)
    return eol.join("".join(f"{indent}{marker}{eol}" for marker in pair) for pair in pairs)
