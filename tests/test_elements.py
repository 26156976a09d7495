"""The public elements: every name leads to what it says, and costs nothing before."""

import ast
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from infograficos import elements

HERE = Path(elements.__file__).parent


def test_every_name_is_there():
    for name in elements.__all__:
        assert getattr(elements, name).__name__ == name


def test_no_name_is_that_of_a_module():
    modules = {module.name for module in pkgutil.iter_modules(elements.__path__)}
    # Once imported, the module would stand in for the element.
    assert modules & set(elements.__all__) == set()


def test_a_wrong_name_is_refused():
    with pytest.raises(AttributeError, match=r"infograficos\.elements: não existe “Txt”"):
        elements.Txt  # noqa: B018
    with pytest.raises(AttributeError, match=r"infograficos\.elements\.tokens: não existe “stripe”"):
        elements.tokens.stripe  # noqa: B018


PACKAGES = ["elements", *(f"elements.{path.parent.name}" for path in sorted(HERE.glob("*/__init__.py")))]


def test_no_element_is_imported_unasked():
    program = (
        f"import sys; from importlib import import_module; names = {PACKAGES}\n"
        "for name in names: import_module(f'infograficos.{name}')\n"
        "print([n for n in sys.modules if 'elements.' in n and n.removeprefix('infograficos.') not in names])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", PACKAGES)
def test_a_type_checker_knows_each_module_of_a_package(name):
    package = import_module(f"infograficos.{name}")
    tree = ast.parse(Path(package.__file__).read_text(encoding="utf-8"))
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    known = {alias.name for node in froms if node.module == package.__name__ for alias in node.names}
    assert known == {module.name for module in pkgutil.iter_modules(package.__path__)}


@pytest.fixture
def drawings(tmp_path, monkeypatch):
    """A package that imports what it holds on demand: a circle, and a square that lacks what it needs."""
    package = tmp_path / "drawings"
    package.mkdir()
    (package / "__init__.py").write_text(
        "from infograficos.on_demand import on_demand\n"
        "__getattr__ = on_demand(__name__, {'round': 'circle'})\n"
    )
    (package / "circle.py").write_text("round = object()\n")
    (package / "square.py").write_text("import a_library_that_is_not_there\n")
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    yield import_module("drawings")
    for name in set(sys.modules) - before:
        del sys.modules[name]


def test_a_package_imports_what_it_is_asked_for(drawings):
    assert drawings.round is drawings.circle.round
    # Asked for once, it is there as if it had been imported.
    assert {"round", "circle"} <= set(vars(drawings))


def test_what_a_module_lacks_is_not_taken_for_a_wrong_name(drawings):
    with pytest.raises(ModuleNotFoundError, match="a_library_that_is_not_there"):
        drawings.square  # noqa: B018
