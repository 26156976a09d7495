"""Builds a chapter for the page: runs the script, draws and checks every sheet, and reports each at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from itertools import groupby, product
from pathlib import Path
from pkgutil import walk_packages

from infograficos import elements
from infograficos.chapter import Chapter
from infograficos.drawing import Drawing
from infograficos.errors import InfograficosError
from infograficos.figure import Figure
from infograficos.language.messages import message
from infograficos.preview.build_error import describe_error
from infograficos.preview.figure_checks import check_figures
from infograficos.preview.file_tracker import FileTracker
from infograficos.report import check, published_sheets, published_theme
from infograficos.script import load_chapter
from infograficos.text.markup import plain_text
from infograficos.theme import Theme, Variant, load_theme

#: A sheet that is only shown; the others are checked, too.
PHONE_DARK = "phone-dark"

#: The sheets shown of each figure, in the order in which they are drawn.
SHOWN = ("light", "phone", "dark", PHONE_DARK)

#: Sends a message with its kind and fields; see the handlers of `Session`.
Report = Callable[..., None]


def warm_up() -> None:
    """Load all modules that a figure may need: draw and check one, and import all elements."""
    check(load_chapter(None).figures[0])
    for module in walk_packages(elements.__path__, f"{elements.__name__}."):
        import_module(module.name)


def build(script: str | None, theme: str | None, known: Mapping[str, str], report: Report) -> None:
    """Build a chapter once.

    Args:
        script: the author's file; None for the series' own chapter.
        theme: the theme's name or file; None for the series' own.
        known: each figure's content in the previous build; changed figures are drawn first.
        report: sends each message to the page.
    """
    tracker = FileTracker(Path(script)) if script else None
    try:
        chapter, selected = _load(script, theme)
    except InfograficosError as error:
        report("failed", failure=str(error), files=tracker.files(error) if tracker else [])
        return
    contents = {figure.full_name: repr(figure) for figure in chapter.figures}
    report("chapter", **_describe(chapter), contents=contents)
    report("files", files=tracker.files() if tracker else [])
    drawings = _draw_sheets(
        chapter, selected, {name for name in contents if known.get(name) != contents[name]}, report
    )
    names = [figure.full_name for figure in chapter.figures]
    for name, checks in check_figures(names, selected, drawings):
        report("checked", figure=name, **checks)
    # Builders may have read images while they were drawn.
    report("files", files=tracker.files() if tracker else [])


def _load(script: str | None, theme: str | None) -> tuple[Chapter, Theme]:
    """Return chapter and theme; the errors of both are raised together."""
    path = Path(script) if script else None
    try:
        selected = load_theme(theme)
    except InfograficosError as wrong_theme:
        try:
            load_chapter(path)
        except InfograficosError as error:
            raise InfograficosError("{theme}\n{chapter}", theme=wrong_theme, chapter=error) from error
        raise
    return load_chapter(path), published_theme(selected)


def _describe(chapter: Chapter) -> dict[str, object]:
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
    except Exception:  # in a builder of the author's own; drawing reports it
        return ""


def _draw_sheets(
    chapter: Chapter, theme: Theme, changed: set[str], report: Report
) -> dict[tuple[str, str], Drawing]:
    """Draw every sheet of every figure, changed ones first; report failures."""
    sheets = _sheets(theme)
    # All sheets of changed figures come first.
    figures = sorted(chapter.figures, key=lambda figure: figure.full_name not in changed)
    groups = groupby(figures, key=lambda figure: figure.full_name in changed)
    order = [(figure, sheet) for _, group in groups for sheet, figure in product(sheets, tuple(group))]
    drawings: dict[tuple[str, str], Drawing] = {}
    for figure, sheet in order:
        variant, width = sheets[sheet]
        try:
            drawing = figure.draw(theme, variant, width)
            svg = drawing.svg(force=True)
        except Exception as error:
            is_ours = isinstance(error, InfograficosError)
            failure = str(error) if is_ours else describe_error(error, message("o desenho"))
            report("drawing_failed", figure=figure.full_name, failure=failure)
            continue
        drawings[figure.full_name, sheet] = drawing
        if sheet in SHOWN:
            size = {"width": drawing.frame.size.width, "height": drawing.frame.size.height}
            report("sheet", figure=figure.full_name, sheet=sheet, svg=svg, **size)
    return drawings


def _sheets(theme: Theme) -> dict[str, tuple[Variant, float | None]]:
    every = published_sheets(theme) | {PHONE_DARK: ("dark", theme.sheet.phone)}
    return {name: every[name] for name in dict.fromkeys((*SHOWN, *every))}
