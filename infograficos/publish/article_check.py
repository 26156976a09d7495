"""`embed --check`: what in an article is out of date, lacks an alt text or points nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.figure import Figure
from infograficos.publish.images import find_images
from infograficos.publish.lines import Line, split_lines
from infograficos.publish.markers import Slot, find_slots, unplaced_figures
from infograficos.publish.publication import Publication
from infograficos.publish.update import current_text, expected_text, read_article

#: The alt text that Dev.to's editor inserts.
PLACEHOLDER = "image description"


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """An article's faults and the author's warnings, a line each."""

    faults: tuple[str, ...]
    warnings: tuple[str, ...]


def check_article(
    path: Path, publication: Publication, chapter: Chapter, figures: Iterable[Figure] | None = None
) -> ArticleReport:
    """Find figures out of date, images without alt text and missing files; raises as `update_article`."""
    chosen = tuple(chapter.figures if figures is None else figures)
    lines = split_lines(read_article(path))
    slots = [slot for slot in find_slots(lines, chapter, path.name) if slot.figure in chosen]
    found = {*_outdated(slots, lines, publication), *_image_faults(lines, path.parent)}
    faults = tuple(f"{path.name}, linha {number}: {fault}" for number, fault in sorted(found))
    missing = [
        f"a figura “{each.full_name}” não está em {path.name}" for each in unplaced_figures(slots, chosen)
    ]
    return ArticleReport(faults, (*missing, *publication.advice(slot.figure for slot in slots)))


def _outdated(slots: list[Slot], lines: list[Line], publication: Publication) -> Iterator[tuple[int, str]]:
    for slot in slots:
        current = current_text(slot, lines)
        name, number = slot.figure.full_name, lines[slot.opening].number
        if not current.strip():
            yield number, f"a figura “{name}” ainda não foi posta"
        elif current != expected_text(slot, lines, publication):
            yield number, f"a figura “{name}” não está em dia"


def _image_faults(lines: list[Line], folder: Path) -> Iterator[tuple[int, str]]:
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
