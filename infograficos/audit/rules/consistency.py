"""Consistent in a chapter: same sheet, heading, type, strokes, and every role means the same everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, shortened
from infograficos.language.numbers import format_decimal
from infograficos.scene.items import Box, Ellipse, Frame, Path, Stroke

RULE = "coerencia"

#: The frame that holds a figure's number, headline and subtitle.
_HEADING = "cabeçalho"


def check(figures: Sequence[AuditedFigure]) -> Iterator[tuple[AuditedFigure, Finding]]:
    """Yield, with its figure, each measure in which one figure differs from most of the others."""
    yield from _odd_ones(figures, "largura da folha", lambda s: format_decimal(s.frame.size.width, 1))
    yield from _odd_ones(figures, "posição do cabeçalho", _heading_place)
    yield from _odd_ones(figures, "corpos do cabeçalho", _heading_sizes)
    for figure in figures:
        yield from ((figure, finding) for finding in _foreign_sizes(figure))
        yield from ((figure, finding) for finding in _foreign_strokes(figure))
    yield from _colors(figures)
    yield from _meanings(figures)


def _finding(words: str, measured: str, limit: str, advice: str) -> Finding:
    return Finding(RULE, "error", "capítulo", shortened(words), measured, limit, advice)


def _odd_ones(
    figures: Sequence[AuditedFigure], what: str, measure: Callable[[AuditedFigure], str]
) -> Iterator[tuple[AuditedFigure, Finding]]:
    measured = [(figure, measure(figure)) for figure in figures]
    usual = Counter(value for _, value in measured).most_common(1)
    for figure, value in measured:
        if value != usual[0][0]:
            yield (
                figure,
                _finding("", f"{what}: {value}", f"{usual[0][0]}, como nas outras", "use a mesma folha"),
            )


def _heading_place(figure: AuditedFigure) -> str:
    visit = next((v for v in figure.visits if isinstance(v.item, Frame) and v.item.name == _HEADING), None)
    return (
        f"x {format_decimal(visit.at.x, 1)}, y {format_decimal(visit.at.y, 1)}" if visit else "sem cabeçalho"
    )


def _heading_sizes(figure: AuditedFigure) -> str:
    types = figure.look.theme.type
    # A headline with a word too wide for its type is set smaller, which is as it should be.
    alike = {types["headline_small"].size: types["headline"].size}
    sizes = [
        alike.get(placed.run.size, placed.run.size)
        for visit, line in figure.lines
        if visit.path[:1] == (_HEADING,)
        for placed in line.runs
    ]
    return ", ".join(format_decimal(size, 1) for size in list(dict.fromkeys(sizes))[:2])


def _foreign_sizes(figure: AuditedFigure) -> Iterator[Finding]:
    known = {style.size for style in figure.look.theme.type.values()}
    used = {placed.run.size: line.text for _, line in figure.lines for placed in line.runs}
    for size in sorted(set(used) - known):
        limit = "um corpo do tema"
        yield _finding(
            used[size], f"corpo de {format_decimal(size, 1)}", limit, "use um estilo de texto do tema"
        )


def _foreign_strokes(figure: AuditedFigure) -> Iterator[Finding]:
    known = set(figure.look.theme.stroke.values())
    # Hatching is drawn at half a border's width.
    known |= {width / 2 for width in known}
    used = {stroke.width for stroke in _strokes(figure)}
    for width in sorted(used - known):
        measured = f"traço de {format_decimal(width, 2)}"
        yield _finding("", measured, "um traço do tema", "use um nome de traço do tema")


def _strokes(figure: AuditedFigure) -> Iterator[Stroke]:
    for visit in figure.visits:
        if isinstance(visit.item, Box | Ellipse | Path) and visit.item.stroke:
            yield visit.item.stroke


def _colors(figures: Sequence[AuditedFigure]) -> Iterator[tuple[AuditedFigure, Finding]]:
    """Yield the figures in which a role has another colour than before, in the same variant."""
    first: dict[tuple[str, str], str] = {}
    for figure in figures:
        for _, line in figure.lines:
            for placed in line.runs:
                role, value = placed.paint.role, placed.paint.value
                known = first.setdefault((figure.look.variant, role), value)
                if known != value:
                    yield (
                        figure,
                        _finding(line.text, f"“{role}” é {value}", f"{known}, como antes", "use um tema só"),
                    )


def _meanings(figures: Sequence[AuditedFigure]) -> Iterator[tuple[AuditedFigure, Finding]]:
    """Yield the words that are painted in one role here and in another there."""
    first: dict[str, tuple[str, str]] = {}
    for figure in figures:
        for _, block in figure.texts:
            paint = next((placed.paint for line in block.lines for placed in line.runs), None)
            word = block.text.casefold().strip(" .,:;!?“”")
            if paint is None or "." not in paint.role or not word or word.isdigit():
                continue
            role = paint.role.split(".")[0]
            known, where = first.setdefault(word, (role, figure.name))
            if known != role:
                measured, limit = f"está no papel “{role}”", f"“{known}”, como em {where}"
                yield figure, _finding(block.text, measured, limit, "use o mesmo papel")
