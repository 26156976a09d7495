"""The command `check`: which guidelines the figures break, a row a figure, then a line a finding."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from infograficos.cli.arguments import parse_chapter, parse_theme
from infograficos.cli.command import command
from infograficos.cli.options import AsJson, Figures, LanguageName, Presets, ScriptFile, ThemeFile, flag
from infograficos.language.messages import in_message_language, mark_message, message
from infograficos.language.numbers import format_decimal
from infograficos.system.console import json_escape, print_exact, print_result, replace_unprintable

if TYPE_CHECKING:
    from infograficos.report import FigureReport, Report

_HEADINGS = (
    mark_message("figura"),
    mark_message("palavras"),
    mark_message("menor texto"),
    mark_message("contraste"),
    mark_message("erros"),
    mark_message("avisos"),
)

#: What the drawn table takes beside its words.
_FRAME = 12

#: What sheets are called; others have the name of their preset.
_SHEETS = {
    "light": mark_message("clara"),
    "dark": mark_message("escura"),
    "phone": mark_message("celular"),
}


@command(
    "check",
    summary="Confere as figuras com as diretrizes da série.",
    help="Confere as figuras com as diretrizes da série: no claro, no escuro e no celular. "
    "Termina com 1 se alguma regra foi quebrada.",
)
def check_figures(
    figures: Figures = None,
    script: ScriptFile = None,
    preset: Presets = None,
    theme: ThemeFile = None,
    language: LanguageName = None,
    json: AsJson = False,
    strict: Annotated[bool, flag("--strict", "Trata avisos como erros.")] = False,
) -> None:
    """Print which rules the figures break; end with 1 if any does."""
    from infograficos.report import check

    loaded = parse_theme(theme)
    chosen = parse_chapter(script, language, loaded).select(figures or [])
    report = check(chosen, theme=loaded, presets=preset or ())
    terminal = bool(sys.stdout and sys.stdout.isatty())
    if json:
        print_exact(report.json(), json_escape)
    else:
        print_result("\n".join(checklist(report, terminal=terminal)), styled=True)
    if not report.passes(strict):
        raise typer.Exit(1)


def checklist(report: Report, *, terminal: bool) -> Iterator[str]:
    """Yield the lines of a report: a table drawn for a terminal or plain columns, then the findings."""
    with in_message_language():
        rows = [_row(figure) for figure in report.figures]
    yield from _table(tuple(map(message, _HEADINGS)), rows, terminal=terminal)
    for figure in report.figures:
        yield from _findings(figure)
    errors, warnings = (sum(each.count(kind) for each in report.figures) for kind in ("error", "warning"))
    counts = (
        message(("{count} figura", "{count} figuras"), len(rows)),
        message(("{count} erro", "{count} erros"), errors),
        message(("{count} aviso", "{count} avisos"), warnings),
    )
    yield ", ".join(counts)


def _row(figure: FigureReport) -> tuple[str, ...]:
    return (
        figure.name,
        str(figure.words),
        f"{format_decimal(figure.smallest_pixels, 1)} px",
        f"{format_decimal(figure.contrast, 1)} : 1",
        str(figure.count("error")),
        str(figure.count("warning")),
    )


def _table(headings: tuple[str, ...], rows: list[tuple[str, ...]], *, terminal: bool) -> Iterator[str]:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    lines = list(_align_columns([headings, *rows]))
    # A table that does not fit would be cut; plain columns are only wrapped.
    if not terminal or max(map(len, lines)) > Console().width - _FRAME:
        yield from lines
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for index, heading in enumerate(headings):
        table.add_column(heading, justify="right" if index else "left", no_wrap=bool(index))
    for row in rows:
        table.add_row(*row)
    console = Console(markup=False, highlight=False)
    with console.capture() as captured:
        console.print(table)
    yield from captured.get().rstrip().splitlines()
    yield ""


def _align_columns(lines: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = [f"{cell:>{width}}" for cell, width in zip(line[1:], widths[1:], strict=True)]
        yield "  ".join([f"{line[0]:<{widths[0]}}", *cells])


def _findings(figure: FigureReport) -> Iterator[str]:
    from infograficos.audit import rule_title

    for each in figure.findings:
        finding = each.finding
        sheets = ", ".join(message(_SHEETS.get(sheet, sheet)) for sheet in each.sheets)
        title = rule_title(finding.rule)
        line = f"{finding.kind}: {figure.name} ({sheets}): {title}: {finding.message}"
        yield replace_unprintable(line)
