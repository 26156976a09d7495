"""Checks of drawing: the engine, and a small figure from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infograficos.doctor.condition import Condition

if TYPE_CHECKING:
    from infograficos.theme import Theme


def engine() -> Condition:
    """Name the engine that draws PNGs; the fallback is a note."""
    from infograficos.raster import engine_version, missing_cairo_reason

    missing = missing_cairo_reason()
    if missing is None:
        return Condition("desenho", engine_version())
    reason, _, remedy = missing.partition("; ")
    return Condition("desenho", f"{engine_version()}, porque {reason}; sem ela não há PDF", "note", remedy)


def proof(theme: Theme) -> Condition:
    """Draw a small figure as SVG, outlined and live, and as PNG."""
    from infograficos.builders.pipeline import Pipeline, Stage
    from infograficos.figure import Figure

    content = Pipeline([Stage("Texto", "tokens", "input"), Stage("Modelo", "weights", "model")])
    figure = Figure(1, "prova", "Prova", "Uma figura de prova", content)
    drawing = figure.draw(theme)
    sizes = [len(drawing.svg(text)) for text in ("outlined", "live")]
    data = drawing.png(next(iter(theme.presets)))
    return Condition("prova", f"SVG de {sum(sizes)} e PNG de {len(data)} bytes")
