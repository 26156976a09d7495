"""SVGs as the library writes them, a choice of engine, and a fresh Python."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import infograficos

FLATS = ("#fcfaf7", "#e3f2ff", "#99c1f4", "#20599d", "#fceedb", "#7f4d00", "#e1f7e7", "#006d38", "#ffffff")


def sheet(body: str, width: float = 700, height: float = 400, paper: str = "#fcfaf7") -> str:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    fill = f'<rect width="{width}" height="{height}" fill="{paper}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{fill}{body}</svg>'


def glyph(shapes: random.Random, x: int) -> str:
    """A closed outline with stems and bowls, in font units, as `a` or `g` might have."""
    w, h, t = shapes.randint(500, 1100), shapes.randint(900, 1500), shapes.randint(120, 260)
    bowl = f"m{t} {-h // 3}q{w // 4} {-h // 4} {w // 2} 0t{w // 3} {h // 5}q{-w // 3} {h // 4} {-w // 2} 0z"
    return f"M{x} 0h{t}v{-h}q{w // 2} {-h // 5} {w} {h // 3}l{-t} {h // 2}z{bowl}"


def runs(count: int) -> str:
    """So many glyph outlines, 40 a run, one path each, in the colours of text."""
    shapes = random.Random(7)  # noqa: S311 — shapes, not secrets
    inks = ("#1b2433", "#20599d", "#7f4d00", "#006d38")
    lines = []
    for line in range(count // 40):
        outline = "".join(glyph(shapes, 1200 * place) for place in range(40))
        at = f"translate({48.25 + line % 2} {40 + 27.7 * line:.2f}) scale(0.0107)"
        lines.append(f'<g transform="{at}"><path d="{outline}" fill="{inks[line // 2 % 4]}"/></g>')
    return "".join(lines)


@pytest.fixture(scope="session")
def boxes() -> str:
    """Flat rectangles on whole units: few colours."""
    each = enumerate(FLATS)
    return sheet(
        "".join(f'<rect x="{20 + 70 * i}" y="50" width="60" height="80" fill="{c}"/>' for i, c in each)
    )


@pytest.fixture(scope="session")
def figure() -> str:
    """Cards, 800 glyphs, hatching, arrows and a group with opacity: thousands of colours."""
    fills = ("#e3f2ff", "#fceedb", "#e1f7e7", "#f1edff", "#ffffff")
    cards = "".join(
        f'<rect x="36" y="{14 + 110.8 * i:.2f}" width="628" height="104" rx="16" fill="{fills[i]}"'
        f' stroke="#99c1f4" stroke-width="1.5"/>'
        for i in range(5)
    )
    hatch = "".join(
        f'<path d="M{40 + 9 * i} 640l40 -40" stroke="#7f4d00" stroke-width="1.5"/>' for i in range(60)
    )
    veil = '<g opacity="0.6"><circle cx="600" cy="660" r="30" fill="#006d38"/></g>'
    arrow = '<path d="M80 660C200 600 300 700 500 660" fill="none" stroke="#20599d" stroke-width="3.5"/>'
    return sheet(cards + runs(800) + hatch + veil + arrow, height=700)


@pytest.fixture(scope="session")
def reused() -> str:
    """Glyphs defined once and placed with `use`, as in a delivered SVG."""
    outline = glyph(random.Random(1), 0)  # noqa: S311 — shapes, not secrets
    places = "".join(f'<use href="#f-g1" x="{1200 * i}"/>' for i in range(30))
    run = f'<g transform="translate(40.5 120.3) scale(0.015)" fill="#1b2433">{places}</g>'
    return sheet(f'<defs><path id="f-g1" d="{outline}"/></defs>{run}')


Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run_python() -> Run:
    """Run a program in a fresh Python with warnings as errors; keywords are environment variables."""

    def run(program: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-W", "error", "-c", program],
            cwd=Path(infograficos.__file__).parents[1],
            env={**os.environ, **environment},
            capture_output=True,
            check=False,
        )

    return run


@pytest.fixture(params=["cairosvg", "resvg"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Draw PNGs with one engine, then with the other."""
    if request.param == "cairosvg":
        request.getfixturevalue("needs_libcairo")
    monkeypatch.setattr("infograficos.raster.engine.engine_name", lambda: request.param)
    return str(request.param)
