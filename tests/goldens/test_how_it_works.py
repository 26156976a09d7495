"""The picture of how the library works that the README shows is drawn by it, as it is drawn today."""

from __future__ import annotations

from pathlib import Path

import pytest

from infograficos import check
from infograficos.chapter import Chapter
from infograficos.script import load_chapter

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@pytest.fixture(scope="module")
def chapter() -> Chapter:
    return load_chapter(HERE / "como_funciona.py")


def test_the_picture_is_drawn_as_it_would_be_today(chapter, matches_golden):
    (figure,) = chapter.figures
    matches_golden(HERE / "como-funciona.svg", figure.svg(variant="auto"))


def test_the_picture_follows_every_guideline(chapter):
    report = check(chapter)
    findings = [each.finding.message for figure in report.figures for each in figure.findings]
    assert report.passes(strict=True), findings


def test_the_readme_says_the_picture_in_its_own_words(chapter):
    (figure,) = chapter.figures
    shown = f"![{figure.alt}](tests/goldens/como-funciona.svg)"
    assert shown in (ROOT / "README.md").read_text(encoding="utf-8")
