"""What is said where the library cannot work: in a .zip, or beside a library that changed under it."""

import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

import infograficos
from infograficos.system.session import session_problem, validate_session


def test_this_session_is_fine():
    assert session_problem() is None


@pytest.mark.parametrize(("module", "library"), [("pydantic", "pydantic"), ("PIL", "pillow")])
def test_a_library_reinstalled_under_a_session_asks_for_a_restart(monkeypatch, module, library):
    older = ModuleType(module)
    older.__version__ = "1.0"
    monkeypatch.setitem(sys.modules, module, older)
    with pytest.raises(ImportError, match=rf"^esta sessão já tinha carregado o {library} 1\.0, e agora o in"):
        validate_session()
    assert "Reiniciar sessão" in session_problem()


def test_a_library_that_is_not_installed_or_tells_no_version_is_left_alone(monkeypatch):
    monkeypatch.setitem(sys.modules, "pydantic", ModuleType("pydantic"))
    assert session_problem() is None


def test_a_zip_is_to_be_unpacked(tmp_path):
    archive = tmp_path / "lib.zip"
    package = Path(infograficos.__file__).parent
    with zipfile.ZipFile(archive, "w") as file:
        for path in (
            "__init__.py",
            "__main__.py",
            "errors.py",
            *(f"system/{each.name}" for each in package.glob("system/*.py")),
            *(f"language/{each.name}" for each in package.glob("language/*.py")),
            *(f"language/data/{each.parent.name}/{each.name}" for each in package.glob("language/data/*/*")),
        ):
            file.write(package / path, f"infograficos/{path}")
    program = "import sys; sys.path.insert(0, sys.argv[1])\n"
    imported, run = (
        subprocess.run(
            [sys.executable, "-c", program + rest, archive], capture_output=True, text=True, check=False
        )
        for rest in (
            "import infograficos",
            "import runpy; sys.argv[0] = '-m'; "
            "runpy.run_module('infograficos', run_name='__main__', alter_sys=True)",
        )
    )
    words = "o infograficos não funciona de dentro de um .zip"
    assert f"ImportError: {words}" in imported.stderr
    assert (run.returncode, run.stderr.splitlines()[0][: len(words) + 6]) == (3, f"erro: {words}")
