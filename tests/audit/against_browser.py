"""Compares what the audit passes with what a browser draws: no ink lies on foreign ink.

`python tests/audit/against_browser.py` draws 20 000 random figures; --start and --count choose others.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from random_figures import random_drawings

from infograficos.drawing import Drawing

#: How many figures are one page.
PAGE = 25

#: The rules that judge where ink lies.
INK_RULES = {"fit", "overprint", "contrast"}

FIND_OVERLAPS = Path(__file__).with_name("ink.js").read_text(encoding="utf-8")


class Judged(NamedTuple):
    """A figure with what the audit and the browser find: errors, and ink on foreign ink."""

    name: str
    width: float
    errors: list[str]
    overlaps: list[list[Any]]

    @property
    def is_missed(self) -> bool:
        """Whether the browser sees what the audit passes."""
        return bool(self.overlaps) and not self.errors


def overlaps(page: Any, svgs: Iterable[str]) -> list[list[list[Any]]]:
    """Return for each SVG what lies on what: how, the words, the place and the area in square units."""
    page.set_content("".join(f"<div>{svg}</div>" for svg in svgs))
    return page.evaluate(FIND_OVERLAPS)


def judge(page: Any, drawings: Iterator[Drawing]) -> Iterator[Judged]:
    """Yield what audit and browser find in each figure, many figures at a time."""
    while batch := list(islice(drawings, PAGE)):
        found = overlaps(page, [drawing.audited_figure.svg_text for drawing in batch])
        for drawing, seen in zip(batch, found, strict=True):
            errors = [
                finding.message
                for finding in drawing.findings
                if finding.severity == "error" and finding.rule in INK_RULES
            ]
            yield Judged(drawing.description.name, drawing.frame.size.width, errors, seen)


def main() -> None:
    parser = argparse.ArgumentParser(description="Confere com um navegador o que a auditoria deixa passar.")
    parser.add_argument("--start", type=int, default=0, help="a primeira figura (padrão: 0)")
    parser.add_argument("--count", type=int, default=20_000, help="quantas figuras (padrão: 20000)")
    asked = parser.parse_args()
    passed = missed = refused = unseen = 0
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        program = shutil.which("chromium")
        page = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"]).new_page()
        for each in judge(page, random_drawings(asked.start, asked.count)):
            passed += not each.errors
            missed += each.is_missed
            refused += bool(each.errors)
            unseen += bool(each.errors) and not each.overlaps
            if each.is_missed:
                print(f"{each.name}, {each.width:g} unidades: {each.overlaps}", flush=True)
    print(f"{passed} figuras passam; em {missed} delas o navegador vê tinta sobre tinta alheia")
    print(f"{refused} figuras são recusadas; em {unseen} delas o navegador não vê nenhuma")


if __name__ == "__main__":
    main()
