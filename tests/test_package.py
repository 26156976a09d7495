"""The wheel: complete, and enough on its own."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, PROJECT]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_has_what_is_needed_and_no_more(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    needed = {
        "infograficos/theme.toml",
        "infograficos/py.typed",
        "infograficos/templates/svg/outlined.svg.j2",
        "infograficos/fonts/data/Inter-Regular.ttf",
        "infograficos/fonts/data/Inter-OFL.txt",
    }
    assert needed <= set(names)
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"infograficos"}
    assert not [name for name in names if "test" in name.lower() or "__pycache__" in name]


def test_the_installed_wheel_draws_from_another_folder(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    # The project's own folder is out of reach: only the wheel and the libraries that it asks for are.
    program = (
        "import infograficos, sys; from infograficos.cli import main;"
        "print(infograficos.__file__, file=sys.stderr);"
        "sys.argv[1:] = ['export', '3', '--out', 'out']; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith(str(tmp_path / "installed"))
    assert (tmp_path / "out/svg/03-mascaramento-loss-resposta.svg").read_bytes() == (
        PROJECT / "dist/svg/03-mascaramento-loss-resposta.svg"
    ).read_bytes()
