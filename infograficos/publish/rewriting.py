"""Renews the figures of an article between their markers, and leaves every other byte alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.errors import InputError, MachineError
from infograficos.figure import Figure
from infograficos.language.portuguese import pluralize
from infograficos.publish.lines import Line, lines_of, unclosed_fence
from infograficos.publish.markers import Slot, absent, find_slots
from infograficos.publish.publishing import Publication
from infograficos.publish.suggesting import marked, suggestions
from infograficos.system.atomic_write import write_file
from infograficos.system.read_text import ReadErrors, read_text

_LEAST_RIGHTS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

_REFUSALS = ReadErrors(
    missing="o artigo “{path}” não existe",
    folder="“{path}” é uma pasta; esperado o arquivo do artigo",
    encoding="{name}, linha {line}: esperado texto em UTF-8; salve o artigo assim",
)


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of an article: its figures, those whose lines are new now, and whether it was written."""

    path: Path
    figures: tuple[Figure, ...]
    new: tuple[Figure, ...]

    def __str__(self) -> str:
        """Say it in one line."""
        current = len(self.figures) - len(self.new)
        told = [
            pluralize(len(self.new), "figura renovada", "figuras renovadas") if self.new else "",
            f"{current} já em dia" if current else "",
        ]
        return f"{self.path}  {', '.join(filter(None, told))}"


def renew(
    path: Path,
    publication: Publication,
    chapter: Chapter,
    figures: Iterable[Figure] | None = None,
    *,
    place: bool = False,
) -> Renewed:
    """Write today's snippets between an article's markers; what is current already is not written again.

    An article that is missing, is no UTF-8, has no markers or wrong ones raises `InputError`, one that cannot
    be read or written `MachineError`; the article is untouched then.

    Args:
        path: the article.
        publication: where it is read.
        chapter: whose figures its markers name.
        figures: those to renew; all where none are given.
        place: put markers for the figures that have none, below the headings of their sections.
    """
    chosen = tuple(chapter.figures if figures is None else figures)
    before = read_article(path)
    text = _placed(before, chapter, chosen, path.name) if place else before
    lines = lines_of(text)
    slots = _wanted(find_slots(lines, chapter, path.name), chosen)
    if not slots:
        raise InputError(_without_markers(path.name, lines, chosen))
    after, new = _rewritten(lines, slots, publication)
    if after != before:
        _write(path, after)
    return Renewed(path, tuple(slot.figure for slot in slots), new)


def read_article(path: Path) -> str:
    """Return an article's text with the ends of its lines as they are; see `renew`."""
    return read_text(path, _REFUSALS, keep_bom=True)


def written_between(slot: Slot, lines: list[Line], publication: Publication) -> str:
    """Return what stands between a figure's markers today, in the article's own ends of line."""
    end = lines[slot.opening].end
    inside = ["", *publication.in_article(slot.figure).split("\n"), ""]
    return "".join(f"{slot.indent if text else ''}{text}{end}" for text in inside)


def between(slot: Slot, lines: list[Line]) -> str:
    """Return what stands between a figure's markers."""
    return "".join(line.whole for line in lines[slot.opening + 1 : slot.closing])


def _wanted(slots: list[Slot], figures: tuple[Figure, ...]) -> list[Slot]:
    return [slot for slot in slots if slot.figure in figures]


def _placed(text: str, chapter: Chapter, figures: tuple[Figure, ...], name: str) -> str:
    lines = lines_of(text)
    missing = absent(find_slots(lines, chapter, name), figures)
    fence = unclosed_fence(lines)
    if fence and any(each.below == len(lines) for each in suggestions(lines, missing)):
        raise InputError(
            f"{name}, linha {fence[0]}: o bloco de código não foi fechado, e um marcador no fim do "
            f"artigo seria parte dele; feche-o com “{fence[1]}”"
        )
    return marked(lines, missing)


def _rewritten(
    lines: list[Line], slots: list[Slot], publication: Publication
) -> tuple[str, tuple[Figure, ...]]:
    pieces, done, new = [], 0, []
    for slot in slots:
        today = written_between(slot, lines, publication)
        pieces += [*(line.whole for line in lines[done : slot.opening + 1]), today]
        done = slot.closing
        if today != between(slot, lines):
            new.append(slot.figure)
    pieces += [line.whole for line in lines[done:]]
    return "".join(pieces), tuple(new)


def _write(path: Path, text: str) -> None:
    # A link stays a link, and the article keeps its rights.
    file = path.resolve()
    rights = stat.S_IMODE(file.stat().st_mode)
    if not rights & _LEAST_RIGHTS or not os.access(file, os.W_OK):
        raise MachineError(f"não foi possível gravar “{path}”: o arquivo só permite leitura")
    write_file(file, text.encode(), rights)


def _without_markers(name: str, lines: list[Line], figures: tuple[Figure, ...]) -> str:
    first = (
        f"{name}: nenhum marcador destas figuras; com “--place” eles são postos onde se diz abaixo, "
        "ou ponha-os você"
    )
    return "\n".join([first, *(f"{name}, {each}" for each in suggestions(lines, figures))])
