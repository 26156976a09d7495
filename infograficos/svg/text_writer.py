"""Writes text as shared outlines, traced paths, or live text in embedded fonts."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from infograficos.fonts import Fonts, woff2_subset
from infograficos.scene.geometry import Point
from infograficos.scene.glyph_run import GlyphRun
from infograficos.scene.items import PlacedRun, TextBlock
from infograficos.svg.xml import SvgElement, parse
from infograficos.text.templates import render

_FIRST_MOVE = re.compile(r"m(-?\d+)[ ,]?(-?\d+)")
_WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}

# Text is measured without ligatures and other substitutions.
_FEATURES = "'calt' 0,'liga' 0,'clig' 0,'dlig' 0"

_Values = dict[str, Any]


class TextWriter:
    """Writes text as SVG, and its definitions, with prefixed ids."""

    template: str

    def __init__(self, prefix: str, fonts: Fonts) -> None:
        self._prefix, self._fonts = prefix, fonts

    def block(self, block: TextBlock, at: Point) -> SvgElement:
        """Return a text as an SVG element, its lines and runs placed on the sheet."""
        lines = [
            {
                "x": at.x + line.origin.x,
                "y": at.y + line.origin.y,
                "width": line.width,
                "size": line.runs[0].run.size,
                "text": line.text,
                "runs": [
                    {
                        "x": at.x + line.origin.x + placed.x,
                        "y": at.y + line.origin.y - placed.run.rise,
                        "fill": placed.paint.value,
                        **self._run(placed),
                    }
                    for placed in line.runs
                ],
            }
            for line in block.lines
            if line.runs
        ]
        return parse(render(self.template, lines=lines, kind=block.kind, features=_FEATURES))

    def definitions(self) -> Iterator[SvgElement]:
        """Yield the definitions for all blocks written so far."""
        yield from ()

    def _run(self, placed: PlacedRun) -> _Values:
        """Return the template's variables for a run."""
        raise NotImplementedError


class TracedTextWriter(TextWriter):
    """One path per run, which rasterizers draw fastest."""

    template = "svg/traced.svg"

    def _run(self, placed: PlacedRun) -> _Values:
        return {"scale": _scale(placed.run), "outline": self._outline(placed.run)}

    def _outline(self, run: GlyphRun) -> str:
        paths = []
        for glyph, x, y in _positions(run):
            outline = self._fonts.outline(run.face, glyph)
            # Closing a glyph moves the pen: the next first move has to be absolute.
            paths.append(_FIRST_MOVE.sub(lambda m: f"M{int(m[1]) + x} {int(m[2]) + y}", outline, count=1))  # noqa: B023
        return "".join(paths)


class OutlinedTextWriter(TextWriter):
    """Each glyph's outline once, referred to by `use`, with invisible text above."""

    template = "svg/outlined.svg"

    def __init__(self, prefix: str, fonts: Fonts) -> None:
        super().__init__(prefix, fonts)
        self._used: dict[str, tuple[str, int]] = {}
        self._faces: dict[str, int] = {}

    def definitions(self) -> Iterator[SvgElement]:
        """Yield the outlines of the used glyphs, in order of first use."""
        for identity, (face, glyph) in self._used.items():
            outline = {"d": self._fonts.outline(face, glyph), "id": identity}
            yield SvgElement(ElementTree.Element("path", outline))

    def _run(self, placed: PlacedRun) -> _Values:
        run = placed.run
        glyphs = [
            (self._identity(run.face, glyph), x, y)
            for glyph, x, y in _positions(run)
            if self._fonts.outline(run.face, glyph)
        ]
        return {"scale": _scale(run), "glyphs": glyphs}

    def _identity(self, face: str, glyph: int) -> str:
        letter = chr(ord("a") + self._faces.setdefault(face, len(self._faces)))
        identity = f"{self._prefix}{letter}{glyph}"
        self._used[identity] = (face, glyph)
        return identity


class LiveTextWriter(TextWriter):
    """Real text, with embedded subsets of its faces."""

    template = "svg/live.svg"

    def __init__(self, prefix: str, fonts: Fonts) -> None:
        super().__init__(prefix, fonts)
        self._texts: dict[str, set[str]] = {}

    def definitions(self) -> Iterator[SvgElement]:
        """Yield the style that embeds the faces."""
        faces = [
            {
                "family": self._family(face),
                "weight": _weight(face),
                "data": b64encode(woff2_subset(face, sorted(self._texts[face]))).decode("ascii"),
            }
            for face in sorted(self._texts)
        ]
        yield parse(render("svg/faces.svg", faces=faces))

    def _run(self, placed: PlacedRun) -> _Values:
        run = placed.run
        self._texts.setdefault(run.face, set()).update(run.text)
        return {
            "family": f"{self._family(run.face)},{'monospace' if 'Mono' in run.face else 'sans-serif'}",
            "weight": _weight(run.face),
            "size": run.size,
            "width": run.width,
            "text": run.text,
            "tabular": placed.tabular,
        }

    def _family(self, face: str) -> str:
        # Two figures on one page embed different subsets of a face.
        return f"{self._prefix}-{face.split('-', maxsplit=1)[0]}"


def _positions(run: GlyphRun) -> Iterator[tuple[int, int, int]]:
    """Yield each glyph with its position in font units, y upwards."""
    x = 0
    for glyph in run.glyphs:
        yield glyph.id, x + glyph.x_offset, glyph.y_offset
        x += glyph.advance


def _scale(run: GlyphRun) -> str:
    return f"{run.size / run.units_per_em:.7f}".rstrip("0")


def _weight(face: str) -> int:
    return _WEIGHTS.get(face.rsplit("-", maxsplit=1)[-1], 400)
