"""The public elements: every name leads to what it says, and costs nothing before."""

import ast
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from infograficos import builders, elements

HERE = Path(elements.__file__).parent


#: The module of each public name, as the stub says it.
STUB = ast.parse(HERE.joinpath("__init__.pyi").read_text(encoding="utf-8"))
HOMES = {alias.name: node.module for node in STUB.body[1:] for alias in node.names}


def test_every_name_is_there():
    assert sorted(HOMES) == elements.__all__
    for name, module in HOMES.items():
        assert getattr(elements, name) is getattr(import_module(f"infograficos.elements.{module}"), name)


def test_every_name_is_offered_to_type_checkers_under_itself():
    for node in STUB.body[1:]:
        assert [alias.asname for alias in node.names] == [alias.name for alias in node.names]


def test_no_name_is_that_of_a_module():
    modules = {module.name for module in pkgutil.iter_modules(elements.__path__)}
    # Once imported, the module would stand in for the element.
    assert modules & set(elements.__all__) == set()


@pytest.mark.parametrize(
    ("package", "name", "message"),
    [
        (elements, "Txt", r"infograficos\.elements: o nome “Txt” não existe; .*“Text”"),
        (builders, "LosMask", r"infograficos\.builders: o nome “LosMask” não existe; .*“LossMask”"),
    ],
)
def test_a_wrong_name_is_refused(package, name, message):
    with pytest.raises(AttributeError, match=message):
        getattr(package, name)


PACKAGES = ["elements", *(f"elements.{path.parent.name}" for path in sorted(HERE.glob("*/__init__.py")))]


def test_no_element_is_imported_unasked():
    program = (
        f"import sys; from importlib import import_module; names = {PACKAGES}\n"
        "for name in names: import_module(f'infograficos.{name}')\n"
        "print([n for n in sys.modules if 'elements.' in n and n.removeprefix('infograficos.') not in names])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_is_asked_for_once_is_there_as_if_it_had_been_imported():
    assert elements.Fragment is vars(elements)["Fragment"]


def test_a_former_name_still_works_and_says_the_new_one():
    with pytest.warns(DeprecationWarning, match="“Revealed” agora se chama “Fragment”"):
        assert elements.Revealed is elements.Fragment
    with pytest.warns(DeprecationWarning, match="“Revealed” agora se chama “Fragment”"):
        assert import_module("infograficos.elements.revealed").Revealed is elements.Fragment


def test_what_a_module_lacks_is_not_taken_for_a_wrong_name(monkeypatch):
    monkeypatch.delitem(vars(elements), "Text", raising=False)
    monkeypatch.setitem(sys.modules, "infograficos.elements.text", None)
    with pytest.raises(ModuleNotFoundError, match=r"infograficos\.elements\.text"):
        elements.Text  # noqa: B018
