"""`embed --check`: what in an article is not what it should be, with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.figure import Figure
from infograficos.publish.images import Shown, images
from infograficos.publish.lines import Line, lines_of
from infograficos.publish.markers import Slot, absent, find_slots
from infograficos.publish.publishing import Publication
from infograficos.publish.rewriting import between, read_article, written_between

#: The words that Dev.to's editor puts where an author has said nothing.
PLACEHOLDER = "image description"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong with an article, and what its author should know, each in one line."""

    faults: tuple[str, ...]
    warnings: tuple[str, ...]


def check_article(
    path: Path, publication: Publication, chapter: Chapter, figures: Iterable[Figure] | None = None
) -> Judgement:
    """Say what is stale in an article, has no alternative text, or points to a file that is not there.

    What cannot be read, or has wrong markers, is refused as `renew` does; nothing is written.
    """
    chosen = tuple(chapter.figures if figures is None else figures)
    lines = lines_of(read_article(path))
    slots = [slot for slot in find_slots(lines, chapter, path.name) if slot.figure in chosen]
    found = [*_stale(slots, lines, publication), *_badly_shown(lines, path.parent)]
    told = [f"{path.name}, linha {number}: {fault}" for number, fault in sorted(dict.fromkeys(found))]
    missing = [f"a figura “{each.full_name}” não está em {path.name}" for each in absent(slots, chosen)]
    return Judgement(tuple(told), (*missing, *publication.advice(slot.figure for slot in slots)))


def _stale(slots: list[Slot], lines: list[Line], publication: Publication) -> Iterator[tuple[int, str]]:
    for slot in slots:
        now = between(slot, lines)
        name, number = slot.figure.full_name, lines[slot.opening].number
        if not now.strip():
            yield number, f"a figura “{name}” ainda não foi posta"
        elif now != written_between(slot, lines, publication):
            yield number, f"a figura “{name}” não está em dia"


def _badly_shown(lines: list[Line], folder: Path) -> Iterator[tuple[int, str]]:
    for image in images(lines):
        if image.alt is not None and image.alt.strip().casefold() in ("", PLACEHOLDER):
            yield image.line, f"a imagem {_named(image)} não tem texto alternativo"
        file = image.file
        if file and not _is_there(folder, file):
            yield image.line, f"o arquivo “{file}” não existe"


def _named(image: Shown) -> str:
    return f"“{image.address}”" if image.address else "sem endereço"


def _is_there(folder: Path, file: str) -> bool:
    try:
        return (folder / file).is_file()
    except (OSError, ValueError):
        return False
