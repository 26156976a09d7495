"""Isometric objects: as many plates, cells and edges as there are, inside the frame, and lit from above."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from ruler import square_layouter

from infograficos.audit import AuditedFigure
from infograficos.audit.rules import contrast
from infograficos.elements import (
    Connector,
    Experts,
    LightCone,
    Model,
    Named,
    Plate,
    Row,
    Slab,
    Text,
    WithConnectors,
    edge_to_scale,
)  # fmt: skip
from infograficos.elements.objects.faces import face_tones
from infograficos.elements.objects.levels import plan_levels
from infograficos.elements.objects.model import OPENED_PLATE
from infograficos.elements.objects.prism import Prism
from infograficos.errors import InputError
from infograficos.language.texts import in_language
from infograficos.layout import Element, Layouter
from infograficos.scene.color import to_oklch
from infograficos.scene.flattening import crosses, flatten
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect
from infograficos.scene.items import Box, Frame, Path, Placed, Visit, extent, walk
from infograficos.theme import ResolvedTheme, load_theme

LOOKS = [ResolvedTheme(load_theme(), variant) for variant in ("light", "dark")]

ROLES = tuple(load_theme().colors.light.roles)

#: One of each object and state, and the sizes at which they change.
OBJECTS = [
    *(Model(state) for state in ("base", "tuned", "frozen", "lora", "outline")),
    Model(plates=1), Model(plates=12, top="response", bottom="input", opened=True),
    Model(plates=96), Model(plates=96, opened=True), Model("outline", plates=96), Model(plates=30, share=0.3),
    Plate(3, 2), Plate(768, 64, lit=((None, 1),)), *(Plate(2, 2, role, ((0, 0),)) for role in ROLES),
    Slab(), Slab(1, 0.2, 2, cells=(2, 3)), Experts(), Experts(8, (0, 7)),
]  # fmt: skip

#: Those that connectors meet in the middle of all their sides.
SQUARE = [*(each for each in OBJECTS if not isinstance(each, Slab)), Slab(1, 1, 0.1)]


def lay_out(element: Element, limits: Limits | None = None) -> Frame:
    return square_layouter().layout(element, limits or Limits())


def paths(frame: Frame, tone: str = "") -> list[Path]:
    found = [visit.item for visit in walk(frame) if isinstance(visit.item, Path)]
    return [path for path in found if not tone or (path.fill and path.fill.role.endswith(tone))]


def outlines(frame: Frame, tone: str) -> int:
    """How many faces are painted in a tone."""
    return sum(command.verb == "M" for path in paths(frame, tone) for command in path.commands)


def points(frame: Frame) -> list[Point]:
    """Every point of the paths of a frame but the shade's, on the frame."""
    visits = [visit for visit in walk(frame) if isinstance(visit.item, Path)]
    return [p.translate(v.at) for v in visits if not is_shade(v) for c in v.item.commands for p in c.points]


def is_shade(visit: Visit) -> bool:
    return getattr(visit.item, "fill", None) is not None and visit.item.fill.role == "shade"


def edges(commands: Sequence[object]) -> set[frozenset[tuple[float, float]]]:
    corners = [(p.x, p.y) for c in commands for p in c.points]
    return {frozenset(pair) for pair in zip(corners, [*corners[1:], corners[0]], strict=True)}


def test_a_block_is_twice_as_wide_as_its_top_is_high():
    block = Prism(50, 50, 20)
    assert (block.size.width, block.size.height) == (100, 70)
    assert block.point(0, 0) == Point(50, 0)
    assert block.point(0, 1) == Point(0, 25)
    assert block.point(1, 0) == Point(100, 25)
    assert block.point(1, 1, 20) == Point(50, 70)


def test_the_faces_of_a_block_share_their_edges():
    block = Prism(30, 50, 20)
    top, left, right = map(edges, (block.top(), block.left_side(), block.right_side()))
    assert [len(a & b) for a, b in ((top, left), (top, right), (left, right))] == [1, 1, 1]
    # What no other face has is the silhouette.
    assert top ^ left ^ right == edges(block.silhouette())


@pytest.mark.parametrize("count", [1, 2, 4, 12, 24])
def test_as_many_plates_are_drawn_as_there_are(count):
    assert outlines(lay_out(Model(plates=count, size="object_large")), ".deep") == count


@pytest.mark.parametrize("element", OBJECTS, ids=repr)
def test_the_shade_is_no_wider_than_what_stands_on_it(element):
    frame = lay_out(element)
    for shade in (visit.rect for visit in walk(frame) if is_shade(visit)):
        assert shade.x >= -1e-6
        assert shade.right <= frame.size.width + 1e-6


@pytest.mark.parametrize("element", OBJECTS, ids=repr)
@pytest.mark.parametrize("limits", [Limits(), Limits(max_width=0), Limits(90, 70)], ids=str)
def test_a_frame_holds_every_point_of_an_object(element, limits):
    frame = lay_out(element, limits)
    assert [point for point in points(frame) if not extent(frame).contains(point)] == []
    assert all(extent(frame).holds(visit.rect) for visit in walk(frame) if not is_shade(visit))


@pytest.mark.parametrize("element", SQUARE, ids=repr)
def test_an_arrow_to_the_middle_of_a_side_touches_the_object(element):
    frame = lay_out(element)
    width, height = frame.size.width, frame.size.height
    for x in (0, width):
        border = [point.y for point in points(frame) if point.x == pytest.approx(x)]
        # Half a step more where plates with air between them are the border.
        assert min(border) - 5 <= height / 2 <= max(border) + 5


@pytest.mark.parametrize("element", [Model(), Model(plates=96), Plate(4, 4), Slab(), Experts()], ids=repr)
def test_an_arrow_from_above_or_below_meets_a_corner(element):
    frame = lay_out(element)
    corners = {(round(p.x, 6), round(p.y, 6)) for p in points(frame)}
    middle = round(frame.size.width / 2, 6)
    assert {(middle, 0.0), (middle, round(frame.size.height, 6))} <= corners


def test_an_object_is_as_wide_as_the_theme_says_and_shrinks_to_its_narrowest_form():
    layouter = square_layouter()
    for element in (Model(), Plate(3, 3), Experts()):
        assert layouter.natural(element).width == pytest.approx(100)
        assert layouter.layout(element, Limits(70)).size.width == pytest.approx(70)
    assert [layouter.narrowest(each) for each in (Model(), Plate(2, 2))] == pytest.approx([40, 40])
    assert layouter.natural(Model(share=0.2)).width == layouter.narrowest(Model(share=0.2)) == 20


@pytest.mark.parametrize("element", [Model(), Model(plates=24), Plate(3, 2), Slab(), Experts()], ids=repr)
def test_an_object_shrinks_to_the_height_that_there_is(element):
    assert lay_out(element, Limits(max_height=65)).size.height <= 65.01


def test_a_stack_too_high_for_its_plates_keeps_both_ends():
    frame = lay_out(Model(plates=96, top="response", bottom="input"))
    assert outlines(frame, "response.deep") == outlines(frame, "input.deep") == 1
    assert 4 <= outlines(frame, "model.deep") < 94
    assert frame.size.height <= 50 + 3.2 * 50


def test_plates_stay_far_enough_apart_to_be_seen():
    levels = plan_levels(500, 20, 64)
    gaps = [b - a for a, b in pairwise(levels.tops)]
    assert min(gaps) == pytest.approx(6)
    assert len(levels.gaps) == 1


def test_an_opened_plate_lies_on_its_level_beside_the_stack():
    frame = lay_out(Model(plates=5, opened=True))
    slid = next(visit for visit in walk(frame) if getattr(visit.item, "name", "") == OPENED_PLATE)
    assert slid.rect.right == pytest.approx(frame.size.width)
    assert slid.rect.center.y == pytest.approx(frame.size.height / 2)


def test_the_opened_plate_is_never_that_of_an_end():
    alone, both = (
        next(
            visit.rect.y for visit in walk(lay_out(model)) if getattr(visit.item, "name", "") == OPENED_PLATE
        )
        for model in (Model(plates=1, opened=True), Model(plates=1, top="response", opened=True))
    )
    assert both > alone


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.variant)
def test_objects_leave_the_one_solid_fill_to_the_answer(look):
    for element in OBJECTS:
        frame = Layouter(look, square_layouter().ruler).layout(element, Limits())
        assert [path for tone in (".solid", ".strong") for path in paths(frame, tone)] == []


def test_strokes_are_those_of_the_theme():
    look = square_layouter().look
    drawn = [path.stroke.width for each in OBJECTS for path in paths(lay_out(each)) if path.stroke]
    assert set(drawn) <= set(look.theme.stroke.values())


def test_stacks_of_one_colour_are_painted_one_after_the_other():
    # Painted together, the sides of those behind would lie on the tops of those in front.
    assert len(paths(lay_out(Experts(4, ())), "masked.deep")) == 4
    layouter = Layouter(LOOKS[1], square_layouter().ruler)
    assert len(paths(layouter.layout(Model(opened=True), Limits()), "model.deep")) == 3


def test_an_arrow_keeps_away_from_a_model_between_its_ends():
    row = Row((Named("a", Text("a")), Model(), Named("b", Text("b"))), "link")
    frame = lay_out(WithConnectors(row, (Connector("a", "b"),)))
    arrow = next(path for path in paths(frame) if path.purpose == "connector")
    model = next(visit.rect for visit in walk(frame) if visit.rect.width == pytest.approx(100))
    assert not any(crosses(a, b, model.inflate(-1)) for a, b in flatten(arrow, ORIGIN))


def test_a_tuned_model_has_the_same_plates_with_other_tops():
    base, tuned = lay_out(Model()), lay_out(Model("tuned"))
    assert [path.commands for path in paths(base)] == [path.commands for path in paths(tuned)]
    assert outlines(tuned, "response.mid") == 4


def test_lora_adds_a_thin_plate_beside_each_frozen_one():
    frame = lay_out(Model("lora", plates=3))
    assert outlines(frame, "masked.deep") == outlines(frame, "model.deep") == 3
    beside = min(p.x for path in paths(frame, "model.deep") for c in path.commands for p in c.points)
    assert beside > max(p.x for path in paths(frame, "masked.deep") for c in path.commands for p in c.points)


def test_what_is_not_there_yet_is_only_lines():
    assert [(path.fill, path.purpose) for path in paths(lay_out(Model("outline")))] == [(None, "mark")]


@pytest.mark.parametrize(
    ("rows", "columns", "lines"), [(3, 2, 3), (1, 1, 0), (8, 8, 14), (768, 1, 4), (768, 64, 16)]
)
def test_the_grid_of_a_matrix_has_its_rows_and_columns(rows, columns, lines):
    drawn = [path for path in paths(lay_out(Plate(rows, columns))) if path.stroke and not path.fill]
    grid = [path for path in drawn if path.purpose == "ornament"]
    assert sum(command.verb == "M" for path in grid for command in path.commands) == lines


@pytest.mark.parametrize(
    ("lit", "center", "width"), [((0, 0), (50, 12.5), 50), ((0, None), (62.5, 18.75), 75)]
)
def test_cells_of_a_matrix_are_lit_one_by_one_or_by_row(lit, center, width):
    area = extent(paths(lay_out(Plate(2, 2, lit=(lit,))), "deep")[-1])
    assert (area.center.x, area.center.y) == pytest.approx(center)
    assert area.width == pytest.approx(width, abs=3)


def test_a_cell_that_is_left_out_is_lit_in_the_gap():
    last, gap = (paths(lay_out(Plate(100, 1, lit=((row, 0),))), "deep")[-1] for row in (99, 50))
    assert extent(last).y > extent(gap).y


def test_blocks_are_to_scale():
    sizes = [lay_out(Slab(edge, edge, edge)).size for edge in (1, edge_to_scale(1, 8))]
    assert sizes[0].width == pytest.approx(2 * sizes[1].width)
    assert sizes[0].height == pytest.approx(2 * sizes[1].height)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.variant)
def test_light_comes_from_above_on_the_left(look):
    for role in look.theme.colors.light.roles:
        faces = [to_oklch(look.paint(name).value)[0] for name in face_tones(role, look)]
        assert faces == sorted(faces, reverse=True)
        assert min(a - b for a, b in pairwise(faces)) > 0.05


def test_one_svg_can_hold_an_object_on_light_and_on_dark_paper():
    for element in (*OBJECTS, Model(role="response", bottom="response")):
        frames = [Layouter(look, square_layouter().ruler).layout(element, Limits()) for look in LOOKS]
        light, dark = ([path.commands for path in paths(frame)] for frame in frames)
        assert light == dark


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.variant)
def test_an_object_stands_out_from_the_paper(look):
    layouter = Layouter(look, square_layouter().ruler)
    for element in OBJECTS:
        frame = layouter.layout(element, Limits())
        back = Placed(ORIGIN, Box(Rect(-20, -20, 1000, 1000), look.paint("paper")))
        scene = Frame(frame.size, (back, Placed(ORIGIN, frame)))
        assert list(contrast.check(AuditedFigure("", scene, look, "", lambda: ""))) == [], element


def test_the_panel_of_a_light_is_beside_the_object_or_below_it():
    light = LightCone(Model(plates=5, opened=True), Text("abc"))
    for limits, beside in ((Limits(), True), (Limits(140), False)):
        frame = lay_out(light, limits)
        panel = next(visit.rect for visit in walk(frame) if isinstance(visit.item, Box))
        plate = next(v.rect for v in walk(frame) if getattr(v.item, "name", "") == OPENED_PLATE)
        cone = paths(frame, "soft")[0]
        assert cone.commands[0].points == (Point(plate.right, plate.center.y),)
        assert (panel.x > plate.right) is beside
        assert extent(frame).holds(panel)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Model(plates=0), "Model.plates: esperado um número de 1 a 999, veio 0"),
        (lambda: Plate(0, 2), "Plate: esperadas ao menos 1 linha e 1 coluna, veio 0 × 2"),
        (lambda: Slab(height=-1), "Slab.height: esperado um número acima de 0, veio -1"),
        (lambda: Experts(4, (4,)), "Experts.lit: esperado um número de 0 a 3, veio 4"),
        (lambda: Experts(12), "Experts.count: esperado um número de 2 a 9, veio 12"),
    ],
)
def test_what_cannot_be_drawn_is_refused(make, message):
    with pytest.raises(InputError) as error:
        make()
    assert str(error.value) == message


def test_objects_say_what_they_are():
    assert Model().words() == "modelo base: pilha de 4 placas"
    assert Model("tuned", plates=1).words() == "modelo ajustado: pilha de 1 placa"
    assert Model("lora").words().startswith("modelo congelado")
    assert Plate(3, 2).words() == "matriz de 3 × 2"
    assert Experts().words() == "mistura de 4 especialistas, 1 aceso"


def test_in_another_language_objects_say_what_they_are_in_it():
    with in_language("en"):
        assert Model("lora", plates=1).words() == (
            "model (frozen, with a new thin plate beside each one): stack of 1 plate"
        )
        assert Plate(3, 2).words() == "3 × 2 matrix"
        assert Experts().words() == "mixture of 4 experts, 1 of them active"
