"""Rules about how a figure looks, each on a broken scene and its clean twin, on a wide and a narrow sheet."""

import re
from dataclasses import replace
from pathlib import Path as FilePath

import numpy as np
import pytest
from measure_look import colorfulness, look_at, mid_tone_share, read_pixels
from PIL import Image
from samples import drawing
from scenes import LIGHT, audited, card, named, picture, sheet, text

from infograficos.audit.rules import arrows, composition, softness
from infograficos.audit.rules import colorfulness as color_rule
from infograficos.elements.polyline import chevron
from infograficos.language.messages import VARIABLE, in_message_language
from infograficos.raster.png import draw
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Box, Paint, Path, Placed, Stroke, polyline
from infograficos.scene.perception import mid_tone_shares
from infograficos.theme import ResolvedTheme

#: The figures as they are delivered.
DELIVERED = sorted((FilePath(__file__).parents[2] / "dist" / "medium").glob("*.png"))

BLUE = Paint("instruction.mid", "#4b94e8")

WIDTHS = pytest.mark.parametrize("width", [700, 360])


def messages(rule, *items, width=700, **how):
    """What a rule finds on a sheet; without the line that makes the body of other scenes wide."""
    whole = sheet(*items, width=width)
    frame = replace(whole, items=tuple(each for i, each in enumerate(whole.items) if i != 2))
    return [finding.message for finding in rule(audited(frame, **how))]


def block(x, y, width, height, paint=BLUE, **how):
    return Placed(ORIGIN, Box(Rect(x, y, width, height), paint, **how))


# The body.


@WIDTHS
def test_a_narrow_body_at_the_left_is_off_the_middle(width):
    margin = 36 if width == 700 else 20
    inner = width - 2 * margin
    found = messages(composition.check_width, card(margin, 150, 0.89 * inner, 80), width=width)
    assert found == [
        f"folha: o corpo tem {0.89 * inner:.0f} unidades de largura e não fica no meio (esperado: ao menos "
        f"{0.9 * inner:.0f}, ou sobras iguais dos dois lados); ocupe a largura, ou centre o corpo"
    ]
    assert messages(composition.check_width, card(margin, 150, 0.9 * inner, 80), width=width) == []


@WIDTHS
def test_a_narrow_body_may_be_in_the_middle(width):
    assert messages(composition.check_width, card(width / 2 - 101, 150, 200, 80), width=width) == []
    assert len(messages(composition.check_width, card(width / 2 - 101.6, 150, 200, 80), width=width)) == 1


def test_what_runs_off_the_sheet_makes_a_body_wide():
    assert messages(composition.check_width, block(90, 150, 640, 80)) == []


def test_a_figure_without_a_body_breaks_no_rule_about_it():
    assert messages(composition.check_width) == messages(composition.check_boxes) == []


# Boxes.


@WIDTHS
def test_a_body_of_bordered_boxes_is_named_and_panels_are_none(width):
    half = width / 2 - 40
    boxes = [card(20, 150, half, 80), card(width - 20 - half, 150, half, 80)]
    (found,) = messages(composition.check_boxes, *boxes, width=width)
    assert re.match(r"folha: (88|94) % do corpo são caixas com borda \(esperado: até 50 %\); ", found)
    panels = [card(20, 150, half, 80, border=None), boxes[1]]
    assert messages(composition.check_boxes, *panels, width=width) == []


def test_a_box_in_another_counts_once():
    inner = [card(30 + 20 * i, 160, 15, 200) for i in range(10)]
    assert messages(composition.check_boxes, card(20, 150, 300, 250), *inner, text("ao lado", 560, 390)) == []


def test_key_caps_are_no_boxes():
    edges = [card(20 + 110 * i, 150, 100, 45, fill="instruction.line", border=None) for i in range(6)]
    faces = [card(20 + 110 * i, 150, 100, 40) for i in range(6)]
    caps = [part for pair in zip(edges, faces, strict=True) for part in pair]
    assert messages(composition.check_boxes, *caps) == []
    assert len(messages(composition.check_boxes, *edges, *faces)) == 1


def test_the_window_of_a_listing_is_no_box():
    window, words = card(36, 150, 628, 100), text("print(1)", 60, 200, kind="listing")
    assert messages(composition.check_boxes, window, words) == []
    assert len(messages(composition.check_boxes, window, text("print(1)", 60, 200))) == 1


def test_the_frame_of_a_picture_is_no_box():
    assert messages(composition.check_boxes, card(36, 150, 628, 300), picture(37, 151, 626, 298)) == []


# Solid fills.


def test_a_solid_balloon_is_an_accent_as_a_box_is():
    outline = polyline(Point(40, 150), Point(200, 150), Point(200, 230), Point(20, 230), closed=True)
    balloon = Path(outline, LIGHT.paint("response.solid"), purpose="surface")
    other = block(300, 150, 60, 60, LIGHT.paint("model.solid"))
    assert messages(softness.check, other) == messages(softness.check, Placed(ORIGIN, balloon)) == []
    (found,) = messages(softness.check, other, Placed(ORIGIN, balloon))
    assert "2 acentos saturados: “model”, “response” (esperado: até 1)" in found
    mark = replace(balloon, purpose="mark")
    assert messages(softness.check, other, Placed(ORIGIN, mark)) == []


# Arrows.


def pointed(start, end, *points):
    """An arrow with a head between two named frames."""
    route = [Point(*point) for point in points]
    commands = (*polyline(*route), *chevron(route[-2], route[-1], 2.5))
    pen = Stroke(LIGHT.paint("muted"), 2.5)
    return Placed(ORIGIN, Path(commands, stroke=pen, purpose="connector", joins=(start, end)))


def place(name, x, y, width=100, height=80):
    """A card with a name."""
    return named(name, card(0, 0, width, height), size=(width, height), at=(x, y))


A, B = place("a", 40, 150), place("b", 220, 300)


@pytest.mark.parametrize(("x", "told"), [(270, False), (272, False), (272.5, True)])
@WIDTHS
def test_an_arrow_meets_the_middle_of_a_side(x, told, width):
    found = messages(arrows.check, A, B, pointed("a", "b", (140, 190), (x, 190), (x, 298.75)), width=width)
    message = (
        "folha: “a para b” a seta chega a 2,5 unidades do meio de “b” (esperado: até 2,0); "
        "aponte-a para outro lado, ou dê às duas partes o mesmo tamanho"
    )
    assert found == [message] * told


def test_an_arrow_and_its_ends_are_named_in_the_language_of_messages(monkeypatch):
    monkeypatch.setenv(VARIABLE, "en")
    ends = place("cartão 1", 40, 150), place("cartão 2", 220, 300)
    arrow = pointed("cartão 1", "cartão 2", (140, 190), (272.5, 190), (272.5, 298.75))
    with in_message_language():
        (found,) = messages(arrows.check, *ends, arrow)
    assert found == (
        "sheet: “card 1 to card 2” the arrow ends 2.5 units from the middle of “card 2” "
        "(expected: at most 2.0); point it at another side, or make both parts the same size"
    )


def test_arrows_that_share_a_side_are_even_around_its_middle():
    (left, right), drawn = ((250, 290), (252, 296)), []
    for xs in (left, right):
        routes = [pointed("a", "b", (140, 170), (x, 170), (x, 298.75)) for x in xs]
        drawn.append(len(messages(arrows.check, A, B, *routes)))
    assert drawn == [0, 2]


def test_a_level_arrow_from_the_middle_of_a_side_may_meet_a_taller_part_anywhere():
    tall = place("b", 220, 100, height=400)
    assert messages(arrows.check, A, tall, pointed("a", "b", (140, 190), (218.75, 190))) == []
    assert len(messages(arrows.check, A, tall, pointed("a", "b", (140, 170), (218.75, 170)))) == 1


@WIDTHS
@pytest.mark.parametrize(
    ("items", "obstacle"),
    [
        ([card(230, 240, 80, 55)], "a borda de outra parte"),
        ([pointed("c", "d", (220, 295), (330, 295))], "outra seta"),
    ],
)
def test_an_arrowhead_lies_on_nothing(items, obstacle, width):
    arrow = pointed("a", "b", (140, 190), (270, 190), (270, 298.75))
    assert messages(arrows.check, A, B, arrow, width=width) == []
    found = messages(arrows.check, A, B, arrow, *items, width=width)
    assert [message.split(" (")[0] for message in found if "ponta" in message] == [
        f"folha: “a para b” a ponta da seta fica sobre {obstacle}"
    ]


def test_an_arrowhead_needs_a_straight_end_behind_it():
    ends = [pointed("a", "b", (140, 190), (270, y), (270, 298.75)) for y in (296, 290)]
    bent, straight = (messages(arrows.check, A, B, each) for each in ends)
    assert [message.split(" (")[0] for message in bent] == [
        "folha: “a para b” a ponta da seta fica sobre uma curva do traço"
    ]
    assert straight == []


# Mid-tones.


@WIDTHS
@pytest.mark.parametrize(("share", "told"), [(0.03, False), (0.19, False), (0.21, True)])
def test_a_figure_is_not_loud(share, told, width):
    painted = block(40, 150, 270, share * width * 500 / 270)
    found = messages(color_rule.check, painted, width=width)
    assert bool(found) == told
    if told:
        assert "da folha em meios-tons coloridos (esperado: até 20,0 %); " in found[0]


def test_pictures_listings_and_the_dark_are_not_measured():
    tables = LIGHT.theme.model_dump()
    dark = ResolvedTheme(type(LIGHT.theme).model_validate(tables), "dark")
    loud = block(40, 150, 600, 300)
    assert len(messages(color_rule.check, loud)) == 1
    assert messages(color_rule.check, loud, look=dark) == []
    assert messages(color_rule.check, loud, picture(40, 150, 300, 200)) == []
    assert messages(color_rule.check, loud, text("print(1)", 60, 200, kind="listing")) == []


def test_what_is_painted_over_a_mid_tone_hides_it():
    painted = block(40, 150, 300, 100)
    bare, half, whole = (
        color_rule.mid_tone_share(audited(sheet(painted, *over)))
        for over in ((), [card(40, 150, 150, 100, border=None)], [card(30, 140, 330, 120, border=None)])
    )
    assert bare - whole == pytest.approx(300 * 100 / 350_000, abs=0.001)
    assert half - whole == pytest.approx(150 * 100 / 350_000, abs=0.001)


@pytest.mark.parametrize(
    ("color", "is_mid"),
    [("#4b94e8", True), ("#e3f2ff", False), ("#1b2433", False), ("#808080", False), ("#99c1f4", True)],
)
def test_a_mid_tone_is_neither_grey_nor_pale_nor_dark(color, is_mid):
    assert mid_tone_shares(color, "#fcfaf7")[0] is is_mid


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize(
    "name",
    ["03-mascaramento-loss-resposta", "example-cycle-treino", "example-vectorsum-media-da-atencao",
     "example-alignment-traducao"],
)  # fmt: skip
def test_the_frame_is_measured_as_its_picture_would_be(name, width):
    drawn = drawing(name, width=width)
    pictured = mid_tone_share(read_pixels(draw(drawn.traced_svg, (1400,))[0]))
    assert color_rule.mid_tone_share(drawn.audited_figure) == pytest.approx(pictured, abs=0.005, rel=0.05)


def test_pictures_are_measured_at_seven_hundred_pixels():
    picture = Image.new("RGB", (1400, 100), "#fcfaf7")
    picture.paste("#4b94e8", (0, 0, 350, 100))
    assert read_pixels(picture).shape == (50, 700, 3)
    assert str(look_at("teste", picture)) == " 25.0%   72.5  teste"


def test_greys_have_no_colorfulness():
    assert colorfulness(np.full((2, 2, 3), 80.0)) == 0.0
    assert mid_tone_share(np.full((2, 2, 3), 120.0)) == 0.0


@pytest.mark.parametrize("path", DELIVERED, ids=lambda path: path.stem)
def test_the_chapters_figures_are_painted_neither_pale_nor_loud(path):
    with Image.open(path) as picture:
        look = look_at(path.stem, picture)
    assert 0.04 <= look.mid_tone <= 0.12
    assert look.colorfulness >= 26
