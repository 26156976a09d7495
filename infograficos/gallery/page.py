"""A page that shows every kind of figure: its examples, their code, and how they look."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from infograficos.builders import builders
from infograficos.figure import Figure
from infograficos.gallery.code import figure_codes, publish_names, setup_code
from infograficos.gallery.examples import kind_examples
from infograficos.language.grammar import capitalize
from infograficos.language.languages import SOURCE
from infograficos.language.messages import message_code
from infograficos.language.texts import in_language
from infograficos.raster.png import masonry
from infograficos.script import load_chapter
from infograficos.system.languages import pick_language
from infograficos.text.markup import plain_text
from infograficos.text.templates import render
from infograficos.theme import Theme, load_theme

#: A contact sheet's columns, the width of a picture in it and the gap between two, in pixels.
COLUMNS, THUMBNAIL, GAP = 4, 480, 16


@dataclass(frozen=True, slots=True)
class Example:
    """One figure on the page: its name, its code, its SVGs and what it says in words."""

    name: str
    code: str
    light: str
    dark: str
    phone: str
    alt: str


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of figure, or a chapter: its examples, and the import that their code needs."""

    name: str
    imports: str
    caption: str
    examples: tuple[Example, ...]

    @property
    def anchor(self) -> str:
        """Its name in links."""
        return file_name(self.name)


def gallery(theme: Theme | None = None, chapters: Iterable[Path] = (), language: str = "") -> str:
    """Return a page in HTML, complete in itself, with every kind of figure and chapters' own.

    Args:
        theme: by default, the series'.
        chapters: scripts of chapters.
        language: that of the page and its examples, such as `en`; by default the theme's, or else that of
            messages.
    """
    chosen = theme or load_theme()
    code = _pick_code(chosen, language)
    sections = [*_kinds(chosen, code), *(_chapter(path, chosen, language) for path in chapters)]
    with in_language(code):
        return render("pages/gallery.html", sections=sections, language=code) + "\n"


def contact_sheet(theme: Theme | None = None, language: str = "") -> bytes:
    """Return a PNG with the first example of every kind of figure."""
    chosen = theme or load_theme()
    svgs = list(contact_svgs(chosen, _pick_code(chosen, language)).values())
    return masonry(svgs, COLUMNS, THUMBNAIL, GAP, chosen.colors.light.line)


def _pick_code(theme: Theme, language: str) -> str:
    """Return the language of the examples: a theme in Portuguese leaves it to that of messages."""
    return pick_language(language or (message_code() if theme.language == SOURCE else theme.language))


def contact_svgs(theme: Theme, language: str = SOURCE) -> dict[str, str]:
    """Return the SVG of the first example of each kind, in order."""
    firsts = {name: next(iter(example_figures(name, language).values()), None) for name in builders()}
    return {name: figure.draw(theme).svg("traced") for name, figure in firsts.items() if figure}


def _kinds(theme: Theme, language: str) -> Iterator[Section]:
    for name, kind in builders().items():
        found = kind_examples(name, language)
        figures, codes = example_figures(name, language), found.codes
        examples = tuple(
            _example(figure, each, publish_names(codes[each]), theme) for each, figure in figures.items()
        )
        if examples:
            setup = setup_code(found.source, import_module(kind.__module__), codes.values())
            yield Section(name, setup, found.caption, examples)


def example_figures(kind: str, language: str = SOURCE) -> dict[str, Figure]:
    """Return the examples of a kind as figures in one of the `language_codes`, by the examples' names."""
    number, found = [*builders()].index(kind) + 1, kind_examples(kind, language)
    return {
        name: Figure(
            number,
            file_name(f"{kind} {name}"),
            kind,
            found.headlines.get(name) or capitalize(name),
            content,
            language=language,
        )
        for name, content in found.contents.items()
    }


def _chapter(path: Path, theme: Theme, language: str) -> Section:
    loaded = load_chapter(path)
    chapter = loaded.in_language(language) if language else loaded
    codes = figure_codes(path.read_text(encoding="utf-8-sig"))
    # A script may make its figures in a loop: then no call belongs to one figure.
    own = codes if len(codes) == len(chapter.figures) else [""] * len(chapter.figures)
    shown = tuple(_example(f, f.title, code, theme) for f, code in zip(chapter.figures, own, strict=True))
    return Section(f"{chapter.number:02d} {plain_text(chapter.title)}", "", path.name, shown)


def _example(figure: Figure, name: str, code: str, theme: Theme) -> Example:
    return Example(
        name,
        code,
        figure.svg(theme=theme),
        figure.svg(theme=theme, variant="dark"),
        figure.svg(theme=theme, width=theme.sheet.phone),
        figure.alt,
    )


def file_name(words: str) -> str:
    """Return words as small letters without accents, joined by hyphens."""
    bare = unicodedata.normalize("NFD", words).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
