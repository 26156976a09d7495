"""Builds a chapter for the page: runs the script, draws every sheet, judges, and tells each as it is done."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Protocol

from infograficos import elements
from infograficos.chapter import Chapter
from infograficos.drawing import Drawing
from infograficos.errors import InfograficosError
from infograficos.figure import Figure
from infograficos.preview.judging import judgements
from infograficos.preview.reading import Reading
from infograficos.report import check, published_sheets, published_theme
from infograficos.script import load_chapter
from infograficos.text.markup import plain_text
from infograficos.theme import Theme, Variant, load_theme

#: The sheet that a phone shows on dark paper; the others are those that are judged.
PHONE_DARK = "phone-dark"

#: What is shown of each figure, in the order in which it is drawn.
SHOWN = ("light", "phone", "dark", PHONE_DARK)


def warm_up() -> None:
    """Draw and check one figure and import all elements, so that whatever a figure needs is at hand."""
    from infograficos.chapter_07 import chapter  # noqa: PLC0415 — an author's own chapter does not need it

    check(chapter.figures[0])
    for module in walk_packages(elements.__path__, f"{elements.__name__}."):
        import_module(module.name)


class Tell(Protocol):
    """Hands on what is done."""

    def __call__(self, kind: str, **details: object) -> None:
        """Tell one thing."""
        ...


def build(script: str | None, theme: str | None, known: Mapping[str, str], tell: Tell) -> None:
    """Build a chapter once.

    Args:
        script: the author's file; None for the series' own chapter.
        theme: the theme's file; None for the series' own.
        known: for each figure, the content it had before; those that changed are drawn first.
        tell: is given all that the page shows.
    """
    reading = Reading(Path(script)) if script else None
    try:
        chapter, look = _loaded(script, theme)
    except InfograficosError as error:
        tell("failed", message=str(error), files=reading.files(error) if reading else [])
        return
    contents = {figure.full_name: repr(figure) for figure in chapter.figures}
    tell("chapter", **_about(chapter), contents=contents)
    tell("files", files=reading.files() if reading else [])
    drawings = _drawn(chapter, look, {name for name in contents if known.get(name) != contents[name]}, tell)
    names = [figure.full_name for figure in chapter.figures]
    for name, judged in judgements(names, look, drawings):
        tell("judged", figure=name, **judged)
    # Builders may have read pictures while they were drawn.
    tell("files", files=reading.files() if reading else [])


def _loaded(script: str | None, theme: str | None) -> tuple[Chapter, Theme]:
    """Return chapter and theme; the mistakes of both come at once."""
    mistakes: list[InfograficosError] = []
    look, chapter = load_theme(), None
    try:
        look = load_theme(Path(theme) if theme else None)
    except InfograficosError as error:
        mistakes.append(error)
    try:
        chapter = _chapter(script)
    except InfograficosError as error:
        mistakes.append(error)
    if mistakes or chapter is None:
        raise InfograficosError("\n".join(map(str, mistakes))) from mistakes[-1]
    return chapter, published_theme(look)


def _chapter(script: str | None) -> Chapter:
    if script is not None:
        return load_chapter(Path(script))
    from infograficos.chapter_07 import chapter  # noqa: PLC0415 — an author's own chapter does not need it

    return chapter


def _about(chapter: Chapter) -> dict[str, object]:
    figures = [
        {
            "name": figure.full_name,
            "number": figure.number,
            "title": plain_text(figure.title),
            "section": figure.section,
            "caption": plain_text(figure.summary),
            "alt": _alt(figure),
        }
        for figure in chapter.figures
    ]
    return {"number": chapter.number, "title": plain_text(chapter.title), "figures": figures}


def _alt(figure: Figure) -> str:
    try:
        return figure.alt
    except Exception:  # a builder of the author's own; drawing will tell what is wrong
        return ""


def _drawn(chapter: Chapter, theme: Theme, new: set[str], tell: Tell) -> dict[tuple[str, str], Drawing]:
    """Draw every sheet of every figure, what changed first; a figure that cannot be drawn is told as such."""
    sheets = _sheets(theme)
    changed = [figure for figure in chapter.figures if figure.full_name in new]
    others = [figure for figure in chapter.figures if figure.full_name not in new]
    drawings: dict[tuple[str, str], Drawing] = {}
    for figure, sheet in _order(changed, sheets, others):
        variant, width = sheets[sheet]
        try:
            drawing = figure.draw(theme, variant, width)
            svg = drawing.svg(force=True)
        except Exception as error:
            tell("undrawn", figure=figure.full_name, message=_cause(error))
            continue
        drawings[figure.full_name, sheet] = drawing
        if sheet in SHOWN:
            size = drawing.frame.size
            tell("sheet", figure=figure.full_name, sheet=sheet, svg=svg, width=size.width, height=size.height)
    return drawings


def _sheets(theme: Theme) -> dict[str, tuple[Variant, float | None]]:
    every = published_sheets(theme) | {PHONE_DARK: ("dark", theme.sheet.phone)}
    return {name: every[name] for name in (*SHOWN, *(name for name in every if name not in SHOWN))}


def _order(
    changed: list[Figure], sheets: Mapping[str, object], others: list[Figure]
) -> Iterator[tuple[Figure, str]]:
    for group in (changed, others):
        yield from ((figure, sheet) for sheet in sheets for figure in group)


def _cause(error: Exception) -> str:
    if isinstance(error, InfograficosError):
        return str(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    said = " ".join(f"{type(error).__name__}: {error}".removesuffix(": ").split())
    return f"{Path(last.filename).name}, linha {last.lineno}: o desenho parou com {said}"
