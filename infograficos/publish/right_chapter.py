"""Whether an article's figures are those of the chapter at hand: `--from` is easily forgotten."""

from __future__ import annotations

import re
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.errors import InputError
from infograficos.language.messages import message
from infograficos.publish.chapter_scripts import find_chapter_scripts
from infograficos.publish.document import Document
from infograficos.publish.markers import Slot
from infograficos.publish.placement import Placements
from infograficos.publish.publication import Publication
from infograficos.publish.sections import find_heading
from infograficos.text.markup import plain_text


def validate_slot(slot: Slot, document: Document, path: Path, publication: Publication) -> None:
    """Refuse to put the series' own figure in place of another chapter's, unless that chapter is given."""
    if publication.script:
        return
    text = "\n".join(line.text for line in document.lines[slot.opening + 1 : slot.closing])
    # The name in a file's or a notebook's address; a phone's and a dark sheet's go on behind it.
    names = re.findall(rf"(?<![\w.-]){slot.figure.number:02d}-[a-z0-9-]+(?=\.(?:svg|png)|\"\))", text)
    if names and not any(name.startswith(slot.figure.full_name) for name in names):
        raise InputError(
            "{name}, linha {line}: aqui está a figura “{other}”, "
            "e a do capítulo da série é “{ours}”; {question}",
            name=path.name,
            line=slot.opening + 1,
            other=min(names, key=len),
            ours=slot.figure.full_name,
            question=_question(path),
        )


def validate_places(
    placements: Placements, document: Document, path: Path, publication: Publication, chapter: Chapter
) -> None:
    """Refuse to put the series' own figures at the end of an article that has no place for any of them."""
    titles = document.headings
    is_ours = placements.impossible or any(each.is_found for each in placements.possible)
    if publication.script or is_ours or not titles:
        return
    # A heading in a list or a comment is the chapter's, too, though nothing can go below it.
    if any(find_heading(plain_text(each.section), titles) for each in chapter.figures):
        return
    title = plain_text(chapter.title)
    raise InputError(
        "{name}: nenhum título é uma seção do capítulo {number:02d}, “{title}”, "
        "e nada foi gravado; {question}\n"
        "para pôr figuras dele no fim do artigo, diga quais, como “infograficos embed 1 2”",
        name=path.name,
        number=chapter.number,
        title=title,
        question=_question(path),
    )


def chapter_advice(path: Path, publication: Publication) -> list[str]:
    """Return what to say of a chapter's file beside the article that was not named."""
    scripts = [] if publication.script else find_chapter_scripts(path.parent)
    return [
        message(
            "“{script}” define um capítulo; sem “--from {script}” valem as figuras da série",
            script=scripts[0],
        )
        for _ in scripts[:1]
    ]


def _question(path: Path) -> str:
    scripts = find_chapter_scripts(path.parent)
    return (
        message("esqueceu “--from {script}”?", script=scripts[0])
        if scripts
        else message("diga em “--from” o arquivo do capítulo dele")
    )
