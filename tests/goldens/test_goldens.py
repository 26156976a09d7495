"""Every kind of figure and every chapter as they were accepted: placed layouts, digests, a dozen whole."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from pictures import difference
from samples import DOZEN, chapter_of, draw_once, figures

from infograficos.builders import builders
from infograficos.drawing import Drawing
from infograficos.figure import Figure
from infograficos.gallery.page import file_name
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Point
from infograficos.scene.items import Drawable, Frame, Image, TextBlock, walk

HERE = Path(__file__).parent
CHAPTERS = sorted((HERE.parent / "chapters").glob("capitulo*.py"))
WIDTHS = (700, 360)
VARIANTS = ("light", "dark")

#: How wide the dozen's pictures are, in pixels: about what a phone shows.
PIXELS = 360


@cache
def groups() -> dict[str, dict[str, Figure]]:
    """All figures by the file that holds their digests: that of their kind, or of their chapter."""
    kinds = {file_name(kind): kind for kind in builders()}
    found: dict[str, dict[str, Figure]] = {name: {} for name in kinds}
    for name, figure in figures().items():
        kind = file_name(type(figure.content).__name__)
        group = found[kind] if name.startswith("example-") else found.setdefault("capitulo07", {})
        group[name.removeprefix("example-")] = figure
    for script in CHAPTERS:
        found[script.stem] = {figure.full_name: figure for figure in chapter_of(script).figures}
    return found


def drawing(group: str, name: str, variant: str = "light", width: float = 700) -> Drawing:
    return draw_once(groups()[group][name], None, variant, width)


def example(name: str) -> Figure:
    return figures()[f"example-{name}"]


#: The other chapters are held against the rules in `tests/chapters`.
OWN = [group for group in groups() if group == "capitulo07" or not group.startswith("capitulo")]
KINDS = [group for group in groups() if not group.startswith("capitulo")]
every_group = pytest.mark.parametrize("group", list(groups()))


@pytest.mark.parametrize("kind", KINDS)
def test_the_layouts_of_a_kind_are_the_accepted_ones(kind, matches_golden):
    layouts = [
        f"{name}, {width} units\n{dump_frame(drawing(kind, name, width=width).frame)}"
        for name in groups()[kind]
        for width in WIDTHS
    ]
    matches_golden(HERE / "layouts" / f"{kind}.txt", "\n".join(layouts))


@every_group
def test_the_svgs_are_the_accepted_ones(group, matches_golden):
    lines = [
        f"{name} {width} {variant} {digest(drawing(group, name, variant, width).svg(force=True))}\n"
        for name in groups()[group]
        for width in WIDTHS
        for variant in VARIANTS
    ]
    matches_golden(HERE / "digests" / f"{group}.txt", "".join(lines))


def digest(svg: str) -> str:
    return sha256(svg.encode()).hexdigest()[:16]


@pytest.mark.parametrize("name", DOZEN)
def test_a_whole_svg_is_the_accepted_one(name, matches_golden):
    matches_golden(HERE / "figures" / f"{name}.svg", example(name).svg(variant="auto"))


@pytest.mark.parametrize("name", DOZEN)
def test_a_picture_looks_like_the_accepted_one(name, accept_golden):
    golden, picture = HERE / "figures" / f"{name}.png", example(name).png(preset=PIXELS)
    # Engines and their versions draw edges a little differently: only a picture that looks different is new.
    if accept_golden and not (golden.exists() and difference(golden.read_bytes(), picture) == 0):
        accept_golden(golden, picture)
    assert difference(golden.read_bytes(), picture) <= 0.002


def test_the_dozen_holds_everything_that_a_figure_is_drawn_with():
    shown = set().union(*(traits(example(name)) for name in DOZEN))
    assert set().union(*(traits(figure) for figure in figures().values())) - shown == set()


def traits(figure: Figure) -> set[tuple]:
    """What a figure is drawn with on both sheets: shapes, purposes, paints, dashes, styles and faces."""
    frames = [draw_once(figure, width=width).frame for width in WIDTHS]
    return {trait for frame in frames for visit in walk(frame) for trait in traits_of(visit.item)}


def traits_of(item: Drawable | Frame) -> set[tuple]:
    if isinstance(item, TextBlock):
        faces = {("face", run.run.face) for line in item.lines for run in line.runs}
        return {("text", item.kind)} | faces
    if isinstance(item, Image):
        return {("image", item.media)}
    if isinstance(item, Frame):
        return set()
    stroke, shape = item.stroke, type(item).__name__
    return {
        (shape, item.purpose),
        (
            shape,
            bool(item.fill),
            bool(stroke),
            bool(stroke and stroke.dash),
            bool(getattr(item, "radius", 0)),
        ),
    }


@pytest.mark.parametrize("group", OWN)
@pytest.mark.parametrize("width", WIDTHS)
def test_both_papers_have_one_layout(group, width):
    for name in groups()[group]:
        light, dark = (places(drawing(group, name, variant, width).frame) for variant in VARIANTS)
        assert light == dark, name


def places(frame: Frame) -> list[tuple[type, Point, object]]:
    return [(type(visit.item), visit.at, visit.rect) for visit in walk(frame)]


@pytest.mark.parametrize("group", OWN)
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_keeps_a_figure_from_being_published(group, variant, width):
    drawings = [drawing(group, name, variant, width) for name in groups()[group]]
    errors = [found for each in drawings for found in each.findings if found.severity == "error"]
    assert errors == []


def test_every_golden_belongs_to_a_figure():
    known = {f"layouts/{kind}.txt" for kind in KINDS} | {f"digests/{group}.txt" for group in groups()}
    known |= {f"figures/{name}.{ending}" for name in DOZEN for ending in ("svg", "png")}
    known |= {f"figures/{name}.{ending}" for name in ("temas", "linguas") for ending in ("png", "txt")}
    folders = [HERE / name for name in ("layouts", "digests", "figures")]
    assert {path.relative_to(HERE).as_posix() for home in folders for path in home.iterdir()} == known


def test_goldens_say_nothing_of_the_machine_they_were_made_on():
    for path in [*HERE.glob("layouts/*"), *HERE.glob("figures/*.svg")]:
        assert not re.search(r"/(home|root|tmp|usr|work|Users)/", path.read_text(encoding="utf-8"))


def test_a_golden_that_is_missing_or_differs_fails(tmp_path, matches_golden, request, monkeypatch):
    if request.config.getoption("--accept-goldens"):
        pytest.skip("goldens are being accepted")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(
        pytest.fail.Exception, match=r"no golden a\.txt; look at the figure, then run --accept"
    ):
        matches_golden(tmp_path / "a.txt", "x")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"no golden a\.txt; commit it"):
        matches_golden(tmp_path / "a.txt", "x")
    (tmp_path / "a.txt").write_text("y")
    with pytest.raises(AssertionError, match=r"a\.txt differs"):
        matches_golden(tmp_path / "a.txt", "x")
