"""The picture of all kinds of figure that the README shows is the one that would be drawn today."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from infograficos.gallery import contact_sheet
from infograficos.gallery.page import contact_svgs
from infograficos.theme import load_theme

SHEET = Path(__file__).parent / "galeria.png"
ACCEPTED = SHEET.with_suffix(".txt")


def test_the_contact_sheet_shows_every_kind_as_it_is_today(request, matches_golden):
    kinds = "".join(f"{name} {digest(svg.encode())}\n" for name, svg in contact_svgs(load_theme()).items())
    # Another machine may draw other bytes, so the picture is drawn again only where it must change.
    if request.config.getoption("--accept-goldens") and not is_accepted(kinds):
        SHEET.write_bytes(contact_sheet())
    matches_golden(ACCEPTED, kinds + picture())


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]


def picture() -> str:
    return f"{SHEET.name} {digest(SHEET.read_bytes())}\n"


def is_accepted(kinds: str) -> bool:
    return ACCEPTED.exists() and ACCEPTED.read_text(encoding="utf-8") == kinds + picture()
