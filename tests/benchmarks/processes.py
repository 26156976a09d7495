"""Whole commands, each in a process of its own: how long it takes, and how much memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree, which
from statistics import median

HOME = Path(__file__).parent


#: A program that does nothing, with the same command line library.
_EMPTY = [
    sys.executable,
    "-c",
    "import typer\napp = typer.Typer(add_completion=False, rich_markup_mode=None)\n"
    "@app.command()\ndef main(name: str = ''): pass\napp()",
    "--name=x",
]


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds by the clock and of the processors, and MiB of its largest process."""

    wall: float
    cpu: float
    memory: float


def run(command: list[str], folder: Path) -> Cost:
    """Run a command whose cache is in a folder, with its bytecode kept, and say what it took."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["INFOGRAFICOS_CACHE"] = str(folder / "cache")
    launched = [sys.executable, "-I", "-S", str(HOME / "launch.py"), *command]
    done = subprocess.run(launched, stdout=subprocess.PIPE, env=environment)
    if done.returncode:
        raise SystemExit(f"falhou: {' '.join(command)}")
    return Cost(*json.loads(done.stdout))


def median_cost(
    command: list[str], folder: Path, rounds: int, before: Callable[[], None] | None = None
) -> Cost:
    """Return the medians of several runs, after one that is not counted; `before` prepares each."""
    costs = []
    for _ in range(rounds + 1):
        if before:
            before()
        costs.append(run(command, folder))
    return Cost(*(median(getattr(cost, name) for cost in costs[1:]) for name in ("wall", "cpu", "memory")))


def program(*arguments: str) -> list[str]:
    """The command line of the library."""
    return [sys.executable, "-m", "infograficos", *arguments]


def commands(folder: Path, rounds: int) -> dict[str, Cost]:
    """What the author waits for, by what he does."""
    export = program("export", "--out", str(folder / "dist"))
    edited = folder / "edited.py"
    versions = iter(range(10**6))

    def one_word() -> None:
        change = f"replace(figure, headline='De completar a seguir {next(versions)}')"
        figures = f"[{change} if figure.number == 1 else figure for figure in series.figures]"
        head = "from dataclasses import replace\nfrom infograficos.chapter_07 import chapter as series\n"
        edited.write_text(f"{head}chapter = replace(series, figures={figures})\n", encoding="utf-8")

    def nothing_there() -> None:
        for left in ("dist", "cache"):
            rmtree(folder / left, ignore_errors=True)

    return {
        "`--help`": median_cost(program("--help"), folder, rounds),
        "`list`": median_cost(program("list"), folder, rounds),
        "`export`, tudo do zero": median_cost(export, folder, rounds, nothing_there),
        "`export`, nada mudou": median_cost(export, folder, rounds),
        "`export --from`, uma palavra mudou": median_cost(
            [*export, "--from", str(edited)], folder, rounds, one_word
        ),
        "`export --from`, nada mudou": median_cost([*export, "--from", str(edited)], folder, rounds),
    }


def export_of(count: int, folder: Path, rounds: int) -> Cost:
    """What it takes to export so many figures, none of which was drawn before."""
    source = folder / f"chapter_{count}.py"
    path = f"import sys\nsys.path.insert(0, {str(HOME)!r})\n"
    lines = f"from distinct import distinct_chapter\nchapter = distinct_chapter({count})\n"
    source.write_text(path + lines, encoding="utf-8")
    target = str(folder / f"dist-{count}")
    return median_cost(program("export", "--force", "--from", str(source), "--out", target), folder, rounds)


def floors(svgs: list[Path], widths: list[int], folder: Path, rounds: int) -> dict[str, Cost]:
    """What other programs need to start, and to make the same PNGs from the same SVGs."""
    pictures = [(svg, width) for svg in svgs for width in widths]
    lines = {
        "rsvg-convert": "\n".join(f"rsvg-convert -w {w} {s} -o {folder}/floor.png" for s, w in pictures),
    }
    found = {"Typer, um comando que só recebe uma opção": median_cost(_EMPTY, folder, rounds)}
    found |= {
        name: median_cost(["sh", "-ec", script], folder, rounds)
        for name, script in lines.items()
        if which(name)
    }
    resvg = [sys.executable, str(HOME / "resvg_floor.py"), ",".join(map(str, widths)), *map(str, svgs)]
    return found | {"resvg (resvg_py)": median_cost(resvg, folder, rounds)}
