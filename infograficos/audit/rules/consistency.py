"""Consistency in a chapter: one sheet, heading and set of sizes and strokes, and one meaning per role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, truncate
from infograficos.language.messages import in_message_language, mark_message, message
from infograficos.language.numbers import format_decimal, round_half_up
from infograficos.scene.items import TITLE_BLOCK, Frame

RULE, TITLE = "consistency", mark_message("coerencia")

#: What the sheets of a chapter have in common.
_POSITION = mark_message("posição do cabeçalho")
_SHEET_MEASURES = (mark_message("largura da folha"), _POSITION, mark_message("corpos do cabeçalho"))


#: Where a finding without a text is.
_CHAPTER = mark_message("capítulo")


@dataclass(frozen=True, slots=True)
class Profile:
    """The facts by which the figures of a chapter are compared; JSON can hold them.

    Args:
        name: the figure's full name.
        variant: its variant.
        measures: the numbers of each of `_SHEET_MEASURES`, in units; of a position those of x and y, if any.
        colors: by role, its colour and the first text in it.
        roles: by case-folded text, the roles that it is painted in.
        texts: by case-folded text, the text as written.
    """

    name: str
    variant: str
    measures: Sequence[Sequence[float]]
    colors: Mapping[str, Sequence[str]]
    roles: Mapping[str, Sequence[str]]
    texts: Mapping[str, str]


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the type sizes and strokes that are not in the theme."""
    theme = figure.look.theme
    types, strokes = {style.size for style in theme.type.values()}, set(theme.stroke.values())
    used = {placed.run.text_size: each.line.text for each in figure.lines for placed in each.line.runs}
    # Smaller text is a finding of the legibility rule.
    for size in sorted(size for size in set(used) - types if size > theme.limits.smallest_text):
        measured = message("corpo de {size}", size=format_decimal(size, 1))
        limit, advice = message("um corpo do tema"), message("use um estilo de texto do tema")
        yield _locate(figure, _finding(used[size], measured, limit, advice))
    # Hatching is drawn at half a border's width.
    strokes |= {width / 2 for width in strokes}
    # In the paint of its fill a stroke is no line: it makes a shape larger, and its corners round.
    pens = {item.stroke for _, item in figure.shapes() if item.stroke and item.stroke.paint != item.fill}
    for width in sorted({pen.width for pen in pens} - strokes):
        measured = message("traço de {width}", width=format_decimal(width, 2))
        limit, advice = message("um traço do tema"), message("use um nome de traço do tema")
        yield _finding("", measured, limit, advice)


def check_chapter(figures: Sequence[AuditedFigure]) -> Iterator[tuple[int, Finding]]:
    """Yield the inconsistencies between the figures of a chapter, each with the index of its figure."""
    for index, finding in compare([profile(figure) for figure in figures]):
        yield index, _locate(figures[index], finding)


def compare(profiles: Sequence[Profile]) -> Iterator[tuple[int, Finding]]:
    """Yield the inconsistencies between profiles, without rectangles, each with the index of its profile."""
    for index, measure in enumerate(_SHEET_MEASURES):
        yield from _compare_measure(measure, [tuple(profile.measures[index]) for profile in profiles])
    yield from _compare_colors(profiles)
    yield from _compare_roles(profiles)


def profile(figure: AuditedFigure) -> Profile:
    """Return the profile of a figure."""
    colors: dict[str, list[str]] = {}
    for each in figure.lines:
        for placed in each.line.runs:
            colors.setdefault(placed.paint.role, [placed.paint.value, each.line.text])
    roles: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    for _, block in figure.texts:
        paint = next((placed.paint for line in block.lines for placed in line.runs), None)
        word = block.text.casefold().strip(" .,:;!?“”")
        role = paint.role.partition(".")[0] if paint and "." in paint.role else ""
        # A single letter is a variable or a mark, another one in each figure.
        if _means_something(role) and len(word) > 1 and not word.isdigit():
            texts.setdefault(word, block.text)
            roles.setdefault(word, []).append(role)
    measures = ((figure.frame.size.width,), _heading_position(figure), _heading_sizes(figure))
    rounded = [[round_half_up(number, 1) for number in numbers] for numbers in measures]
    return Profile(figure.name, figure.look.variant, rounded, colors, roles, texts)


def _means_something(role: str) -> bool:
    """Say whether a role stands for one thing in a whole chapter.

    What is masked is switched off, whatever it stands for elsewhere; categories only tell neighbours apart.
    """
    return role not in ("", "masked") and not role.startswith("category")


def _locate(figure: AuditedFigure, finding: Finding) -> Finding:
    """Add to a finding the rectangle of its text."""
    blocks = [(visit, block.text) for visit, block in figure.texts]
    lines = [(each.visit, each.line.text) for each in figure.lines]
    rects = (visit.rect for visit, text in (*blocks, *lines) if truncate(text) == finding.excerpt)
    return replace(finding, rect=next(rects, None)) if finding.excerpt else finding


def _finding(text: str, measured: str, limit: str, advice: str) -> Finding:
    return Finding(RULE, "error", measured, limit, advice, excerpt=truncate(text), aspect=_CHAPTER)


def _compare_measure(measure: str, values: Sequence[Sequence[float]]) -> Iterator[tuple[int, Finding]]:
    usual = Counter(values).most_common(1)
    for index, numbers in enumerate(values):
        if numbers != usual[0][0]:
            measured = f"{message(measure)}: {_write_measure(measure, numbers)}"
            limit = message("{value}, como nas outras", value=_write_measure(measure, usual[0][0]))
            yield index, _finding("", measured, limit, message("use a mesma folha"))


def _write_measure(measure: str, numbers: Sequence[float]) -> str:
    with in_message_language():
        written = [format_decimal(number, 1) for number in numbers]
    if measure == _POSITION:
        return f"x {written[0]}, y {written[1]}" if written else message("sem cabeçalho")
    return ", ".join(written)


def _heading_position(figure: AuditedFigure) -> tuple[float, ...]:
    visit = next((v for v in figure.visits if isinstance(v.item, Frame) and v.item.name == TITLE_BLOCK), None)
    return () if visit is None else (visit.at.x, visit.at.y)


def _heading_sizes(figure: AuditedFigure) -> list[float]:
    types = figure.look.theme.type
    # A headline with a very wide word is set in the smaller type.
    alike = {types["headline_small"].size: types["headline"].size}
    sizes = [
        alike.get(placed.run.size, placed.run.size)
        for each in figure.lines
        if each.visit.path[:1] == (TITLE_BLOCK,)
        for placed in each.line.runs
    ]
    return list(dict.fromkeys(sizes))[:2]


def _compare_colors(profiles: Sequence[Profile]) -> Iterator[tuple[int, Finding]]:
    """Yield the figures in which a role has another colour than before in the same variant."""
    first: dict[tuple[str, str], str] = {}
    for index, each in enumerate(profiles):
        for role, (value, text) in each.colors.items():
            known = first.setdefault((each.variant, role), value)
            if known != value:
                measured = message("“{role}” é {color}", role=role, color=value)
                limit = message("{color}, como antes", color=known)
                yield index, _finding(text, measured, limit, message("use um tema só"))


def _compare_roles(profiles: Sequence[Profile]) -> Iterator[tuple[int, Finding]]:
    """Yield the texts with a role that they did not have before; one figure may use several."""
    first: dict[str, tuple[Sequence[str], str]] = {}
    for index, each in enumerate(profiles):
        for word, roles in each.roles.items():
            known, where = first.setdefault(word, (roles, each.name))
            for role in roles:
                if role not in known:
                    measured = message("está no papel “{role}”", role=role)
                    limit = message("“{role}”, como em {figure}", role=known[0], figure=where)
                    yield index, _finding(each.texts[word], measured, limit, message("use o mesmo papel"))
