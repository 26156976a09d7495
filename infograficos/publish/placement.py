"""The place of a figure without markers: an image's, below its section's heading, or at the article's end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from infograficos.figure import Figure
from infograficos.language.messages import message
from infograficos.publish.document import Document, Heading
from infograficos.publish.existing_images import ExistingImage, find_existing
from infograficos.publish.images import find_images, visible_text
from infograficos.publish.markers import Slot, closing_marker, opening_marker
from infograficos.publish.publication import Publication
from infograficos.publish.sections import find_heading, is_same, nearest_headings
from infograficos.text.markup import plain_text


@dataclass(frozen=True, slots=True)
class Placement:
    """A figure's place, as the offsets in the article's text that its markers replace, and why there.

    `image` is what they replace, and `heading` that of the figure's section; without either it is the
    article's end. `remark` is for the author to look at.
    """

    figure: Figure
    start: int
    end: int
    image: ExistingImage | None = None
    heading: Heading | None = None
    remark: str = ""

    def __str__(self) -> str:
        """Say which figure goes where, and why."""
        place = message("no fim do artigo")
        if self.image:
            place = message("no lugar da imagem que estava na linha {line}", line=self.image.line)
        elif self.heading:
            place = message("abaixo do título “{title}”", title=self.heading.title)
        return f"“{self.figure.full_name}” {place}{f'; {self.remark}' if self.remark else ''}"

    @property
    def is_found(self) -> bool:
        """Whether the article itself has a place for the figure."""
        return bool(self.image or self.heading)


@dataclass(frozen=True, slots=True)
class Placements:
    """The places of figures, and messages about those without one."""

    possible: tuple[Placement, ...] = ()
    impossible: tuple[str, ...] = ()


def suggest_placements(
    document: Document, figures: Iterable[Figure], publication: Publication, slots: Sequence[Slot] = ()
) -> Placements:
    """Return the place of each figure in an article that has these slots."""
    possible: list[Placement] = []
    impossible = []
    images, visible = list(find_images(document)), visible_text(document)
    for figure in figures:
        snippet = publication.article_lines(figure, mdx=document.mdx)
        image = find_existing(document, figure, snippet, images, visible)
        if image and image.is_inline:
            impossible.append(
                message(
                    "a figura “{figure}” não foi posta: a imagem dela está na linha {line}, "
                    "junto de outro texto ou em um link; deixe essa imagem sozinha em sua linha",
                    figure=figure.full_name,
                    line=image.line,
                )
            )
        elif image and not any(image.start < each.end and each.start < image.end for each in possible):
            remark = message("o que estava em volta dela ficou") if image.has_words else ""
            possible.append(Placement(figure, image.start, image.end, image, remark=remark))
        else:
            possible.append(_place_by_section(document, figure, slots))
    return Placements(tuple(possible), tuple(impossible))


def _place_by_section(document: Document, figure: Figure, slots: Sequence[Slot]) -> Placement:
    section = plain_text(figure.section)
    free = [each for each in document.headings if not each.obstacle]
    heading = find_heading(section, free)
    if heading is None:
        end = len(document.text) + 1 if document.lines else 0
        return Placement(figure, end, end, remark=_why_at_the_end(document, section))
    start = document.starts[_below(document, heading.last, figure, slots)]
    remark = (
        "" if is_same(section, heading.title) else message("a seção da figura é “{section}”", section=section)
    )
    return Placement(figure, start, start, heading=heading, remark=remark)


def _below(document: Document, index: int, figure: Figure, slots: Sequence[Slot]) -> int:
    """Return the index of the line from which on a figure goes: below those before it in the same section."""
    for slot in sorted(slots, key=lambda each: each.opening):
        between = document.lines[index : slot.opening]
        is_next = slot.opening >= index and not any(line.text.strip() for line in between)
        if is_next and slot.figure.number < figure.number:
            index = slot.closing + 1
    return index


def _why_at_the_end(document: Document, section: str) -> str:
    if not section:
        return message("a figura não diz sua seção (em “section”)")
    hidden = find_heading(section, document.headings)
    if hidden:
        return message(
            "o título “{title}”, da linha {line}, está {obstacle}",
            title=hidden.title,
            line=hidden.first,
            obstacle=message(hidden.obstacle),
        )
    near = [
        message("“{title}” (linha {line})", title=each.title, line=each.first)
        for each in nearest_headings(section, document.headings)
    ]
    if near:
        return message(
            "nenhum título é o da seção “{section}”; os mais próximos: {near}", section=section, near=near
        )
    return message("nenhum título é o da seção “{section}”", section=section)


def missing_markers_message(name: str, document: Document, placements: Placements) -> str:
    """Say that an article has no markers of these figures, and where they belong."""
    mdx = document.mdx
    advice = message(
        "{name}: nenhum marcador destas figuras; com “--place” eles são postos onde se diz abaixo, "
        "ou ponha-os você",
        name=name,
    )
    where = [
        message(
            "{name}, {place}: “{opening}” e “{closing}”, cada um em sua linha",
            name=name,
            place=_line(document, each),
            opening=opening_marker(each.figure, mdx=mdx),
            closing=closing_marker(mdx=mdx),
        )
        for each in placements.possible
    ]
    return "\n".join([advice, *where, *(f"{name}: {line}" for line in placements.impossible)])


def _line(document: Document, place: Placement) -> str:
    if place.image:
        return message("no lugar da imagem da linha {line}", line=place.image.line)
    title = (
        message("o título “{title}”", title=place.heading.title)
        if place.heading
        else message("o fim do texto")
    )
    return message("abaixo da linha {line}, {title}", line=document.index(place.start), title=title)
