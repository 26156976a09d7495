"""An article's figures between their markers: what of them is out of date, and bringing them up to date."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.errors import MachineError
from infograficos.figure import Figure
from infograficos.language.messages import message
from infograficos.publish.document import Document
from infograficos.publish.existing_images import shows
from infograficos.publish.images import find_images
from infograficos.publish.markers import Slot, unplaced_figures
from infograficos.publish.publication import Publication
from infograficos.publish.renewal import ArticleFigures, ArticleUpdate, current_text
from infograficos.publish.right_chapter import chapter_advice
from infograficos.system.files import ReadErrors, read_text, write_file
from infograficos.system.folder_lock import FolderLock

#: How often an article that others save meanwhile is read again.
_MOST_ATTEMPTS = 5

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

_READ_ERRORS = ReadErrors(
    missing="o artigo “{path}” não existe",
    folder="“{path}” é uma pasta; esperado o arquivo do artigo",
    encoding="{name}, linha {line}: esperado texto em UTF-8; salve o artigo assim",
)

#: The alt text that Dev.to's editor inserts.
PLACEHOLDER = "image description"


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
    written, or is saved by others again and again, raises `MachineError`. The article is untouched then.

    Args:
        path: the article.
        publication: how it shows figures.
        chapter: whose figures its markers name.
        figures: those to update; by default all.
        place: whether to add markers for figures without, in place of their images or below the headings of
            their sections.
    """
    article = ArticleFigures(path, publication, chapter, None if figures is None else tuple(figures))
    _read(path)
    with FolderLock(path):
        for _ in range(_MOST_ATTEMPTS):
            before = _read(path)
            after, update = article.renew(before, place=place)
            if after == before or _write(path, before, after):
                return update
    raise MachineError(
        "“{path}” foi salvo por outro programa a cada tentativa de gravar, e ficou assim; tente de novo",
        path=path,
    )


def _write(path: Path, before: str, after: str) -> bool:
    """Write an article, unless others changed it since it was read; return whether it was written."""
    # Write through a link, and keep the permissions.
    file = path.resolve()
    rights = stat.S_IMODE(file.stat().st_mode)
    if not rights & _WRITABLE or not os.access(file, os.W_OK):
        raise MachineError("não foi possível gravar “{path}”: o arquivo só permite leitura", path=path)
    return write_file(file, after.encode(), rights, expected=before.encode())


def check_article(
    path: Path, publication: Publication, chapter: Chapter, figures: Iterable[Figure] | None = None
) -> ArticleReport:
    """Find figures out of date, images without alt text and missing files; raises as `update_article`."""
    article = ArticleFigures(path, publication, chapter, None if figures is None else tuple(figures))
    document = article.parse(_read(path))
    slots = article.slots(document)
    found = {*_outdated_figures(article, slots, document), *_image_errors(document, path.parent)}
    errors = tuple(
        message("{name}, linha {number}: {text}", name=path.name, number=number, text=text)
        for number, text in sorted(found)
    )
    warnings = [
        *chapter_advice(path, publication),
        *_absences(article, slots, document),
        *article.duplicates(document, slots),
        *publication.advice(slot.figure for slot in slots),
    ]
    return ArticleReport(errors, tuple(warnings))


def _read(path: Path) -> str:
    return read_text(path, _READ_ERRORS, keep_bom=True)


def _outdated_figures(
    article: ArticleFigures, slots: list[Slot], document: Document
) -> Iterator[tuple[int, str]]:
    for slot in slots:
        current = current_text(slot, document)
        name, number = slot.figure.full_name, slot.opening + 1
        if not current.strip():
            yield number, message("a figura “{name}” ainda não foi posta", name=name)
        elif current != article.expected_text(slot, document):
            yield number, message("a figura “{name}” não está em dia", name=name)


def _image_errors(document: Document, folder: Path) -> Iterator[tuple[int, str]]:
    for image in find_images(document):
        if image.alt is not None and image.alt.strip().casefold() in ("", PLACEHOLDER):
            name = message("a imagem “{address}” não tem texto alternativo", address=image.address)
            nameless = message("a imagem sem endereço não tem texto alternativo")
            yield image.line, name if image.address else nameless
        file = image.file
        if file and not _is_file(folder, file):
            yield image.line, message("o arquivo “{file}” não existe", file=file)


def _is_file(folder: Path, file: str) -> bool:
    try:
        return (folder / file).is_file()
    except (OSError, ValueError):
        return False


def _absences(article: ArticleFigures, slots: list[Slot], document: Document) -> Iterator[str]:
    name, images = article.path.name, list(find_images(document))
    for figure in unplaced_figures(slots, article.chosen):
        image = next((each for each in images if each.source and shows(each, figure)), None)
        if image:
            yield (
                message(
                    "{name}, linha {line}: a figura “{figure}” está aqui sem marcadores; "
                    "“--write” com “--place” os põe",
                    name=name,
                    line=image.line,
                    figure=figure.full_name,
                )
            )
        else:
            yield message("a figura “{figure}” não está em {name}", figure=figure.full_name, name=name)
