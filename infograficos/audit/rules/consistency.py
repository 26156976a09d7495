"""Consistent in a chapter: same sheet, heading, type, strokes, and every role means the same everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from infograficos.audit.finding import Finding, shortened
from infograficos.audit.subject import Subject
from infograficos.scene.items import Box, Ellipse, Frame, Path, Stroke
from infograficos.text.typography import decimal

RULE = "coerencia"

#: The frame that holds a figure's number, headline and subtitle.
_HEADING = "cabeçalho"


def judge(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Finding]]:
    """Yield, with its figure, each measure in which one figure differs from most of the others."""
    yield from _odd_ones(subjects, "largura da folha", lambda s: decimal(s.frame.size.width, 1))
    yield from _odd_ones(subjects, "posição do cabeçalho", _heading_place)
    yield from _odd_ones(subjects, "corpos do cabeçalho", _heading_sizes)
    for subject in subjects:
        yield from ((subject, finding) for finding in _foreign_sizes(subject))
        yield from ((subject, finding) for finding in _foreign_strokes(subject))
    yield from _colors(subjects)
    yield from _meanings(subjects)


def _finding(words: str, measured: str, limit: str, advice: str) -> Finding:
    return Finding(RULE, "error", "capítulo", shortened(words), measured, limit, advice)


def _odd_ones(
    subjects: Sequence[Subject], what: str, measure: Callable[[Subject], str]
) -> Iterator[tuple[Subject, Finding]]:
    measured = [(subject, measure(subject)) for subject in subjects]
    usual = Counter(value for _, value in measured).most_common(1)
    for subject, value in measured:
        if value != usual[0][0]:
            yield (
                subject,
                _finding("", f"{what}: {value}", f"{usual[0][0]}, como nas outras", "use a mesma folha"),
            )


def _heading_place(subject: Subject) -> str:
    visit = next((v for v in subject.visits if isinstance(v.item, Frame) and v.item.name == _HEADING), None)
    return f"x {decimal(visit.at.x, 1)}, y {decimal(visit.at.y, 1)}" if visit else "sem cabeçalho"


def _heading_sizes(subject: Subject) -> str:
    types = subject.look.theme.type
    # A headline with a word too wide for its type is set smaller, which is as it should be.
    alike = {types["headline_small"].size: types["headline"].size}
    sizes = [
        alike.get(placed.run.size, placed.run.size)
        for visit, line in subject.lines
        if visit.path[:1] == (_HEADING,)
        for placed in line.runs
    ]
    return ", ".join(decimal(size, 1) for size in list(dict.fromkeys(sizes))[:2])


def _foreign_sizes(subject: Subject) -> Iterator[Finding]:
    known = {style.size for style in subject.look.theme.type.values()}
    used = {placed.run.size: line.text for _, line in subject.lines for placed in line.runs}
    for size in sorted(set(used) - known):
        limit = "um corpo do tema"
        yield _finding(used[size], f"corpo de {decimal(size, 1)}", limit, "use um estilo de texto do tema")


def _foreign_strokes(subject: Subject) -> Iterator[Finding]:
    known = set(subject.look.theme.stroke.values())
    # Hatching is drawn at half a border's width.
    known |= {width / 2 for width in known}
    used = {stroke.width for stroke in _strokes(subject)}
    for width in sorted(used - known):
        measured = f"traço de {decimal(width, 2)}"
        yield _finding("", measured, "um traço do tema", "use um nome de traço do tema")


def _strokes(subject: Subject) -> Iterator[Stroke]:
    for visit in subject.visits:
        if isinstance(visit.item, Box | Ellipse | Path) and visit.item.stroke:
            yield visit.item.stroke


def _colors(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Finding]]:
    """Yield the figures in which a role has another colour than before, in the same variant."""
    first: dict[tuple[str, str], str] = {}
    for subject in subjects:
        for _, line in subject.lines:
            for placed in line.runs:
                role, value = placed.paint.role, placed.paint.value
                known = first.setdefault((subject.look.variant, role), value)
                if known != value:
                    yield (
                        subject,
                        _finding(line.text, f"“{role}” é {value}", f"{known}, como antes", "use um tema só"),
                    )


def _meanings(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Finding]]:
    """Yield the words that are painted in one role here and in another there."""
    first: dict[str, tuple[str, str]] = {}
    for subject in subjects:
        for _, block in subject.texts:
            paint = next((placed.paint for line in block.lines for placed in line.runs), None)
            word = block.text.casefold().strip(" .,:;!?“”")
            if paint is None or "." not in paint.role or not word or word.isdigit():
                continue
            role = paint.role.split(".")[0]
            known, where = first.setdefault(word, (role, subject.name))
            if known != role:
                measured, limit = f"está no papel “{role}”", f"“{known}”, como em {where}"
                yield subject, _finding(block.text, measured, limit, "use o mesmo papel")
