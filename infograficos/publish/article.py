"""An article's figures between their markers: what of them is out of date, and bringing them up to date."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.errors import InputError, MachineError
from infograficos.figure import Figure
from infograficos.language.portuguese import pluralize
from infograficos.publish.images import find_images
from infograficos.publish.lines import Line, split_lines
from infograficos.publish.markers import Slot, find_slots, unplaced_figures
from infograficos.publish.placement import insert_markers, missing_markers_message
from infograficos.publish.publication import Publication
from infograficos.system.files import ReadErrors, read_text, write_file

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

_READ_ERRORS = ReadErrors(
    missing="o artigo “{path}” não existe",
    folder="“{path}” é uma pasta; esperado o arquivo do artigo",
    encoding="{name}, linha {line}: esperado texto em UTF-8; salve o artigo assim",
)

#: The alt text that Dev.to's editor inserts.
PLACEHOLDER = "image description"


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


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """What is wrong in an article, and what its author should know, a line each."""

    errors: tuple[str, ...]
    warnings: tuple[str, ...]


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
    before = text = _read(path)
    if place:
        lines = split_lines(text)
        missing = unplaced_figures(find_slots(lines, chapter, path.name), chosen)
        text = insert_markers(lines, missing, path.name)
    lines = split_lines(text)
    slots = [slot for slot in find_slots(lines, chapter, path.name) if slot.figure in chosen]
    if not slots:
        raise InputError(missing_markers_message(path.name, lines, chosen))
    after, changed = _update(lines, slots, publication)
    if after != before:
        _write(path, after)
    return ArticleUpdate(path, tuple(slot.figure for slot in slots), changed)


def check_article(
    path: Path, publication: Publication, chapter: Chapter, figures: Iterable[Figure] | None = None
) -> ArticleReport:
    """Find figures out of date, images without alt text and missing files; raises as `update_article`."""
    chosen = tuple(chapter.figures if figures is None else figures)
    lines = split_lines(_read(path))
    slots = [slot for slot in find_slots(lines, chapter, path.name) if slot.figure in chosen]
    found = {*_outdated_figures(slots, lines, publication), *_image_errors(lines, path.parent)}
    errors = tuple(f"{path.name}, linha {number}: {text}" for number, text in sorted(found))
    missing = [
        f"a figura “{each.full_name}” não está em {path.name}" for each in unplaced_figures(slots, chosen)
    ]
    return ArticleReport(errors, (*missing, *publication.advice(slot.figure for slot in slots)))


def _read(path: Path) -> str:
    return read_text(path, _READ_ERRORS, keep_bom=True)


def _update(lines: list[Line], slots: list[Slot], publication: Publication) -> tuple[str, tuple[Figure, ...]]:
    texts, changed = [line.full_text for line in lines], []
    for slot in reversed(slots):
        expected = _expected_text(slot, lines, publication)
        if expected != _current_text(slot, lines):
            texts[slot.opening + 1 : slot.closing] = [expected]
            changed.append(slot.figure)
    return "".join(texts), tuple(reversed(changed))


def _write(path: Path, text: str) -> None:
    # Write through a link, and keep the permissions.
    file = path.resolve()
    rights = stat.S_IMODE(file.stat().st_mode)
    if not rights & _WRITABLE or not os.access(file, os.W_OK):
        raise MachineError(f"não foi possível gravar “{path}”: o arquivo só permite leitura")
    write_file(file, text.encode(), rights)


def _outdated_figures(
    slots: list[Slot], lines: list[Line], publication: Publication
) -> Iterator[tuple[int, str]]:
    for slot in slots:
        current = _current_text(slot, lines)
        name, number = slot.figure.full_name, lines[slot.opening].number
        if not current.strip():
            yield number, f"a figura “{name}” ainda não foi posta"
        elif current != _expected_text(slot, lines, publication):
            yield number, f"a figura “{name}” não está em dia"


def _image_errors(lines: list[Line], folder: Path) -> Iterator[tuple[int, str]]:
    for image in find_images(lines):
        if image.alt is not None and image.alt.strip().casefold() in ("", PLACEHOLDER):
            name = f"“{image.address}”" if image.address else "sem endereço"
            yield image.line, f"a imagem {name} não tem texto alternativo"
        file = image.file
        if file and not _is_file(folder, file):
            yield image.line, f"o arquivo “{file}” não existe"


def _is_file(folder: Path, file: str) -> bool:
    try:
        return (folder / file).is_file()
    except (OSError, ValueError):
        return False


def _expected_text(slot: Slot, lines: list[Line], publication: Publication) -> str:
    """Return what belongs between a figure's markers, in the article's line endings."""
    end = lines[slot.opening].end
    content = ["", *publication.article_lines(slot.figure).split("\n"), ""]
    return "".join(f"{slot.indent if text else ''}{text}{end}" for text in content)


def _current_text(slot: Slot, lines: list[Line]) -> str:
    """Return what is between a figure's markers."""
    return "".join(line.full_text for line in lines[slot.opening + 1 : slot.closing])
