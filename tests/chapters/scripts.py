"""What the tests ask of a script that makes a chapter's figures."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from samples import chapter_of

from infograficos import check


def parse(script: Path) -> ast.Module:
    """Return a script's syntax tree."""
    return ast.parse(script.read_text(encoding="utf-8"))


def assert_follows_every_guideline(script: Path) -> None:
    """Hold a chapter's figures against all guidelines, strictly."""
    report = check(chapter_of(script))
    found = [
        f"{figure.name}: {each.finding.message}" for figure in report.figures for each in figure.findings
    ]
    assert report.passes(strict=True), "\n".join(found)


def assert_short_to_write(script: Path, most: int) -> None:
    """Hold the call that makes each figure against a number of lines."""
    calls = [
        node
        for node in ast.walk(parse(script))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Figure"
    ]
    assert len(calls) == len(chapter_of(script).figures)
    assert max(call.end_lineno - call.lineno + 1 for call in calls) <= most


def imported_modules(script: Path) -> Iterator[str]:
    """Yield the modules that a script imports, or imports names from."""
    for node in ast.walk(parse(script)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield node.module
