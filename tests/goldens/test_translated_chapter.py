"""Chapter 07 in each language as it was accepted: digests of all sheets, and the pictures that pages show."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from infograficos.chapter_07 import chapter
from infograficos.language.languages import SOURCE, language_codes

HERE = Path(__file__).parent
TRANSLATED = [code for code in language_codes() if code != SOURCE]
FIGURES = [(code, figure.number) for code in TRANSLATED for figure in chapter.figures]


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_language_has_all_figures(code):
    translation = chapter.in_language(code)
    assert [each.number for each in translation.figures] == [each.number for each in chapter.figures]
    assert {each.name for each in translation.figures}.isdisjoint(each.name for each in chapter.figures)


@pytest.mark.parametrize(("code", "number"), FIGURES)
def test_a_translated_figure_is_the_accepted_one(code, number, matches_golden):
    figure = chapter.in_language(code).find(str(number))
    folder = HERE / "chapter_07" / code
    matches_golden(folder / f"{figure.full_name}.svg", figure.svg())
    sheets = [(width, variant) for width in (700, 360) for variant in ("light", "dark")]
    lines = [
        f"{width} {variant} {sha256(figure.svg(width=width, variant=variant).encode()).hexdigest()[:16]}\n"
        for width, variant in sheets
    ]
    matches_golden(
        HERE / "chapter_07" / code / f"{figure.full_name}.txt", "".join([f"{figure.alt}\n", *lines])
    )
