"""Whether figures can be drawn: the engine, and a small figure drawn from end to end."""

# ruff: noqa: PLC0415 — what is examined may be missing, and is then found missing one by one

from __future__ import annotations

from typing import TYPE_CHECKING

from infograficos.doctor.condition import Condition

if TYPE_CHECKING:
    from infograficos.theme import Theme


def engine() -> Condition:
    """Say what draws the PNGs; the second choice is well, and said to be one."""
    from infograficos.raster import cairo_missing, drawn_with

    missing = cairo_missing()
    if missing is None:
        return Condition("desenho", drawn_with())
    reason, _, remedy = missing.partition("; ")
    return Condition("desenho", f"{drawn_with()}, porque {reason}; sem ela não há PDF", "note", remedy)


def proof(theme: Theme) -> Condition:
    """Draw a small figure as SVG, with its text in both ways, and as PNG, and keep nothing."""
    from infograficos.builders.pipeline import Pipeline, Stage
    from infograficos.figure import Figure

    content = Pipeline([Stage("Texto", "tokens", "input"), Stage("Modelo", "weights", "model")])
    figure = Figure(1, "prova", "Prova", "Uma figura de prova", content)
    drawing = figure.draw(theme)
    written = [len(drawing.svg(text)) for text in ("outlined", "live")]
    data = drawing.png(next(iter(theme.presets)))
    return Condition("prova", f"SVG de {sum(written)} e PNG de {len(data)} bytes")
