"""Whoever asks `help()` about a public name is told what it is for."""

import inspect
import pkgutil
import re
from dataclasses import make_dataclass
from importlib import import_module

import pytest

import infograficos


def modules():
    found = pkgutil.walk_packages(infograficos.__path__, "infograficos.")
    named = [module.name for module in found if module.name != "infograficos.__main__"]
    return ["infograficos", *(name for name in named if hasattr(import_module(name), "__all__"))]


def explained(thing, name):
    """Whether a docstring of its own, and not the signature that a dataclass makes, says a sentence."""
    text = inspect.cleandoc(
        vars(thing).get("__doc__") or "" if isinstance(thing, type) else thing.__doc__ or ""
    )
    sentence = text.partition("\n\n")[0]
    return (
        len(sentence.split()) > 2 and sentence.endswith((".", ":", "`")) and not text.startswith(f"{name}(")
    )


def members(kind):
    """The methods and properties that a class adds, by their names."""
    added = {name: thing for name, thing in vars(kind).items() if not name.startswith("_")}
    unwrapped = {name: getattr(thing, "__func__", thing) for name, thing in added.items()}
    return {name: it for name, it in unwrapped.items() if inspect.isroutine(it) or hasattr(it, "__get__")}


def unexplained(module):
    """The names of a module, with their members, of which `help()` says nothing; values have no docstring."""
    things = {name: getattr(module, name) for name in module.__all__}
    kinds = {name: thing for name, thing in things.items() if isinstance(thing, type)}
    routines = {name: thing for name, thing in things.items() if inspect.isroutine(inspect.unwrap(thing))}
    for name, kind in kinds.items():
        # A dataclass's slots are members too: what they hold is told by the class.
        own = {k: v for k, v in members(kind).items() if not inspect.ismemberdescriptor(v)}
        routines |= {f"{name}.{member}": thing for member, thing in own.items()}
    return [name for name, thing in (kinds | routines).items() if not explained(thing, name)]


@pytest.mark.parametrize("name", modules())
def test_every_public_name_says_what_it_is_for(name):
    module = import_module(name)
    assert explained(module, name) or name == "infograficos"
    assert unexplained(module) == []


@pytest.mark.parametrize("name", ["Chapter", "Figure", "check"])
def test_what_an_author_calls_explains_each_argument(name):
    thing = getattr(infograficos, name)
    asked = inspect.signature(thing).parameters
    assert [
        each for each in asked if not re.search(rf"^{each}( \(.*?\))?: ", dedented(thing), re.M | re.S)
    ] == []


def dedented(thing):
    return "\n".join(line.strip() for line in (inspect.getdoc(thing) or "").splitlines())


def test_a_name_without_an_explanation_is_noticed(monkeypatch):
    silent = make_dataclass("Silent", ["width"])
    silent.narrow = lambda self: self
    monkeypatch.setattr("infograficos.elements.__all__", ["Silent", "Text"])
    monkeypatch.setattr("infograficos.elements.Silent", silent, raising=False)
    assert unexplained(infograficos.elements) == ["Silent", "Silent.narrow"]
