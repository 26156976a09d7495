"""The series of a chart, and the highlighted value with the one that it is compared with."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.content.checks import validate_known, validate_unique
from infograficos.language.portuguese import pluralize

Values = Sequence[tuple[str, Sequence[float | None]]]
#: How many series stand side by side.
_MAX_SERIES = 3


def validate_series(values: Values, series: Sequence[str]) -> None:
    """Refuse categories without one value a series, and series that are too many or of one name."""
    expected = len(series) or 1
    for name, row in values:
        if len(row) != expected:
            count = pluralize(len(row), "valor", "valores")
            wrong = f"“{name}” tem {count} para {pluralize(expected, 'série', 'séries')}"
            raise ValueError(f"{wrong}; dê em “series” um nome para cada valor")
    if len(series) > _MAX_SERIES:
        raise ValueError(f"esperadas até {_MAX_SERIES} séries, vieram {len(series)}")
    validate_unique(series, "a série “{}” aparece mais de uma vez")


def compared_values(
    values: Values, series: Sequence[str], highlighted: str | None, since: str
) -> tuple[float, float]:
    """Return the last value of the highlighted category, and the one that it is compared with.

    Args:
        values: the names of the categories, each with a value a series.
        since: the name of the other series or category.
    """
    if highlighted is None:
        raise ValueError("“since” diz com que se compara o destaque; dê também “highlighted”")
    rows = dict(values)
    known = [*series, *(name for name in rows if name != highlighted)]
    validate_known("o que se compara com o destaque", since, known)
    if since in series[-1:]:
        raise ValueError("a última série é a que se compara; dê em “since” outra série ou categoria")
    last = rows[highlighted]
    pair = last[-1], last[series.index(since)] if since in series else rows[since][-1]
    now, before = (value or 0.0 for value in pair)
    if min(now, before) <= 0:
        raise ValueError("“since” compara valores acima de 0; deixe-o de fora")
    return float(now), float(before)
