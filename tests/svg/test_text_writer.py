"""Outlined, traced and live text are the same text: by picture, by place, by the faces that come along."""

from __future__ import annotations

import re
from base64 import b64decode
from functools import cache
from io import BytesIO
from unicodedata import mirrored

import pytest
from engines import by_resvg
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from lxml import etree
from PIL import Image, ImageChops, ImageStat
from samples import PICTURED, drawing, figures, svg

from infograficos.fonts.faces import DATA
from infograficos.scene.glyph_run import GlyphRun
from infograficos.scene.items import TextBlock, walk

SVG = "{http://www.w3.org/2000/svg}"

every_figure = pytest.mark.parametrize("name", list(figures()))


def difference(one: Image.Image, other: Image.Image) -> tuple[float, int]:
    """How far two pictures are apart, of 255: on average, and where they differ most."""
    between = ImageChops.difference(one, other)
    stat = ImageStat.Stat(between)
    return sum(stat.mean) / 3, max(high for _, high in between.getextrema())


@pytest.mark.parametrize("name", PICTURED)
def test_outlined_and_traced_text_make_the_same_picture(name, draw):
    mean, most = difference(draw(svg(name)), draw(svg(name, "traced")))
    # The same outlines at the same places: only where neighbours touch is an edge blended once or twice.
    assert mean < 0.02
    assert most < 100


@cache
def face(name: str) -> TTFont:
    return TTFont(DATA / f"{name}.ttf")


def drawn_by_fonttools(run: GlyphRun, x: float, y: float, fill: str) -> str:
    """A run's glyphs as fontTools reads them from the font, each at the place that the scene gives it."""
    font = face(run.face)
    scale = run.size / font["head"].unitsPerEm
    written, along = [], 0
    for glyph in run.glyphs:
        pen = SVGPathPen(font.getGlyphSet())
        font.getGlyphSet()[font.getGlyphName(glyph.id)].draw(pen)
        at = (x + (along + glyph.x_offset) * scale, y - glyph.y_offset * scale)
        moved = f"translate({at[0]} {at[1]}) scale({scale} {-scale})"
        written.append(f'<path fill="{fill}" transform="{moved}" d="{pen.getCommands()}"/>')
        along += glyph.advance
    return "".join(written)


@pytest.mark.parametrize("name", list(figures())[:5])
def test_traced_text_is_what_the_fonts_and_the_scene_say(name):
    traced = etree.fromstring(svg(name, "traced").encode())
    groups = [element for element in traced if element.tag == f"{SVG}g"]
    blocks = [visit for visit in walk(drawing(name).frame) if isinstance(visit.item, TextBlock)]
    assert len(groups) == len(blocks)
    for group, visit in zip(groups, blocks, strict=True):
        runs = [
            drawn_by_fonttools(
                placed.run,
                visit.at.x + line.origin.x + placed.x,
                visit.at.y + line.origin.y,
                placed.paint.value,
            )
            for line in visit.item.lines
            for placed in line.runs
        ]
        traced.replace(group, etree.fromstring(f'<g xmlns="{SVG[1:-1]}">{"".join(runs)}</g>'))
    mean, most = difference(by_resvg(svg(name, "traced")), by_resvg(etree.tostring(traced).decode()))
    # Places are rounded to a hundredth of a unit in the one, and not in the other.
    assert mean < 0.05
    assert most < 100


def embedded(picture: str) -> dict[tuple[str, int], TTFont]:
    pattern = r"font-family:'([^']+)';font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]+)\)"
    return {
        (family, int(weight)): TTFont(BytesIO(b64decode(data)))
        for family, weight, data in re.findall(pattern, picture)
    }


@every_figure
def test_live_text_brings_each_face_that_it_uses_and_no_other(name):
    picture = svg(name, "live")
    spans = list(etree.fromstring(picture.encode()).iter(f"{SVG}tspan"))
    used = {(span.get("font-family").split(",")[0], int(span.get("font-weight"))) for span in spans}
    faces = embedded(picture)
    assert set(faces) == used
    assert all(font.flavor == "woff2" for font in faces.values())
    said: dict[tuple[str, int], set[str]] = {key: set() for key in used}
    for span in spans:
        said[span.get("font-family").split(",")[0], int(span.get("font-weight"))] |= set(span.text)
    for key, font in faces.items():
        held = {chr(code) for code in font.getBestCmap()}
        assert said[key] <= held
        # HarfBuzz keeps “>” with “<”, for text that runs the other way.
        assert all(extra == " " or mirrored(extra) for extra in held - said[key])


@every_figure
def test_live_families_are_the_figures_own_and_fall_back_to_a_generic_one(name):
    spans = etree.fromstring(svg(name, "live").encode()).iter(f"{SVG}tspan")
    families = {span.get("font-family") for span in spans}
    assert families
    for family in families:
        assert re.fullmatch(r"f[0-9a-f]{6}-\w+,(sans-serif|monospace)", family)


@every_figure
def test_live_runs_stand_where_the_scene_puts_them(name):
    spans = etree.fromstring(svg(name, "live").encode()).iter(f"{SVG}tspan")
    told = [(span.get("x"), span.getparent().get("y"), span.get("textLength"), span.text) for span in spans]
    expected = [
        (visit.at.x + line.origin.x + placed.x, visit.at.y + line.origin.y, placed.run.width, placed.run.text)
        for visit in walk(drawing(name).frame)
        if isinstance(visit.item, TextBlock)
        for line in visit.item.lines
        for placed in line.runs
    ]
    assert [text for *_, text in told] == [text for *_, text in expected]
    for (*numbers, _), (*places, _) in zip(told, expected, strict=True):
        assert [float(number) for number in numbers] == pytest.approx(places, abs=0.006)


@every_figure
def test_live_figures_in_columns_ask_for_figures_of_one_width(name):
    spans = etree.fromstring(svg(name, "live").encode()).iter(f"{SVG}tspan")
    placed = [
        run.tabular
        for visit in walk(drawing(name).frame)
        if isinstance(visit.item, TextBlock)
        for line in visit.item.lines
        for run in line.runs
    ]
    assert ["'tnum'" in span.get("style", "") for span in spans] == placed


def test_labels_and_losses_are_figures_in_columns():
    assert svg("03-mascaramento-loss-resposta", "live").count("'tnum'") >= 6
