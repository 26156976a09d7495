"""Whatever of the installation a file depends on renews it when it changes: code, templates, theme, fonts."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

import infograficos

HOME = Path(infograficos.__file__).parent

PROGRAM = """
import json, sys
sys.path[:0] = [{home!r}, {here!r}]
from small_chapter import figure
from infograficos.export import ExportOptions, export
from pathlib import Path
done = export([figure(1, "um")], ExportOptions(folder=Path({out!r}), presets=("medium",)), 1)
print(json.dumps([file.path.suffix for file in done.files if file.new]))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A copy of the library beside the folder to export to, with files exported from it."""
    home = tmp_path_factory.mktemp("copia")
    # With what Python compiled of it: a changed file is compiled anew.
    shutil.copytree(HOME, home / "infograficos")
    for name in ("templates", "theme.toml"):
        source = HOME / name if (HOME / name).exists() else HOME.parent / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, home / name)
    assert exported(home, home / "saida") == {".svg", ".png"}
    return home


@pytest.fixture
def changed(installed):
    """Change a file of the copy for a while."""

    @contextmanager
    def changed(name, data):
        path = installed / name
        before = path.read_bytes()
        path.write_bytes(data)
        try:
            yield
        finally:
            path.write_bytes(before)

    return changed


@pytest.fixture
def renewed(installed, tmp_path):
    """Export again over what was exported at first, and return the endings of the files that were written."""

    def renewed():
        out = shutil.copytree(installed / "saida", tmp_path / "saida")
        return exported(installed, out)

    return renewed


def exported(home, out, program=PROGRAM):
    program = program.format(home=str(home), here=str(Path(__file__).parent), out=str(out))
    env = {**os.environ, "INFOGRAFICOS_CACHE": str(home / "guardadas"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=True, cwd=home)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("change", "endings"),
    [
        (("infograficos/content/loss_sentences.py", b"{mean}", b"{mean} nats"), {".svg"}),
        (("templates/svg/traced.svg.j2", b"<path ", b'<path opacity="0.5" '), {".png"}),
        (("theme.toml", b'"#fcfaf7"', b'"#fdfaf7"'), {".svg", ".png"}),
        (("theme.toml", b"width = 1400", b"width = 1300"), {".png"}),
    ],
)
def test_a_changed_file_renews_what_depends_on_it(installed, changed, renewed, change, endings):
    name, old, new = change
    written = (installed / name).read_bytes()
    assert old in written
    with changed(name, written.replace(old, new, 1)):
        assert renewed() == endings


def test_a_chapter_is_known_by_its_figures_and_not_by_its_file(installed, changed, tmp_path):
    """What is remembered of the other sheets stays: nothing of them is laid out again."""
    program = PROGRAM.replace('[figure(1, "um")]', "[one]").replace(
        "done = export",
        "from infograficos import Figure\none = figure(1, 'um')\nFigure.draw = None\ndone = export",
    )
    name = "infograficos/chapter_07.py"
    written = (installed / name).read_bytes()
    with changed(name, written + b"\n# outra palavra\n"):
        assert exported(installed, tmp_path / "saida", program) == {".svg", ".png"}


def test_another_font_renews_all(installed, changed, renewed):
    bold = (installed / "infograficos/fonts/data/Inter-SemiBold.ttf").read_bytes()
    with changed("infograficos/fonts/data/Inter-Regular.ttf", bold):
        assert renewed() == {".svg", ".png"}
