"""Which engine draws, what is said without libcairo, and what becomes of an engine's failures."""

from __future__ import annotations

import os
import sys
from io import BytesIO

import pytest
from extras import RESVG_NOTICE
from PIL import Image

from infograficos.errors import InputError, MachineError
from infograficos.raster import engine
from infograficos.raster.engine import engine_name, fallback_notice, translate_failures
from infograficos.raster.page import Page
from infograficos.raster.pdf import pdf
from infograficos.raster.png import png

NO_LIBCAIRO = """
import sys

class NoLibcairo:
    def find_spec(self, name, path=None, target=None):
        if name == "cairocffi":
            raise OSError('no library called "cairo-2" was found')

sys.meta_path.insert(0, NoLibcairo())
"""

HEAVY = {"PIL", "cairosvg", "cairocffi", "resvg_py"}


def test_importing_costs_nothing(run_python):
    light = "from infograficos.raster import engine, gif, pdf, png, render_pool"
    program = f"import sys; {light}; print(sorted({HEAVY!r} & set(sys.modules)))"
    done = run_python(program)
    assert done.stdout.decode().strip() == "[]", done.stderr


def test_with_libcairo_there_is_nothing_to_say(needs_libcairo):
    assert engine_name() == "cairosvg"
    assert fallback_notice() is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no compiler is asked")
def test_to_get_ready_runs_no_compiler(run_python, tmp_path, needs_libcairo):
    asked = tmp_path / "asked"
    for name in ("gcc", "cc", "ld"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {name} >> {asked}\n")
        (tmp_path / name).chmod(0o755)
    programs = (
        "import cairocffi",
        "from infograficos.raster import engine, png; png.warm_up(); print(engine.engine_name())",
    )
    path = f"{tmp_path}:{os.environ['PATH']}"
    for program, expected in zip(programs, (True, False), strict=True):
        done = run_python(f"import os; {program}; assert os.environ['PATH'] == {path!r}", PATH=path)
        assert done.returncode == 0, done.stderr
        # Cairo's own library asks for one; else there is nothing to keep it from.
        assert asked.exists() == expected
        asked.unlink(missing_ok=True)
    assert done.stdout.decode().strip() == "cairosvg"


def test_without_libcairo_resvg_draws_and_it_is_said(run_python, figure):
    program = NO_LIBCAIRO + (
        "from infograficos.raster.engine import engine_name, fallback_notice\n"
        "from infograficos.raster.png import png\n"
        "print(engine_name(), fallback_notice(), sep='\\n', file=sys.stderr)\n"
        f"sys.stdout.buffer.write(png({figure!r}, 1400))\n"
        "assert 'cairocffi' not in sys.modules\n"
    )
    done = run_python(program, PYTHONIOENCODING="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stderr.decode().splitlines() == ["resvg", RESVG_NOTICE]
    picture = Image.open(BytesIO(done.stdout))
    assert (picture.size, picture.mode) == ((1400, 1400), "P")


def test_without_libcairo_a_pdf_cannot_be(run_python, boxes):
    program = NO_LIBCAIRO + (
        "from infograficos.errors import MachineError\n"
        "from infograficos.raster.page import Page\n"
        "from infograficos.raster.pdf import pdf\n"
        "try:\n"
        f"    pdf([Page({boxes!r})])\n"
        "except MachineError as problem:\n"
        "    print(problem)\n"
        "    sys.exit(problem.exit_code)\n"
    )
    done = run_python(program, PYTHONIOENCODING="utf-8")
    assert done.returncode == 3, done.stderr
    assert done.stdout.decode().strip() == (
        "para gerar PDF é preciso a libcairo, que não foi encontrada nesta máquina; "
        "instale-a com “apt install libcairo2” (Debian e Ubuntu) ou “brew install cairo” (macOS); "
        "PNG e SVG não precisam dela"
    )


class PanicException(BaseException):
    """What resvg's Rust code raises in a panic has this name."""


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (MemoryError(), "faltou memória para desenhar a figura; tente uma largura menor"),
        (RecursionError(), "o resvg se perdeu: algum elemento do SVG se refere a si mesmo"),
        (ValueError("no size"), "o resvg não conseguiu desenhar a figura e disse: “no size”"),
        (PanicException("index"), "o resvg parou no meio do desenho e disse: “index”"),
    ],
)
def test_an_engine_s_failure_is_reported_in_portuguese(raised, told, monkeypatch):
    monkeypatch.setattr(engine, "engine_name", lambda: "resvg")
    with pytest.raises(MachineError) as problem, translate_failures():
        raise raised
    assert str(problem.value) == told
    assert problem.value.__cause__ is raised


@pytest.mark.parametrize("raised", [InputError("o SVG está malformado"), KeyboardInterrupt()])
def test_what_is_no_engine_s_failure_passes(raised):
    with pytest.raises(type(raised)) as problem, translate_failures():
        raise raised
    assert problem.value is raised


@pytest.mark.parametrize("write", [lambda svg: pdf([Page(svg)]), lambda svg: png(svg, 200)])
def test_an_element_that_holds_itself(write, needs_libcairo):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><use href="#a"/></g></svg>'
    with pytest.raises(MachineError) as problem:
        write(svg)
    assert str(problem.value) == "o cairosvg se perdeu: algum elemento do SVG se refere a si mesmo"
