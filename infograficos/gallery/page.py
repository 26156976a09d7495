"""A page that shows every kind of figure: its examples, their code, and how they look."""

from __future__ import annotations

import inspect
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from infograficos.builders import Builder, builders
from infograficos.figure import Figure
from infograficos.gallery.code import example_codes, figure_codes, imports
from infograficos.raster import masonry
from infograficos.script import load_chapter
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
    """What belongs together: a kind of figure with its examples, or a chapter.

    Args:
        name: the kind's class, or the chapter's title.
        imports: the import that the code needs, or nothing.
        caption: what it is.
        examples: its figures.
    """

    name: str
    imports: str
    caption: str
    examples: tuple[Example, ...]

    @property
    def anchor(self) -> str:
        """What a link to it is called."""
        return file_name(self.name)


def gallery(theme: Theme | None = None, chapters: Iterable[Path] = ()) -> str:
    """Return a page in HTML, complete in itself, with every kind of figure that the library has.

    Args:
        theme: the visual system; by default the series' own.
        chapters: scripts whose figures are shown after the kinds.
    """
    chosen = theme or load_theme()
    sections = [*_kinds(chosen), *(_chapter(path, chosen) for path in chapters)]
    return render("pages/gallery.html", sections=sections) + "\n"


def contact_sheet(theme: Theme | None = None) -> bytes:
    """Return a PNG with the first example of every kind of figure."""
    chosen = theme or load_theme()
    svgs = list(contact_svgs(chosen).values())
    return masonry(svgs, COLUMNS, THUMBNAIL, GAP, chosen.colors.light.line)


def contact_svgs(theme: Theme) -> dict[str, str]:
    """Return what is drawn on a contact sheet: for each kind, in order, the SVG of its first example."""
    firsts = {name: next(iter(_figures(name).values()), None) for name in builders()}
    return {name: figure.draw(theme).svg("traced") for name, figure in firsts.items() if figure}


def _kinds(theme: Theme) -> Iterator[Section]:
    for name, kind in builders().items():
        module, figures = import_module(kind.__module__), _figures(name)
        codes = example_codes(inspect.getsource(module))
        shown = tuple(_shown(figure, each, codes[each], theme) for each, figure in figures.items())
        if shown:
            yield Section(name, imports(module, codes), (module.__doc__ or "").strip(), shown)


def _figures(kind: str) -> dict[str, Figure]:
    """Return the examples of a kind as figures, by the examples' names."""
    shown = builders()[kind]
    named = getattr(import_module(shown.__module__), "EXAMPLES", {}).items()
    return {name: _figure(kind, name, content) for name, content in named if type(content) is shown}


def _figure(kind: str, name: str, content: Builder) -> Figure:
    return Figure(1, file_name(f"{kind} {name}"), kind, f"{name[0].upper()}{name[1:]}", content)


def _chapter(path: Path, theme: Theme) -> Section:
    chapter = load_chapter(path)
    codes = figure_codes(path.read_text(encoding="utf-8-sig"))
    # A script may make its figures in a loop: then no one call is a figure's own.
    own = codes if len(codes) == len(chapter.figures) else [""] * len(chapter.figures)
    shown = tuple(_shown(f, f.title, code, theme) for f, code in zip(chapter.figures, own, strict=True))
    return Section(f"{chapter.number:02d} {chapter.title}", "", path.name, shown)


def _shown(figure: Figure, name: str, code: str, theme: Theme) -> Example:
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
