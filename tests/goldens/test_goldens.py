"""Every figure and example as it was accepted: placed layout, delivered SVG, colours on dark paper."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from frames import dump
from samples import drawing, figures, svg

from infograficos.scene.geometry import Point
from infograficos.scene.items import Frame, walk

DATA = Path(__file__).parent / "data"
WIDTHS = (700, 360)

every_figure = pytest.mark.parametrize("name", list(figures()))


@every_figure
@pytest.mark.parametrize("width", WIDTHS)
def test_the_layout_is_the_accepted_one(name, width, matches_golden):
    matches_golden(DATA / f"{name}-{width}.txt", dump(drawing(name, width=width).frame))


@every_figure
def test_the_svg_is_the_accepted_one(name, matches_golden):
    matches_golden(DATA / f"{name}.svg", svg(name))


@every_figure
def test_the_colours_on_dark_paper_are_the_accepted_ones(name, matches_golden):
    matches_golden(DATA / f"{name}-dark.txt", colours(name) + hashes(name))


def colours(name: str) -> str:
    """Each role that is drawn with its value on dark paper, a line each."""
    found = {}
    for visit in walk(drawing(name, "dark").frame):
        for paint in paints(visit.item):
            found[paint.role, paint.value] = f"{paint.role} {paint.value}\n"
    return "".join(found[key] for key in sorted(found))


def paints(item: object) -> list:
    stroke = getattr(item, "stroke", None)
    own = [getattr(item, "fill", None), stroke and stroke.paint]
    runs = [run.paint for line in getattr(item, "lines", ()) for run in line.runs]
    return [paint for paint in (*own, *runs) if paint]


def hashes(name: str) -> str:
    """The SVG's digest at both widths."""
    written = [
        (width, sha256(svg(name, variant="dark", width=width).encode()).hexdigest()) for width in WIDTHS
    ]
    return "".join(f"{width} {digest[:16]}\n" for width, digest in written)


@every_figure
@pytest.mark.parametrize("width", WIDTHS)
def test_both_papers_have_one_layout(name, width):
    light, dark = (places(drawing(name, variant, width).frame) for variant in ("light", "dark"))
    assert light == dark


def places(frame: Frame) -> list[tuple[type, Point, object]]:
    return [(type(visit.item), visit.at, visit.rect) for visit in walk(frame)]


@every_figure
@pytest.mark.parametrize("variant", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_keeps_a_figure_from_being_published(name, variant, width):
    assert [
        finding for finding in drawing(name, variant, width).findings if finding.severity == "error"
    ] == []


def test_every_golden_belongs_to_a_figure():
    known = {f"{name}{end}" for name in figures() for end in ("-700.txt", "-360.txt", "-dark.txt", ".svg")}
    assert {path.name for path in DATA.iterdir()} == known


def test_goldens_say_nothing_of_the_machine_they_were_made_on():
    for path in DATA.iterdir():
        assert not re.search(r"/(home|root|tmp|usr|work|Users)/", path.read_text(encoding="utf-8"))


def test_a_golden_that_is_missing_or_differs_is_told(tmp_path, matches_golden, request, monkeypatch):
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
