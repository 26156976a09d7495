"""The stub of the kinds' package and the README's table of kinds are written from the kinds' files."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from importlib import import_module
from inspect import getmodule
from pathlib import Path
from pkgutil import iter_modules

import pytest

import infograficos
from infograficos import builders
from infograficos.builders.kind import builders as kinds
from infograficos.gallery.examples import kind_examples

STUB = Path(builders.__file__).with_suffix(".pyi")
README = Path(__file__).parents[2] / "README.md"
ENGLISH_PAGE = README.parent / "infograficos/docs/en.md"
TABLE = re.compile(
    r"(?:(?<=\| tipo \| mostra \|\n\|---\|---\|\n)|(?<=\| kind \| shows \|\n\|---\|---\|\n))(?:\|.*\n)+"
)

LONGEST_LINE = 111

MODULES = [import_module(f"{builders.__name__}.{found.name}") for found in iter_modules(builders.__path__)]


def order(name: str) -> tuple[bool, bool, str]:
    """Sort constants before classes, and classes before functions, as imports are sorted."""
    return not name.isupper(), not name[0].isupper(), name


def stub() -> str:
    return "".join(
        line
        for module in MODULES
        for line in import_lines(module.__name__.rpartition(".")[2], module.__all__)
    )


def import_lines(module: str, names: list[str]) -> list[str]:
    """Import a module's names, twice each as stubs re-export them; a line a name where one is too long."""
    line = f"from .{module} import {', '.join(f'{name} as {name}' for name in sorted(names, key=order))}\n"
    short = len(line) <= LONGEST_LINE
    return (
        [line]
        if short
        else [each for name in sorted(names, key=order) for each in import_lines(module, [name])]
    )


def rows(code: str) -> str:
    captions = {name: kind_examples(name, code).caption.rstrip(".") for name in kinds()}
    return "".join(f"| `{name}` | {text[0].lower()}{text[1:]} |\n" for name, text in captions.items())


def test_the_stub_has_the_public_names_of_every_file(matches_golden):
    matches_golden(STUB, stub())


@pytest.mark.parametrize(("page", "code"), [(README, "pt-BR"), (ENGLISH_PAGE, "en")])
def test_a_page_has_every_kind_in_the_words_of_its_file(matches_golden, page, code):
    text = page.read_text(encoding="utf-8")
    assert len(TABLE.findall(text)) == 1
    matches_golden(page, TABLE.sub(lambda _: rows(code), text))


def test_a_public_name_stands_for_one_thing():
    times = Counter(name for module in MODULES for name in module.__all__)
    assert [name for name, count in times.items() if count > 1] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_public_name_leads_to_what_its_file_has(module):
    for name in module.__all__:
        assert getattr(builders, name) is getattr(module, name)


def test_a_kind_and_what_it_is_made_of_are_public():
    for name, kind in kinds().items():
        module = getmodule(kind)
        own = {
            key
            for key, value in vars(module).items()
            if isinstance(value, type) and value.__module__ == module.__name__ and key[0] != "_"
        }
        public = {each for each in module.__all__ if isinstance(getattr(module, each), type)}
        # A kind of many parts has them defined where they are read and checked.
        read = {
            each for each in public if getattr(module, each).__module__.startswith("infograficos.content.")
        }
        assert {name} <= own == public - read


def test_to_import_the_package_or_one_kind_is_to_import_no_other():
    program = (
        "import sys; from infograficos.builders import Stage\n"
        "print(*(name for name in sys.modules if name.startswith('infograficos.builders.')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["infograficos.builders.pipeline"]


@pytest.mark.parametrize(
    ("module", "old", "new"),
    [
        ("conversation", "Names", "SpeakerNames"),
        ("conversation", "Template", "ChatTemplate"),
        ("vector_sum", "Term", "Summand"),
    ],
)
def test_an_old_name_still_works_and_tells_the_new_one(module, old, new):
    source = import_module(f"infograficos.builders.{module}")
    with pytest.warns(DeprecationWarning, match=f"infograficos.builders.{module}: “{old}” agora .* “{new}”"):
        assert getattr(source, old) is getattr(source, new)
    assert not hasattr(source, "Other")


def test_the_stub_of_the_library_has_its_public_names():
    source = Path(infograficos.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    known: dict[str, object] = {}
    exec(source.partition("__all__")[2].join(["names", ""]), known)  # noqa: S102
    assert known["names"] == infograficos.__all__
