"""Measures how figures look: mid-tones, colourfulness, words, and boxes with a border.

`python tests/audit/measure_look.py` draws the chapter and the gallery; PNG files may be given instead.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))

from samples import figures

from infograficos.audit import AuditedFigure, Measures
from infograficos.audit.rules import composition
from infograficos.raster.png import draw

#: The width in pixels at which pictures are measured.
WIDTH = 700

Pixels = NDArray[np.float64]


class Look(NamedTuple):
    """How one picture looks; words and bordered boxes are known of figures only."""

    name: str
    mid_tone: float
    colorfulness: float
    words: int | None = None
    outlined: float | None = None

    def __str__(self) -> str:
        of_figure = (
            "" if self.words is None else f"  {self.words:3d} palavras  {self.outlined:4.0%} em caixas"
        )
        return f"{self.mid_tone:6.1%}  {self.colorfulness:5.1f}{of_figure}  {self.name}"


def read_pixels(picture: Image.Image) -> Pixels:
    """Return a picture's pixels, height × width × 3 from 0 to 255, at `WIDTH` pixels across."""
    size = WIDTH, round(picture.height * WIDTH / picture.width)
    return np.asarray(picture.convert("RGB").resize(size, Image.Resampling.BOX), dtype=np.float64)


def mid_tone_share(pixels: Pixels) -> float:
    """Return the share of pixels that are colourful and neither pale nor dark."""
    luma = pixels @ (0.2126, 0.7152, 0.0722)
    spread = pixels.max(axis=2) - pixels.min(axis=2)
    return float(((spread > 45) & (luma > 90) & (luma < 215)).mean())


def colorfulness(pixels: Pixels) -> float:
    """Return the colourfulness of a picture (Hasler and Süsstrunk, 2003)."""
    red, green, blue = (pixels[..., channel] for channel in range(3))
    axes = red - green, (red + green) / 2 - blue
    return float(np.hypot(*(axis.std() for axis in axes)) + 0.3 * np.hypot(*(axis.mean() for axis in axes)))


def look_at(name: str, picture: Image.Image, figure: AuditedFigure | None = None) -> Look:
    """Return how a picture looks, and what is known of the figure in it."""
    pixels = read_pixels(picture)
    words = Measures((figure,)).word_count if figure else None
    outlined = composition.outlined_share(figure) if figure else None
    return Look(name, mid_tone_share(pixels), colorfulness(pixels), words, outlined)


def looks(names: Sequence[str], variant: str, theme: str | None, width: float) -> Iterator[Look]:
    """Yield how figures look, drawn as a preset of two pixels a unit would."""
    for name in names:
        drawn = figures()[name].draw(theme, variant, width)
        (picture,) = draw(drawn.traced_svg, (2 * WIDTH,))
        yield look_at(name, picture, drawn.audited_figure)


def report(title: str, found: Sequence[Look]) -> None:
    """Print each look, and their means."""
    means = (fmean(each.mid_tone for each in found), fmean(each.colorfulness for each in found))
    print(title, *found, Look(f"média de {len(found)}", *means), sep="\n", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Mede meios-tons, colorido, palavras e caixas com borda.")
    parser.add_argument("pngs", nargs="*", type=Path, help="arquivos PNG (padrão: desenha as figuras)")
    parser.add_argument("--only", default="", help="só as figuras cujo nome contém isto")
    parser.add_argument("--theme", action="append", default=[], help="um tema (padrão: o da biblioteca)")
    asked = parser.parse_args()
    if asked.pngs:
        report("arquivos", [look_at(str(path), Image.open(path)) for path in asked.pngs])
        return
    names = [name for name in figures() if asked.only in name]
    for theme in asked.theme or [None]:
        for variant in ("light", "dark"):
            for kind, width in (("larga", 700), ("celular", 360)):
                title = f"\n{theme or 'tema da biblioteca'}, {variant}, {kind}"
                report(title, list(looks(names, variant, theme, width)))


if __name__ == "__main__":
    main()
