"""A kind of figure is one file: it is found, it says what it is, and it holds no drawing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import infograficos.builders
from infograficos.builders import Builder, builders, examples
from infograficos.figure import Figure

FOLDER = Path(infograficos.builders.__file__).parent
FILES = sorted(path for path in FOLDER.glob("*.py") if path.stem not in ("__init__", "kind"))

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
every_kind = pytest.mark.parametrize("name", list(builders()))

NEW_KIND = '''
"""Um lema, e nada mais."""

from infograficos.content.fields import Words, content
from infograficos.elements.text import Text


@content
class Motto:
    """A motto.

    Args:
        motto: its words.
    """

    motto: Words

    def body(self):
        """Return the words."""
        return Text(self.motto)

    def describe(self):
        """Return the words."""
        return self.motto


EXAMPLES = {"curto": Motto("Menos é mais.")}
'''


@pytest.fixture
def new_kind(tmp_path, monkeypatch):
    """A builder's file in a folder that the package of builders has as well."""
    (tmp_path / "motto.py").write_text(NEW_KIND, encoding="utf-8")
    monkeypatch.setattr(infograficos.builders, "__path__", [*infograficos.builders.__path__, str(tmp_path)])
    builders.cache_clear()
    yield
    builders.cache_clear()
    sys.modules.pop("infograficos.builders.motto")
    del infograficos.builders.motto


@pytest.mark.usefixtures("new_kind")
def test_a_new_file_is_found_without_being_listed():
    assert "Motto" in builders()
    example = examples()["Motto/curto"]
    assert isinstance(example, Builder)
    figure = Figure(1, "lema", "Lema", "Um lema", example)
    assert "Menos é mais." in figure.svg()
    assert figure.alt == "Um lema. Menos é mais."


def test_the_kinds_are_named_in_alphabetical_order():
    assert list(builders()) == sorted(builders())
    assert {"LossMask", "Pipeline"} < set(builders())


@every_file
def test_a_file_says_what_its_kind_is_for_and_shows_an_example(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert len(ast.get_docstring(tree).split()) >= 4
    kinds = [kind for kind in builders().values() if kind.__module__.endswith(f".{path.stem}")]
    assert len(kinds) == 1
    shown = [example for example in examples().values() if type(example) is kinds[0]]
    assert shown


@every_kind
def test_a_kind_documents_each_of_its_fields(name):
    kind = builders()[name]
    for field in kind.__dataclass_fields__:
        assert re.search(rf"^    {field} \(", kind.__doc__, re.MULTILINE), field


@every_kind
def test_a_kind_documents_how_it_is_drawn_and_described(name):
    kind = builders()[name]
    assert kind.body.__doc__
    assert kind.describe.__doc__


#: Where coordinates, colours, fonts and files are: a kind says what stands where, and leaves the rest.
DRAWING = {"scene", "fonts", "theme", "text.paragraph", "svg", "raster", "figure", "drawing"}


def drawing_in(source: str) -> list[str]:
    """What a builder's file has no business to hold: colours, fonts, measures in the drawing's own terms."""
    found = re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgb\(|\bhsl\(|\bInter\b|JetBrains|sans-serif", source)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            inside = node.module.removeprefix("infograficos.")
            found += [place for place in DRAWING if f"{inside}.".startswith(f"{place}.")]
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found += [
                node.func.id for name in ("Point", "Rect", "Size", "Paint", "Stroke") if node.func.id == name
            ]
    return found


def test_to_know_all_kinds_and_their_examples_is_to_import_nothing_that_draws():
    program = (
        "import sys; from infograficos.builders import examples; examples()\n"
        "print(*(name.removeprefix('infograficos.') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert {"builders.loss_mask", "builders.photo"} < imported
    assert imported & {"layout", *DRAWING} == set()


@every_file
def test_a_kind_holds_no_colour_no_font_and_no_coordinate(path):
    assert drawing_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('fill = "#fcfaf7"', ["#fcfaf7"]),
        ("from infograficos.scene.geometry import Limits", ["scene"]),
        ("import svgwrite", ["svgwrite"]),
        ("Rect(1, 2, 3, 4)", ["Rect"]),
        ('face = "Inter"', ["Inter"]),
    ],
)
def test_drawing_in_a_kind_would_be_noticed(source, found):
    assert drawing_in(source) == found


#: The examples that are nearly as high as a sheet may be.
HIGH = ("Cycle/treino", "Distribution/top-p", "Formula/entropia cruzada", "Formula/softmax com temperatura",
        "Projection/consulta, chave e valor")  # fmt: skip


@pytest.mark.parametrize("name", HIGH)
def test_a_high_example_has_room_below_a_headline_and_a_subtitle(name):
    figure = Figure(1, "a", "Uma série", "Uma frase de teste", examples()[name], "Um subtítulo curto.")
    assert figure.draw().findings == ()
