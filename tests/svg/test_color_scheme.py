"""One SVG for light and dark: the light picture for everyone, the dark one for whoever prefers it."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from engines import by_resvg
from lxml import etree
from PIL import Image, ImageChops
from samples import PICTURED, drawing, figures, svg
from test_browser import page  # noqa: F401 — the browser, or a reason to do without

from infograficos.errors import FigureError, InputError
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Placed, Stroke
from infograficos.svg import Description, write_svg

SHEET = re.compile(r"<style[^>]*>@media screen and \(prefers-color-scheme:dark\)\{(.*)\}</style>\n")
RULE = re.compile(r"\.([^{]+)\{(fill|stroke):(#[0-9a-f]{6})\}")
CLASS = re.compile(r' class="[^"]*"')

FIRST = list(figures())[:5]


def alike(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox() is None


def without_names(picture: str, kept: str) -> str:
    """A picture whose ids begin as in another."""
    begins = re.compile(r"(?<=[\"# '])f[0-9a-f]{6}")
    return begins.sub(begins.search(kept)[0], picture)


def darkened(picture: str) -> str:
    """A picture as CSS paints it for readers whose system is dark."""
    root = etree.fromstring(picture.encode())
    rules = {name: (paint, value) for name, paint, value in RULE.findall(SHEET.search(picture)[1])}
    for element in root.iter():
        for name in element.attrib.pop("class", "").split():
            paint, value = rules[name]
            element.set(paint, value)
    return SHEET.sub("", etree.tostring(root, encoding="unicode") + "\n")


@pytest.mark.parametrize("name", PICTURED)
@pytest.mark.parametrize("width", [700, 360])
def test_the_light_picture_is_there_and_what_changes_makes_the_dark_one(name, width):
    both, light, dark = (svg(name, "outlined", variant, width) for variant in ("auto", "light", "dark"))
    bare = CLASS.sub("", SHEET.sub("", both)).replace("<defs>\n</defs>", "<defs />")
    assert bare == without_names(light, both)
    same = etree.tostring(etree.fromstring(without_names(dark, both).encode()), encoding="unicode") + "\n"
    assert darkened(both) == same


@pytest.mark.parametrize("mode", ["outlined", "live", "traced"])
def test_every_class_has_one_rule_and_the_figure_s_name(mode):
    both = svg(FIRST[2], mode, "auto")
    rules = RULE.findall(SHEET.search(both)[1])
    used = {name for names in re.findall(r' class="([^"]*)"', both) for name in names.split()}
    assert len(rules) == len(used)
    assert {name for name, _, _ in rules} == used
    assert len({(paint, value) for _, paint, value in rules}) == len(rules)
    assert len({name.split("-")[0] for name in used}) == 1
    assert used.isdisjoint(re.findall(r' class="([^" ]*)', svg(FIRST[3], mode, "auto")))


@pytest.mark.parametrize("name", FIRST)
def test_viewers_that_know_no_dark_draw_the_light_picture(name, draw):
    assert alike(draw(svg(name, "outlined", "auto")), draw(svg(name, "outlined", "light")))


@pytest.mark.parametrize("mode", ["outlined", "live"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", FIRST)
def test_a_browser_draws_what_its_reader_prefers(name, scheme, mode, page, tmp_path):  # noqa: F811
    shown = []
    page.set_viewport_size({"width": 700, "height": 500})
    page.emulate_media(color_scheme=scheme)
    for variant in ("auto", scheme):
        (tmp_path / "figure.svg").write_text(svg(name, mode, variant), encoding="utf-8")
        page.goto((tmp_path / "figure.svg").as_uri())
        page.evaluate("document.fonts.ready.then(() => true)")
        shown.append(Image.open(BytesIO(page.screenshot())))
    assert alike(*shown)


def test_dark_is_not_printed(page, tmp_path):  # noqa: F811
    (tmp_path / "figure.svg").write_text(svg(FIRST[0], "outlined", "auto"), encoding="utf-8")
    page.emulate_media(media="print", color_scheme="dark")
    page.goto((tmp_path / "figure.svg").as_uri())
    shown = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.emulate_media(media="screen", color_scheme="light")
    assert shown.getpixel((5, 5)) == by_resvg(svg(FIRST[0])).getpixel((5, 5))


def box(width: float, fill: str, stroke: str = "#123456") -> Frame:
    shape = Box(Rect(0, 0, width, 10), Paint("a", fill), Stroke(Paint("b", stroke), 2))
    return Frame(Size(100, 20), (Placed(Point(0, 0), shape),))


def both_of(light: Frame, dark: Frame) -> str:
    return write_svg(light, Description("x", "x", "x", "x"), drawing(FIRST[0]).fonts, dark=dark)


def test_only_what_differs_has_a_class():
    written = both_of(box(9, "#ffffff"), box(9, "#000000"))
    assert re.findall(r'class="f[0-9a-f]{6}-(.*?)"', written) == ["0"]
    assert [rule[1:] for rule in RULE.findall(written)] == [("fill", "#000000")]


def test_without_a_difference_there_is_no_style():
    assert "style" not in both_of(box(9, "#ffffff"), box(9, "#ffffff"))


@pytest.mark.parametrize("dark", [box(8, "#000000"), Frame(Size(100, 20))])
def test_pictures_that_differ_in_more_than_colours_are_refused(dark):
    with pytest.raises(InputError) as refusal:
        both_of(box(9, "#ffffff"), dark)
    assert str(refusal.value) == (
        "o desenho no escuro não é o mesmo que no claro, e não cabe com ele em um só SVG; "
        "grave dois, com “light” e “dark”"
    )


def test_both_papers_are_held_against_the_rules():
    good = figures()[FIRST[0]].draw(variant="auto")
    assert good.svg()
    # On dark paper alone the headline is as dark as its paper.
    bad = replace(good, dark=figures()[FIRST[0]].draw(variant="dark", theme=unreadable()))
    with pytest.raises(FigureError, match="contraste"):
        bad.svg()


def unreadable():
    theme = drawing(FIRST[0]).look.theme
    dark = theme.colors.dark.model_copy(update={"ink": theme.colors.dark.paper})
    return theme.model_copy(update={"colors": theme.colors.model_copy(update={"dark": dark})})


@pytest.mark.parametrize(("write", "format"), [("png", "PNG"), ("pdf", "PDF")])
def test_a_picture_in_pixels_has_one_paper(write, format):
    with pytest.raises(InputError) as refusal:
        getattr(figures()[FIRST[0]].draw(variant="auto"), write)()
    assert str(refusal.value) == (
        f"{FIRST[0]}: a variante “auto” só existe em SVG; para {format}, peça “light” ou “dark”"
    )
