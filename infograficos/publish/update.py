"""Updating the figures of an article between their markers; no other byte changes."""

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
from infograficos.publish.lines import Line, split_lines, unclosed_fence
from infograficos.publish.markers import Slot, find_slots, unplaced_figures
from infograficos.publish.placement import insert_markers, suggest_placements
from infograficos.publish.publication import Publication
from infograficos.system.files import ReadErrors, read_text, write_file

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

_REFUSALS = ReadErrors(
    missing="o artigo “{path}” não existe",
    folder="“{path}” é uma pasta; esperado o arquivo do artigo",
    encoding="{name}, linha {line}: esperado texto em UTF-8; salve o artigo assim",
)


@dataclass(frozen=True, slots=True)
class ArticleUpdate:
    """The result of an update: the article's figures, and which of them changed."""

    path: Path
    figures: tuple[Figure, ...]
    changed: tuple[Figure, ...]

    def __str__(self) -> str:
        """Describe the result in one line."""
        changed, current = len(self.changed), len(self.figures) - len(self.changed)
        counts = [
            pluralize(changed, "figura renovada", "figuras renovadas") if changed else "",
            f"{current} já em dia" if current else "",
        ]
        return f"{self.path}  {', '.join(filter(None, counts))}"


def update_article(
    path: Path,
    publication: Publication,
    chapter: Chapter,
    figures: Iterable[Figure] | None = None,
    *,
    place: bool = False,
) -> ArticleUpdate:
    """Write current snippets between an article's markers, if any changed.

    A missing article, one not in UTF-8 and wrong or no markers raise `InputError`; one that cannot be read or
    written raises `MachineError`. The article is untouched then.

    Args:
        path: the article.
        publication: how it shows figures.
        chapter: whose figures its markers name.
        figures: those to update; by default all.
        place: whether to add markers for figures without, below the headings of their sections.
    """
    chosen = tuple(chapter.figures if figures is None else figures)
    before = read_article(path)
    text = _with_markers(before, chapter, chosen, path.name) if place else before
    lines = split_lines(text)
    slots = [slot for slot in find_slots(lines, chapter, path.name) if slot.figure in chosen]
    if not slots:
        raise InputError(_missing_markers_message(path.name, lines, chosen))
    after, changed = _update(lines, slots, publication)
    if after != before:
        _write(path, after)
    return ArticleUpdate(path, tuple(slot.figure for slot in slots), changed)


def read_article(path: Path) -> str:
    """Return an article's text with its line endings; raises as `update_article`."""
    return read_text(path, _REFUSALS, keep_bom=True)


def expected_text(slot: Slot, lines: list[Line], publication: Publication) -> str:
    """Return what belongs between a figure's markers, in the article's line endings."""
    end = lines[slot.opening].end
    content = ["", *publication.article_lines(slot.figure).split("\n"), ""]
    return "".join(f"{slot.indent if text else ''}{text}{end}" for text in content)


def current_text(slot: Slot, lines: list[Line]) -> str:
    """Return what is between a figure's markers."""
    return "".join(line.source for line in lines[slot.opening + 1 : slot.closing])


def _with_markers(text: str, chapter: Chapter, figures: tuple[Figure, ...], name: str) -> str:
    lines = split_lines(text)
    missing = unplaced_figures(find_slots(lines, chapter, name), figures)
    fence = unclosed_fence(lines)
    if fence and any(each.line == len(lines) for each in suggest_placements(lines, missing)):
        raise InputError(
            f"{name}, linha {fence[0]}: o bloco de código não foi fechado, e um marcador no fim do "
            f"artigo seria parte dele; feche-o com “{fence[1]}”"
        )
    return insert_markers(lines, missing)


def _update(lines: list[Line], slots: list[Slot], publication: Publication) -> tuple[str, tuple[Figure, ...]]:
    parts, end, changed = [], 0, []
    for slot in slots:
        expected = expected_text(slot, lines, publication)
        parts += [*(line.source for line in lines[end : slot.opening + 1]), expected]
        end = slot.closing
        if expected != current_text(slot, lines):
            changed.append(slot.figure)
    parts += [line.source for line in lines[end:]]
    return "".join(parts), tuple(changed)


def _write(path: Path, text: str) -> None:
    # Write through a link, and keep the permissions.
    file = path.resolve()
    rights = stat.S_IMODE(file.stat().st_mode)
    if not rights & _WRITABLE or not os.access(file, os.W_OK):
        raise MachineError(f"não foi possível gravar “{path}”: o arquivo só permite leitura")
    write_file(file, text.encode(), rights)


def _missing_markers_message(name: str, lines: list[Line], figures: tuple[Figure, ...]) -> str:
    message = (
        f"{name}: nenhum marcador destas figuras; com “--place” eles são postos onde se diz abaixo, "
        "ou ponha-os você"
    )
    return "\n".join([message, *(f"{name}, {each}" for each in suggest_placements(lines, figures))])
