"""What `check` found, as the author reads it: a row a figure, a line a finding."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from infograficos.language.numbers import format_decimal
from infograficos.report import FigureReport, Report
from infograficos.system.console import replace_unprintable

_HEADINGS = ("figura", "palavras", "menor texto", "contraste", "erros", "avisos")

#: What the drawn table takes beside its words.
_FRAME = 12

_KINDS = {"error": "erro", "warning": "aviso"}

_SHEETS = {"light": "clara", "dark": "escura", "phone": "celular"}


def checklist(report: Report, *, terminal: bool) -> Iterator[str]:
    """Yield the lines of a report: a table drawn for a terminal or plain columns, then the findings."""
    rows = [_row(figure) for figure in report.figures]
    lines = list(_aligned(rows))
    # A table that does not fit would be cut; plain columns are only wrapped.
    fits = max(map(len, lines)) <= Console().width - _FRAME
    yield from _drawn(rows) if terminal and fits else lines
    for figure in report.figures:
        yield from _findings(figure)
    yield _summary(report)


def _row(figure: FigureReport) -> tuple[str, ...]:
    return (
        figure.name,
        str(figure.words),
        f"{format_decimal(figure.smallest_pixels, 1)} px",
        f"{format_decimal(figure.contrast, 1)} : 1",
        str(figure.count("error")),
        str(figure.count("warning")),
    )


def _drawn(rows: list[tuple[str, ...]]) -> Iterator[str]:
    table = Table(box=SIMPLE, pad_edge=False)
    for index, heading in enumerate(_HEADINGS):
        table.add_column(heading, justify="right" if index else "left", no_wrap=bool(index))
    for row in rows:
        table.add_row(*row)
    console = Console(markup=False, highlight=False)
    with console.capture() as captured:
        console.print(table)
    yield from captured.get().rstrip().splitlines()
    yield ""


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    lines = [_HEADINGS, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
    for line in lines:
        cells = [f"{cell:>{width}}" for cell, width in zip(line[1:], widths[1:], strict=True)]
        yield "  ".join([f"{line[0]:<{widths[0]}}", *cells])


def _findings(figure: FigureReport) -> Iterator[str]:
    for each in figure.findings:
        finding = each.finding
        sheets = ", ".join(_SHEETS.get(sheet, sheet) for sheet in each.sheets)
        told = f"{_KINDS[finding.severity]}: {figure.name} ({sheets}): {finding.rule}: {finding.message}"
        yield replace_unprintable(told)


def _summary(report: Report) -> str:
    errors = sum(figure.count("error") for figure in report.figures)
    warnings = sum(figure.count("warning") for figure in report.figures)
    figures = len(report.figures)
    return ", ".join(
        f"{count} {one if count == 1 else many}"
        for count, one, many in (
            (figures, "figura", "figuras"),
            (errors, "erro", "erros"),
            (warnings, "aviso", "avisos"),
        )
    )
