"""Packs Lucide as the library ships it: `python tests/pack_lucide.py FOLDER`.

The folder is that of the npm package `lucide-static`, unpacked. The same package gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from math import hypot
from pathlib import Path

from infograficos.icons.catalog import DATA
from infograficos.icons.path_data import read_path, shape_data
from infograficos.scene.geometry import Point
from infograficos.scene.items import PathCommand

#: A dot is a stroke of 0.01 there, which two decimals of a scaled icon would lose, and the half of one here.
SHORT, HALF = 0.05, 0.05


def pack(folder: Path) -> str:
    """Return a line per icon, with tabs between its name, its other names, its tags and its path."""
    nodes, tags = (json.loads((folder / f"{each}.json").read_text()) for each in ("icon-nodes", "tags"))
    others = other_names(folder / "icons", set(nodes))
    lines = (
        "\t".join((name, ",".join(others.get(name, ())), ",".join(tags[name]), path_text(nodes[name])))
        for name in sorted(nodes)
    )
    return "".join(f"{line}\n" for line in lines)


def other_names(folder: Path, names: set[str]) -> dict[str, list[str]]:
    """Return the older names of each icon, which have a file of the same drawing."""
    drawings = {path.stem: path.read_text().split(">", 2)[2] for path in folder.glob("*.svg")}
    by_drawing = {drawings[name]: name for name in sorted(names, key=len, reverse=True)}
    found: dict[str, list[str]] = {}
    for other in sorted(set(drawings) - names):
        found.setdefault(by_drawing[drawings[other]], []).append(other)
    return found


def path_text(nodes: list[tuple[str, dict[str, str]]]) -> str:
    steps = (step for tag, attributes in nodes for step in visible(read_path(shape_data(tag, attributes))))
    return "".join(
        step.verb + " ".join(f"{number(p.x)} {number(p.y)}" for p in step.points) for step in steps
    )


def visible(steps: tuple[PathCommand, ...]) -> list[PathCommand]:
    """Lengthen each dot."""
    found = list(steps)
    for i, (start, end) in enumerate(pairwise(steps)):
        if (start.verb, end.verb) == ("M", "L"):
            (a,), (b,) = start.points, end.points
            if hypot(a.x - b.x, a.y - b.y) < SHORT:
                x, y = (a.x + b.x) / 2, (a.y + b.y) / 2
                down = abs(b.y - a.y) > abs(b.x - a.x)
                across, low = (0.0, HALF) if down else (HALF, 0.0)
                found[i] = PathCommand("M", (Point(x - across, y - low),))
                found[i + 1] = PathCommand("L", (Point(x + across, y + low),))
    return found


def number(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    (DATA / "lucide.txt").write_text(pack(Path(sys.argv[1])), encoding="utf-8", newline="\n")
