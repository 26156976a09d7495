"""The README's pictures of all kinds of figure and of all themes are what would be drawn today."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from infograficos.chapter_07 import chapter
from infograficos.gallery import contact_sheet
from infograficos.gallery.page import GAP, THUMBNAIL, contact_svgs
from infograficos.language.languages import language_codes
from infograficos.raster.png import masonry
from infograficos.theme import load_theme
from infograficos.theme.palettes import PALETTES

HERE = Path(__file__).parent


def in_every_theme() -> dict[str, str]:
    return {name: chapter.figures[0].draw(name).svg("traced") for name in PALETTES}


def in_every_language() -> dict[str, str]:
    return {code: chapter.in_language(code).figures[2].draw().svg("traced") for code in language_codes()}


def draw_languages() -> bytes:
    return masonry(list(in_every_language().values()), 3, THUMBNAIL, GAP, load_theme().colors.light.line)


def draw_themes() -> bytes:
    return masonry(list(in_every_theme().values()), 2, THUMBNAIL, GAP, load_theme().colors.light.line)


@pytest.mark.parametrize(
    ("file", "svgs", "draw"),
    [
        ("galeria.png", lambda: contact_svgs(load_theme()), contact_sheet),
        ("figures/temas.png", in_every_theme, draw_themes),
        ("figures/linguas.png", in_every_language, draw_languages),
    ],
)
def test_a_picture_shows_the_figures_as_they_are_today(
    file: str,
    svgs: Callable[[], dict[str, str]],
    draw: Callable[[], bytes],
    request: pytest.FixtureRequest,
    matches_golden: Callable[[Path, str], None],
) -> None:
    picture = HERE / file
    accepted = picture.with_suffix(".txt")
    shown = "".join(f"{name} {digest(svg.encode())}\n" for name, svg in svgs().items())
    # Another machine may draw other bytes, so the picture is drawn again only where it must change.
    if request.config.getoption("--accept-goldens") and not is_accepted(accepted, shown, picture):
        picture.write_bytes(draw())
    matches_golden(accepted, shown + describe(picture))


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]


def describe(picture: Path) -> str:
    return f"{picture.name} {digest(picture.read_bytes())}\n"


def is_accepted(accepted: Path, shown: str, picture: Path) -> bool:
    if not (accepted.exists() and picture.exists()):
        return False
    return accepted.read_text(encoding="utf-8") == shown + describe(picture)
