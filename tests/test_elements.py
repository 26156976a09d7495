"""The public elements: every name leads to what it says, and costs nothing before."""

import pkgutil
import subprocess
import sys

import pytest

from infograficos import elements


def test_every_name_is_there():
    for name in elements.__all__:
        assert getattr(elements, name).__name__ == name


def test_no_name_is_that_of_a_module():
    modules = {module.name for module in pkgutil.iter_modules(elements.__path__)}
    # Once imported, the module would stand in for the element.
    assert modules & set(elements.__all__) == set()


def test_a_wrong_name_is_refused():
    with pytest.raises(AttributeError, match="não existe “Txt”"):
        elements.Txt  # noqa: B018


def test_no_element_is_imported_unasked():
    program = "import sys, infograficos.elements; print([n for n in sys.modules if 'elements.' in n])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
