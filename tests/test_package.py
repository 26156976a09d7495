"""The wheel: complete, and enough on its own."""

import email
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent


def built(kind, source, folder):
    command = [sys.executable, "-m", "build", kind, "--no-isolation", "--outdir", folder, source]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built("--wheel", PROJECT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def installed(wheel, tmp_path):
    """Unpack the wheel, and return its folder and what runs the program in it."""
    folder = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(folder)

    def program(*args):
        command = [sys.executable, "-m", "infograficos", *args]
        environment = {**os.environ, "PYTHONPATH": str(folder)}
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)

    return folder / "infograficos", program


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


def test_the_wheel_says_what_it_is_and_on_what_terms(wheel):
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    said = email.message_from_bytes(archive.read(name))
    assert (said["License-Expression"], said["Requires-Python"]) == ("MIT AND OFL-1.1 AND ISC", ">=3.11")
    licences = sorted(Path(each).name for each in said.get_all("License-File"))
    assert licences == [
        "Inter-OFL.txt",
        "JetBrainsMono-OFL.txt",
        "LICENSE",
        "Lucide-LICENSE.txt",
        "NotoSansMath-OFL.txt",
    ]
    assert all(
        f"{name.removesuffix('METADATA')}licenses/{each}" in archive.namelist()
        for each in said.get_all("License-File")
    )
    assert said["Description-Content-Type"] == "text/markdown"
    assert "# infograficos" in said.get_payload()


def test_the_source_distribution_builds_the_same_wheel(wheel, tmp_path):
    source = built("--sdist", PROJECT, tmp_path / "sdist")
    # Python 3.12 asks for a filter, which 3.11.2 does not know.
    options = {"filter": "data"} if sys.version_info >= (3, 12) else {}
    shutil.unpack_archive(source, tmp_path / "source", **options)
    again = built("--wheel", next((tmp_path / "source").iterdir()), tmp_path / "again")
    assert again.read_bytes() == wheel.read_bytes()


def test_an_installed_library_that_is_whole_is_well(installed):
    package, program = installed
    done = program("doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.match(
        rf"certo  infograficos  0\.1\.0, \d+ arquivos inteiros em {re.escape(str(package))}\n", done.stdout
    )


def test_what_is_damaged_or_missing_since_the_installation_is_named(installed):
    package, program = installed
    font, template = "fonts/data/Inter-Bold.ttf", "templates/article/medium.txt.j2"
    (package / font).write_bytes((package / font).read_bytes()[:5000])
    (package / template).unlink()
    done = program("doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert f"faltam, ou mudaram desde a instalação: “{font}”, “{template}”\n" in done.stdout
    assert "o que fazer: reinstale com “pip install --force-reinstall infograficos”\n" in done.stdout
    assert f"erro   fontes        o arquivo de fonte “{package / font}” está danificado; " in done.stdout


def test_the_installed_wheel_draws_from_another_folder(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    # The project's own folder is out of reach: only the wheel and the libraries that it asks for are.
    program = (
        "import infograficos, sys; from infograficos.cli.app import main;"
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
