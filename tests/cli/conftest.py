import json
import os
import subprocess
import sys
from importlib import import_module

import pytest
from cli_sample import CHAPTER

from infograficos.cli.app import run as run_program
from infograficos.raster.engine import engine_name


class Outcome:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capfd, monkeypatch):
    """Run the command line in this process."""

    def run(*args):
        code = run_program([str(arg) for arg in args], "infograficos")
        said = capfd.readouterr()
        return Outcome(code, said.out, said.err)

    monkeypatch.setenv("COLUMNS", "100")
    return run


@pytest.fixture
def without_libcairo(monkeypatch):
    """Make this process one that finds no libcairo, and draws alone."""

    def missing(name):
        if name.startswith("cairo"):
            raise OSError('no library called "cairo-2" was found')
        return import_module(name)

    monkeypatch.setattr("infograficos.raster.engine.import_module", missing)
    monkeypatch.setattr("infograficos.raster.render_pool.available_cpus", lambda: 1)
    engine_name.cache_clear()
    yield
    engine_name.cache_clear()


@pytest.fixture
def start():
    """Run the command line as a program of its own, to its end."""

    def start(*args, **env):
        command = [sys.executable, "-m", "infograficos", *map(str, args)]
        return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **env}, check=False)

    return start


@pytest.fixture
def imported():
    """Run the command line and return which modules it needed."""
    program = (
        "import json, sys\n"
        "import infograficos\n"
        "if sys.argv[1:] != ['import']:\n"
        "    from infograficos.cli.app import main\n"
        "    try:\n        main()\n    except SystemExit:\n        pass\n"
        "print(json.dumps(sorted(sys.modules)))"
    )

    def imported(*args):
        command = [sys.executable, "-c", program, *args]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return set(json.loads(done.stdout.splitlines()[-1]))

    return imported


@pytest.fixture
def script(tmp_path):
    """Write a chapter's file: ours, or another text, with lines added below."""

    def script(text=CHAPTER, more="", name="capitulo.py"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else (text + more).encode())
        return path

    return script


@pytest.fixture
def out(tmp_path):
    return tmp_path / "saida"


@pytest.fixture
def files(out):
    """Return the figures' files in the output folder, hidden ones too, by their path in it."""

    def files():
        found = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
        return {name: path.read_bytes() for name, path in found.items() if name != "manifest.json"}

    return files
