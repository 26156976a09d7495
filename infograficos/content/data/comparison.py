"""The highlighted value of a chart and the one that it is compared with, in another series or category."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.content.checks import validate_known

Values = Sequence[tuple[str, Sequence[float | None]]]


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
