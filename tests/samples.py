"""Every figure of the series' chapter and every example of a builder, as figures that can be drawn."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from infograficos.builders import examples
from infograficos.chapter import Chapter
from infograficos.chapter_07 import chapter
from infograficos.drawing import Drawing
from infograficos.figure import Figure
from infograficos.gallery.page import file_name
from infograficos.raster import palette
from infograficos.script import load_chapter
from infograficos.theme import Theme

#: Examples that together hold everything a figure may be drawn with; a test of goldens keeps this true.
DOZEN = (
    "attention-pronome", "curves-overfitting", "encodings-texto-audio-e-imagem", "conversation-contexto",
    "formula-divergencia-kl", "matrix-vies-de-distancia", "photo-posicoes",
    "rubric-resumo", "windows-passo-a-passo", "terminal-memoria", "timeline-modelos",
    "vectorsum-768-dimensoes", "convolution-borda",
)  # fmt: skip

#: The figures on which costly comparisons of pictures are made: the chapter's own and the dozen.
PICTURED = (*(figure.full_name for figure in chapter.figures), *(f"example-{name}" for name in DOZEN))


@cache
def figures() -> dict[str, Figure]:
    """All figures by a name that can stand in a file's name."""
    found = {figure.full_name: figure for figure in chapter.figures}
    for name, content in examples().items():
        short = file_name(name)
        # All have one number: a new kind of figure changes no other's golden.
        found[f"example-{short}"] = Figure(1, short, "Exemplo", "O que o exemplo ensina", content)
    return found


@cache
def chapter_of(script: Path) -> Chapter:
    """The chapter of a script of the tests, loaded once a session."""
    return load_chapter(script)


_draw = Figure.draw
_DRAWN: dict[tuple[int, str, float], tuple[Figure, Drawing]] = {}


def draw_once(
    figure: Figure, _ours: Theme | None = None, variant: str = "light", width: float | None = None
) -> Drawing:
    """Draw a figure in our own theme, once a session; stands in for `Figure.draw`."""
    key = (id(figure), variant, width or 700)
    if key not in _DRAWN:
        # Keeping the figure prevents the reuse of its `id`.
        _DRAWN[key] = figure, _draw(figure, None, variant, width)
    return _DRAWN[key][1]


def drawing(name: str, variant: str = "light", width: float = 700) -> Drawing:
    """One of the figures, drawn."""
    return draw_once(figures()[name], None, variant, width)


@cache
def svg(name: str, text: str = "outlined", variant: str = "light", width: float = 700) -> str:
    """One of the figures, as SVG."""
    return drawing(name, variant, width).svg(text, force=True)


def png(name: str, preset: str) -> bytes:
    """One of the figures, as PNG."""
    return _png(name, preset, palette.encode_png)


@cache
def _png(name: str, preset: str, _encode: object) -> bytes:
    return figures()[name].png(preset=preset)
