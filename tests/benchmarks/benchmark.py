"""How fast the library is, as tables: `python tests/benchmarks/benchmark.py [--rounds 5] [--date DATE]`."""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from processes import HOME, Cost, commands, export_of, floors
from stages import STAGES, WIDTH

from infograficos.chapter_07 import chapter
from infograficos.raster.render_pool import available_cpus
from infograficos.theme import load_theme

COUNTS = (5, 50, 500)


def main() -> None:
    """Measure everything, and print it in Markdown."""
    asked = _asked()
    print(f"# Desempenho em {asked.date}\n\n{_machine()}; medianas de {asked.rounds} rodadas.")
    with TemporaryDirectory() as place:
        folder = Path(place)
        for lines in (
            _waiting(folder, asked.rounds),
            _throughput(folder, asked.counts),
            _stages(asked.counts),
        ):
            print(flush=True)
            for line in lines:
                print(line, flush=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mede o tempo e a memória que as figuras custam.")
    today = datetime.now(tz=UTC).date().isoformat()
    parser.add_argument("--date", default=today, help="a data que a tabela diz (padrão: hoje)")
    parser.add_argument("--rounds", type=int, default=5, help="rodadas de cada comando (padrão: 5)")
    parser.add_argument(
        "--counts", type=_counts, default=COUNTS, help="quantas figuras de cada vez (padrão: 5,50,500)"
    )
    return parser.parse_args()


def _counts(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split(",")))


def _machine() -> str:
    model = next(_cpu_models(), platform.processor() or "processador desconhecido")
    return f"{available_cpus()} núcleos de {model}, Python {platform.python_version()}, {platform.system()}"


def _cpu_models() -> Iterator[str]:
    told = Path("/proc/cpuinfo")
    for line in told.read_text(encoding="utf-8").splitlines() if told.exists() else ():
        if line.startswith("model name"):
            yield line.partition(":")[2].strip()


def _waiting(folder: Path, rounds: int) -> Iterator[str]:
    measured = commands(folder, rounds)
    svgs = []
    for figure in chapter.figures:
        svgs.append(folder / f"{figure.full_name}.svg")
        svgs[-1].write_text(figure.draw().traced_svg, encoding="utf-8")
    widths = [preset.width for preset in load_theme().presets.values() if not preset.on_request]
    others = floors(svgs, widths, folder, rounds)
    least = others["resvg (resvg_py)"].cpu
    yield from _head("processo inteiro", "relógio", "CPU", "memória", "CPU ÷ resvg")
    for name, cost in measured.items():
        yield _row(name, *_told(cost), _decimal(cost.cpu / least, 2))
    for name, cost in others.items():
        drawn = "" if name.startswith("Typer") else f", só os {len(svgs) * len(widths)} PNGs"
        yield _row(f"{name}{drawn}", *_told(cost), _decimal(cost.cpu / least, 2))


def _throughput(folder: Path, counts: Iterable[int]) -> Iterator[str]:
    yield from _head("export do zero", "relógio", "figuras/s", "CPU por figura", "memória")
    for count in counts:
        # A single run of many is a mean of many already.
        cost = export_of(count, folder, rounds=3 if count < 100 else 1)
        speed = _decimal(count / cost.wall, 1)
        per_figure = _milliseconds(cost.cpu / count)
        yield _row(f"{count} figuras", _seconds(cost.wall), speed, per_figure, _megabytes(cost.memory))


def _stages(counts: Iterable[int]) -> Iterator[str]:
    yield from _head(f"CPU por figura (PNG de {WIDTH} px)", *STAGES, "SVG (kB)", "PNG (kB)", "memória")
    for count in counts:
        written = subprocess.run(
            [sys.executable, str(HOME / "stages.py"), str(count)], stdout=subprocess.PIPE, check=True
        )
        told = json.loads(written.stdout)
        spent = (_milliseconds(told["stages"][stage]) for stage in STAGES)
        sizes = (_decimal(told["bytes"][kind] / 1000, 1) for kind in ("svg", "png"))
        yield _row(f"{count} figuras", *spent, *sizes, _megabytes(told["memory"]))


def _told(cost: Cost) -> tuple[str, str, str]:
    return _seconds(cost.wall), _seconds(cost.cpu), _megabytes(cost.memory)


def _head(first: str, *others: str) -> Iterator[str]:
    yield _row(first, *others)
    yield _row("---", *("---:" for _ in others))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _decimal(value: float, places: int) -> str:
    return f"{value:.{places}f}".replace(".", ",")


def _seconds(value: float) -> str:
    return f"{_decimal(value, 2)} s"


def _milliseconds(value: float) -> str:
    return f"{_decimal(1000 * value, 1)} ms"


def _megabytes(value: float) -> str:
    return f"{value:.0f} MiB"


if __name__ == "__main__":
    main()
