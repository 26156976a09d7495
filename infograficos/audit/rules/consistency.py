"""Consistent in a chapter: same sheet, heading, type, strokes, and every role means the same everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, truncate
from infograficos.language.numbers import format_decimal
from infograficos.scene.items import Frame

RULE = "coerencia"

#: The frame that holds a figure's number, headline and subtitle.
_HEADING = "cabeçalho"

_SHEET_MEASURES = ("largura da folha", "posição do cabeçalho", "corpos do cabeçalho")


@dataclass(frozen=True, slots=True)
class Profile:
    """What figures of a chapter are compared by; of values that JSON knows.

    Args:
        name: the figure's full name.
        variant: the paper that it is on.
        measures: of its sheet and heading, as `_SHEET_MEASURES` names them.
        colors: of each role, its value and the first words in it.
        roles: of each text, folded, the roles that it is painted in.
        words: of each of these texts, how it is written.
    """

    name: str
    variant: str
    measures: Sequence[str]
    colors: Mapping[str, Sequence[str]]
    roles: Mapping[str, Sequence[str]]
    words: Mapping[str, str]


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the sizes and strokes that the theme does not have."""
    theme = figure.look.theme
    types, strokes = {style.size for style in theme.type.values()}, set(theme.stroke.values())
    used = {placed.run.size: each.line.text for each in figure.lines for placed in each.line.runs}
    # What is too small to read is said to be so by the rule of legibility.
    for size in sorted(size for size in set(used) - types if size > theme.limits.smallest_text):
        measured, advice = f"corpo de {format_decimal(size, 1)}", "use um estilo de texto do tema"
        yield located(figure, _finding(used[size], measured, "um corpo do tema", advice))
    # Hatching is drawn at half a border's width.
    strokes |= {width / 2 for width in strokes}
    for width in sorted({item.stroke.width for _, item in figure.shapes() if item.stroke} - strokes):
        measured, advice = f"traço de {format_decimal(width, 2)}", "use um nome de traço do tema"
        yield _finding("", measured, "um traço do tema", advice)


def compare(profiles: Sequence[Profile]) -> Iterator[tuple[int, Finding]]:
    """Yield, with its place among the figures, each measure in which one differs from the others."""
    for number, what in enumerate(_SHEET_MEASURES):
        yield from _odd_ones(what, [profile.measures[number] for profile in profiles])
    yield from _colors(profiles)
    yield from _roles(profiles)


def profile(figure: AuditedFigure) -> Profile:
    """Return what a figure is compared with the others of its chapter by."""
    colors: dict[str, list[str]] = {}
    for each in figure.lines:
        for placed in each.line.runs:
            colors.setdefault(placed.paint.role, [placed.paint.value, each.line.text])
    roles: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for _, block in figure.texts:
        paint = next((placed.paint for line in block.lines for placed in line.runs), None)
        word = block.text.casefold().strip(" .,:;!?“”")
        if paint and "." in paint.role and word and not word.isdigit():
            words.setdefault(word, block.text)
            roles.setdefault(word, []).append(paint.role.split(".")[0])
    measures = (format_decimal(figure.frame.size.width, 1), _heading_place(figure), _heading_sizes(figure))
    return Profile(figure.name, figure.look.variant, measures, colors, roles, words)


def located(figure: AuditedFigure, finding: Finding) -> Finding:
    """Return what `compare` found, with the place on the sheet of the words that it is about."""
    texts = [(visit, block.text) for visit, block in figure.texts]
    lines = [(each.visit, each.line.text) for each in figure.lines]
    rects = (visit.rect for visit, text in (*texts, *lines) if truncate(text) == finding.words)
    return replace(finding, rect=next(rects, None)) if finding.words else finding


def _finding(words: str, measured: str, limit: str, advice: str) -> Finding:
    return Finding(RULE, "error", measured, limit, advice, words=truncate(words), aspect="capítulo")


def _odd_ones(what: str, values: Sequence[str]) -> Iterator[tuple[int, Finding]]:
    usual = Counter(values).most_common(1)
    for place, value in enumerate(values):
        if value != usual[0][0]:
            limit = f"{usual[0][0]}, como nas outras"
            yield place, _finding("", f"{what}: {value}", limit, "use a mesma folha")


def _heading_place(figure: AuditedFigure) -> str:
    visit = next((v for v in figure.visits if isinstance(v.item, Frame) and v.item.name == _HEADING), None)
    if visit is None:
        return "sem cabeçalho"
    return f"x {format_decimal(visit.at.x, 1)}, y {format_decimal(visit.at.y, 1)}"


def _heading_sizes(figure: AuditedFigure) -> str:
    types = figure.look.theme.type
    # A headline with a word too wide for its type is set smaller, which is as it should be.
    alike = {types["headline_small"].size: types["headline"].size}
    sizes = [
        alike.get(placed.run.size, placed.run.size)
        for each in figure.lines
        if each.visit.path[:1] == (_HEADING,)
        for placed in each.line.runs
    ]
    return ", ".join(format_decimal(size, 1) for size in list(dict.fromkeys(sizes))[:2])


def _colors(profiles: Sequence[Profile]) -> Iterator[tuple[int, Finding]]:
    """Yield the figures in which a role has another colour than before, in the same variant."""
    first: dict[tuple[str, str], str] = {}
    for place, each in enumerate(profiles):
        for role, (value, words) in each.colors.items():
            known = first.setdefault((each.variant, role), value)
            if known != value:
                limit = f"{known}, como antes"
                yield place, _finding(words, f"“{role}” é {value}", limit, "use um tema só")


def _roles(profiles: Sequence[Profile]) -> Iterator[tuple[int, Finding]]:
    """Yield the words that have one role here and another there; one figure may show a word in several."""
    first: dict[str, tuple[Sequence[str], str]] = {}
    for place, each in enumerate(profiles):
        for word, roles in each.roles.items():
            known, where = first.setdefault(word, (roles, each.name))
            for role in roles:
                if role not in known:
                    measured, limit = f"está no papel “{role}”", f"“{known[0]}”, como em {where}"
                    yield place, _finding(each.words[word], measured, limit, "use o mesmo papel")
