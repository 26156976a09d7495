"""An article's text with its figures brought up to date, and what to tell its author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.errors import InputError
from infograficos.figure import Figure
from infograficos.language.messages import message
from infograficos.publish.document import Document, parse_document
from infograficos.publish.existing_images import shows
from infograficos.publish.images import find_images
from infograficos.publish.insertion import insert_markers
from infograficos.publish.markers import Slot, find_slots, unplaced_figures
from infograficos.publish.placement import Placement, Placements, missing_markers_message, suggest_placements
from infograficos.publish.publication import Publication
from infograficos.publish.right_chapter import chapter_advice, validate_places, validate_slot


@dataclass(frozen=True, slots=True)
class ArticleUpdate:
    """The result of an update.

    Args:
        path: the article.
        figures: its figures.
        changed: those of them that were out of date.
        places: where figures without markers went, a line each.
        warnings: what the author should look at, a line each.
    """

    path: Path
    figures: tuple[Figure, ...]
    changed: tuple[Figure, ...]
    places: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Describe the result, the whole in one line and then each new place."""
        changed, current = len(self.changed), len(self.figures) - len(self.changed)
        counts = [
            message(("{count} figura renovada", "{count} figuras renovadas"), changed) if changed else "",
            message("{current} já em dia", current=current) if current else "",
        ]
        return "\n".join([f"{self.path}  {', '.join(filter(None, counts))}", *self.places])


@dataclass(frozen=True)
class ArticleFigures:
    """The figures of an article.

    Args:
        path: the article.
        publication: how it shows figures.
        chapter: whose figures its markers name.
        figures: those to look after; None for all.
    """

    path: Path
    publication: Publication
    chapter: Chapter
    figures: tuple[Figure, ...] | None = None

    @property
    def chosen(self) -> tuple[Figure, ...]:
        """The figures to look after."""
        return tuple(self.chapter.figures) if self.figures is None else self.figures

    def parse(self, text: str) -> Document:
        """Return the article's lines and what they are."""
        return parse_document(text, mdx=self.path.suffix.lower() == ".mdx")

    def slots(self, document: Document) -> list[Slot]:
        """Return the slots of the chosen figures; markers that are wrong raise `InputError`."""
        found = find_slots(document, self.chapter, self.path.name)
        slots = [slot for slot in found if slot.figure in self.chosen]
        for slot in slots:
            validate_slot(slot, document, self.path, self.publication)
        return slots

    def renew(self, text: str, *, place: bool) -> tuple[str, ArticleUpdate]:
        """Return the article with current snippets between its markers, and what became of it.

        `place` adds the markers that lack.
        """
        document = self.parse(text)
        missing = unplaced_figures(self.slots(document), self.chosen)
        placements = Placements()
        if place and missing:
            placements = suggest_placements(
                document, missing, self.publication, find_slots(document, self.chapter, self.path.name)
            )
            if self.figures is None and len(missing) == len(self.chosen):
                validate_places(placements, document, self.path, self.publication, self.chapter)
            document = self._insert(document, placements.possible)
        slots = self.slots(document)
        if not slots:
            raise InputError(self._why_none(document, placements))
        after, changed = self._write_snippets(document, slots)
        figures, document = tuple(slot.figure for slot in slots), self.parse(after)
        slots = self.slots(document)
        # A figure's blank lines may end a block of HTML, and what it held then hides markers below.
        if tuple(slot.figure for slot in slots) != figures:
            raise InputError(f"{self.path.name}{document.open_end}")
        places, doubts = self._describe(placements.possible, slots)
        warnings = (*doubts, *placements.impossible, *self.duplicates(document, slots))
        advice = chapter_advice(self.path, self.publication)
        return after, ArticleUpdate(self.path, figures, changed, places, (*advice, *warnings))

    def duplicates(self, document: Document, slots: Sequence[Slot]) -> Iterator[str]:
        """Yield the images outside of the markers that show one of the article's figures once more."""
        told = set()
        for image in find_images(document):
            index = document.index(image.start)
            figure = next((slot.figure for slot in slots if image.source and shows(image, slot.figure)), None)
            is_ours = any(slot.opening < index < slot.closing for slot in slots)
            if figure and not is_ours and index not in told:
                told.add(index)
                yield (
                    message(
                        "{name}, linha {line}: outra imagem da figura “{figure}”, "
                        "que já está entre marcadores",
                        name=self.path.name,
                        line=index + 1,
                        figure=figure.full_name,
                    )
                )

    def _insert(self, document: Document, places: Sequence[Placement]) -> Document:
        """Return the article with markers, each read as one; `InputError` where that cannot be."""
        result = self.parse(insert_markers(document, places))
        # Half of a pair may be read, and the other half be part of something else.
        with suppress(InputError):
            found = [slot.figure for slot in find_slots(result, self.chapter, self.path.name)]
            if all(each.figure in found for each in places):
                return result
        raise InputError(f"{self.path.name}{document.open_end}")

    def _why_none(self, document: Document, placements: Placements) -> str:
        if placements.impossible:
            return "\n".join(f"{self.path.name}: {line}" for line in placements.impossible)
        suggested = suggest_placements(document, self.chosen, self.publication)
        return missing_markers_message(self.path.name, document, suggested)

    def _write_snippets(self, document: Document, slots: Sequence[Slot]) -> tuple[str, tuple[Figure, ...]]:
        texts, changed = [line.full_text for line in document.lines], []
        for slot in reversed(slots):
            expected = self.expected_text(slot, document)
            if expected != current_text(slot, document):
                texts[slot.opening + 1 : slot.closing] = [expected]
                changed.append(slot.figure)
        return "".join([document.bom, *texts]), tuple(reversed(changed))

    def _describe(
        self, places: Sequence[Placement], slots: Sequence[Slot]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Say where each figure went in the new article; those at its end are for the author to look at."""
        lines = {slot.figure.full_name: slot.opening + 1 for slot in slots}
        told = [
            (
                message(
                    "{name}, linha {number}: {text}",
                    name=self.path.name,
                    number=lines[each.figure.full_name],
                    text=each,
                ),
                each,
            )
            for each in places
        ]
        return (
            tuple(line for line, each in told if each.is_found),
            tuple(line for line, each in told if not each.is_found),
        )

    def expected_text(self, slot: Slot, document: Document) -> str:
        """Return what belongs between a figure's markers, in the article's line endings."""
        end = document.lines[slot.opening].end
        content = ["", *self.publication.article_lines(slot.figure, mdx=slot.mdx).split("\n"), ""]
        return "".join(f"{slot.indent if text else ''}{text}{end}" for text in content)


def current_text(slot: Slot, document: Document) -> str:
    """Return what is between a figure's markers."""
    return "".join(line.full_text for line in document.lines[slot.opening + 1 : slot.closing])
