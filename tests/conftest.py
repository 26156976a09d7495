"""Options of the tests; that this file is here lets every test import `ruler` and `blocks`."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from extras import RESVG_NOTICE, has_libcairo, unavailable
from goldens_review import Review
from hypothesis import settings
from once import check_once, draw_pngs_once, encode_roughly, write_svg_once

from infograficos import drawing
from infograficos.audit import checking
from infograficos.cli.app import run as run_program
from infograficos.raster import palette, png, render_pool
from infograficos.system.signals import STOP_SIGNALS

# Machines differ in speed; and what fails in CI must fail again when it is run once more.
settings.register_profile("infograficos", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("infograficos")

# Pictures of earlier runs must not stand in for those that are tested.
os.environ["INFOGRAFICOS_CACHE"] = ""

# Messages are tested in their source language, whatever the locale of the machine.
os.environ["INFOGRAFICOS_MESSAGES"] = "pt-BR"

# Where Pyphen happens to be installed, too, words are not hyphenated.
sys.modules["pyphen"] = None  # type: ignore[assignment]

# The lock of each folder that a test exports to goes with the tests.
_LOCKS = TemporaryDirectory(prefix="infograficos-tests-")
os.environ["XDG_CACHE_HOME"] = _LOCKS.name


REVIEW = pytest.StashKey[Review]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-goldens",
        action="store_true",
        help="write what the figures look like now as what they should look like",
    )


def pytest_configure(config: pytest.Config) -> None:
    # What ignores Ctrl-C, as `nohup` and `&` have it, starts programs that ignore it too.
    for number in STOP_SIGNALS:
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    config.stash[REVIEW] = Review(config.rootpath / ".pytest_cache" / "goldens.html")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    line = config.stash[REVIEW].write()
    if line:
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def needs_libcairo() -> None:
    """Skip a test of what only Cairo can do where the machine has none."""
    if not has_libcairo():
        unavailable("libcairo is not on this machine (Debian's libcairo2 has it)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return a real browser, which one test module shares."""
    program = shutil.which("chromium")
    if program is None:
        unavailable("no chromium is installed")
    if find_spec("playwright") is None:
        unavailable("playwright is not installed")
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


#: Where processes draw because a test is about that.
WITH_WORKERS = {"test_rendering", "test_render_pool"}
#: Where PNGs are as they are delivered: in the tests of them, and where other processes write them too.
WITH_PALETTES = {
    "raster", "svg", "goldens", "test_dist", "test_cover", "test_gallery", "test_export_again",
    "test_request",
}  # fmt: skip
#: Where SVGs and what is found in them are made anew, as from an installation that lacks what they need.
WITH_OWN_SVGS = {"audit", "svg", "test_installation"}


@pytest.fixture(autouse=True, scope="module")
def few_drawings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Draw in the process of the tests, the same once a session, and roughly: but where that is tested."""
    names = {request.path.parent.name, request.path.stem}
    with pytest.MonkeyPatch.context() as patch:
        if WITH_WORKERS.isdisjoint(names):
            patch.setattr(render_pool, "available_cpus", lambda: 1)
        if "raster" not in names:
            patch.setattr(render_pool, "pngs", draw_pngs_once)
            patch.setattr(png, "pngs", draw_pngs_once)
        if WITH_PALETTES.isdisjoint(names):
            patch.setattr(palette, "encode_png", encode_roughly)
        if WITH_OWN_SVGS.isdisjoint(names):
            patch.setattr(drawing, "write_svg", write_svg_once)
            patch.setattr(drawing, "check", check_once)
            patch.setattr(checking, "check", check_once)
        yield


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[Any, str, str]]:
    """Run the command line in this process and return its exit code and what it said on both streams."""

    def run(*args: object) -> tuple[Any, str, str]:
        code = run_program([str(arg) for arg in args], "infograficos")
        said = capfd.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture(scope="session")
def notice() -> str:
    """Return what stderr says where PNGs were drawn: nothing, or that resvg had to do it."""
    return "" if has_libcairo() else f"aviso: {RESVG_NOTICE}\n"


@pytest.fixture(scope="session")
def accept_golden(request: pytest.FixtureRequest) -> Callable[[Path, bytes], None] | None:
    """Write a golden and note it for the page of before and after; None where goldens are only compared."""
    if not request.config.getoption("--accept-goldens"):
        return None
    review = request.config.stash[REVIEW]

    def accept(path: Path, data: bytes) -> None:
        review.add(path, path.read_bytes() if path.exists() else b"", data)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    return accept


@pytest.fixture(scope="session")
def matches_golden(accept_golden: Callable[[Path, bytes], None] | None) -> Callable[[Path, str], None]:
    """Compare a text with the file that holds what it should be, or write that file where asked to."""

    def matches(path: Path, text: str) -> None:
        if accept_golden:
            accept_golden(path, text.encode())
        if not path.exists():
            advice = "commit it" if os.environ.get("CI") else "look at the figure, then run --accept-goldens"
            pytest.fail(f"no golden {path.name}; {advice}", pytrace=False)
        assert text == path.read_bytes().decode(), f"{path.name} differs; if it should, run --accept-goldens"

    return matches
