"""The figures of the other chapters as they were accepted: placed layout, and what was written from it."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from frames import dump

from infograficos.drawing import Drawing
from infograficos.figure import Figure
from infograficos.script import load_chapter

DATA = Path(__file__).parent / "chapters"
SCRIPTS = Path(__file__).parent.parent / "chapters"
WIDTHS = (700, 360)


@cache
def figures() -> dict[str, Figure]:
    """The figures by their script's name and their own."""
    found = {}
    for script in sorted(SCRIPTS.glob("capitulo*.py")):
        found |= {f"{script.stem}-{figure.full_name}": figure for figure in load_chapter(script).figures}
    return found


@cache
def drawing(name: str, variant: str, width: float) -> Drawing:
    return figures()[name].draw(variant=variant, width=width)


def digests(name: str) -> str:
    """What the SVGs are, a line each."""
    lines = []
    for width in WIDTHS:
        for variant in ("light", "dark"):
            svg = drawing(name, variant, width).svg()
            lines.append(f"{width} {variant} {sha256(svg.encode()).hexdigest()[:16]}\n")
    return "".join(lines)


every_figure = pytest.mark.parametrize("name", list(figures()))


@every_figure
@pytest.mark.parametrize("width", WIDTHS)
def test_the_layout_is_the_accepted_one(name, width, matches_golden):
    matches_golden(DATA / f"{name}-{width}.txt", dump(drawing(name, "light", width).frame))


@every_figure
def test_what_is_written_is_the_accepted(name, matches_golden):
    matches_golden(DATA / f"{name}-svg.txt", digests(name))


def test_every_golden_belongs_to_a_figure():
    known = {f"{name}{end}" for name in figures() for end in ("-700.txt", "-360.txt", "-svg.txt")}
    assert {path.name for path in DATA.iterdir()} == known
