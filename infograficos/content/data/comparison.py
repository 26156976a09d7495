"""The series of a chart, their values in words, and the one that the highlighted is compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

from infograficos.content.checks import validate_known, validate_unique
from infograficos.content.descriptions import description_room
from infograficos.errors import ContentError
from infograficos.language.grammar import add_unit, join_and, join_first, phrase
from infograficos.language.messages import message
from infograficos.language.numbers import NO_VALUE, format_column
from infograficos.language.texts import current_language

Values = Sequence[tuple[str, Sequence[float | None]]]
#: How many series stand side by side.
_MAX_SERIES = 6
#: How many bars a reader takes in at once.
_MAX_BARS = 12
#: How many characters a description has besides values.
_REST = 80


def validate_series(
    values: Values, series: Sequence[str], sizes: Sequence[float] | None, edges: Sequence[float] | None
) -> None:
    """Refuse categories without one value a series, and series that are too many or of one name.

    Sizes must be one a category, and the edges of a histogram one more.
    """
    expected = len(series) or 1
    for name, row in values:
        if len(row) != expected:
            raise ContentError(
                "“{name}” tem {values} para {series}; dê em “series” um nome para cada valor",
                name=name,
                values=message(("{count} valor", "{count} valores"), len(row)),
                series=message(("{count} série", "{count} séries"), expected),
            )
    if len(series) > _MAX_SERIES:
        raise ContentError("esperadas até {most} séries, vieram {found}", most=_MAX_SERIES, found=len(series))
    validate_unique(series, "a série “{name}” aparece mais de uma vez")
    if sizes is not None and len(sizes) != len(values):
        raise ContentError("sizes deve ter {needed} valores, um para cada barra ou grupo", needed=len(values))
    if edges is not None and len(edges) != len(values) + 1:
        raise ContentError("edges deve ter {needed} valores, um a mais que as barras", needed=len(values) + 1)


def validate_bars(values: Values, stacked: bool) -> None:
    """Refuse bars without any value, and more than are compared at a glance; a stack is one bar."""
    if all(value is None for _, row in values for value in row):
        raise ContentError("nenhuma barra tem valor")
    bars = len(values) if stacked else sum(len(row) for _, row in values)
    if bars > _MAX_BARS:
        raise ContentError(
            "são {bars} barras; até {most} se comparam de relance. Junte ou corte categorias",
            bars=bars,
            most=_MAX_BARS,
        )


def compared_values(
    values: Values, series: Sequence[str], highlighted: str | None, since: str
) -> tuple[float, float]:
    """Return the last value of the highlighted category, and the one that it is compared with.

    Args:
        values: the names of the categories, each with a value a series.
        since: the name of the other series or category.
    """
    if highlighted is None:
        raise ContentError("“since” diz com que se compara o destaque; dê também “highlighted”")
    rows = dict(values)
    known = [*series, *(name for name in rows if name != highlighted)]
    validate_known("o que se compara com o destaque", since, known)
    if since in series[-1:]:
        raise ContentError("a última série é a que se compara; dê em “since” outra série ou categoria")
    last = rows[highlighted]
    pair = last[-1], last[series.index(since)] if since in series else rows[since][-1]
    now, before = (value or 0.0 for value in pair)
    if min(now, before) <= 0:
        raise ContentError("“since” compara valores acima de 0; deixe-o de fora")
    return float(now), float(before)


def format_values(values: Values, places: int | None, unit: str) -> tuple[tuple[str, ...], ...]:
    """Return the values of each category as they are written, with the same decimals for all."""
    words = iter(format_column([value for _, row in values for value in row], places))
    return tuple(
        tuple(add_unit(next(words), "" if value is None else unit) for value in row) for _, row in values
    )


def describe_values(
    values: Values, names: Mapping[str, str], labels: Sequence[Sequence[str]], series: Sequence[str]
) -> Iterator[str]:
    """Yield the categories with their values or, where these have no room, the extremes, then the series.

    Args:
        values: the names of the categories, each with a value a series.
        names: what the categories are called in the language of the drawing.
        labels: the values as they are written.
        series: the names of the series, if there are several.
    """
    phrases = [
        f"{names[name]}: {join_labels(texts)}" for (name, _), texts in zip(values, labels, strict=True)
    ]
    suffix = f" ({join_and(series)})" if series else ""
    sentence = "; ".join(phrases) + suffix
    if len(sentence) <= description_room() - _REST:
        yield sentence
    present = [[value for value in row if value is not None] for _, row in values]
    heights = {i: max(row) for i, row in enumerate(present) if row}
    highest, lowest = (
        join_first([phrases[i] for i, height in heights.items() if height == end], 1)
        for end in (max(heights.values()), min(heights.values()))
    )
    yield phrase(
        "{count} categorias{series}; maior em {highest}; menor em {lowest}",
        len(phrases),
        series=suffix,
        highest=highest,
        lowest=lowest,
    )
    if series:
        yield phrase(("{count} categoria{series}", "{count} categorias{series}"), len(phrases), series=suffix)


def join_labels(labels: Sequence[str]) -> str:
    """Join numbers by words alone where a comma between them would look like a decimal sign."""
    spoken = [phrase("sem valor") if label == NO_VALUE else label for label in labels]
    if current_language().decimal != ",":
        return join_and(spoken)
    return reduce(lambda first, second: join_and([first, second]), spoken)
