"""What a script was made from is known whole, or it is not known at all."""

import os
import sys
from threading import Thread

import pytest

from infograficos.script import load_chapter
from infograficos.system.script_inputs import InputRecorder

CHAPTER = """
from pathlib import Path

from infograficos import Chapter, Figure
from infograficos.builders.loss_mask import IGNORED, LossMask

HERE = Path(__file__).resolve().parent
word = "oi"
{more}
content = LossMask(tokens=[word, "olá"], labels=[IGNORED, 7], losses=[0.0, 1.5])
chapter = Chapter(1, "Provas", [Figure(1, "um", "Mascaramento", "Só a resposta ensina", content)])
"""


@pytest.fixture
def inputs(tmp_path):
    """Load a chapter with more lines, and return the names of its inputs; None if they are not known."""

    def inputs(more="", name="capitulo.py"):
        script = tmp_path / name
        script.write_text(CHAPTER.format(more=more))
        recorder = InputRecorder(script)
        with recorder:
            load_chapter(script)
        found = recorder.inputs()
        return None if found is None else {os.path.relpath(file, tmp_path) for file in found}

    return inputs


def test_a_script_alone_is_its_own_input(inputs):
    assert inputs() == {"capitulo.py"}


@pytest.mark.parametrize(
    "line",
    [
        'word = (HERE / "dados.txt").read_text()',
        'with open(HERE / "dados.txt") as file:\n    word = file.read()',
        'with open(str(HERE / "dados.txt").encode()) as file:\n    word = file.read()',
        'import json\nword = json.loads((HERE / "dados.txt").read_bytes())["a"]',
    ],
)
def test_a_file_that_it_reads_is_an_input(inputs, tmp_path, line):
    (tmp_path / "dados.txt").write_text('{"a": "x"}' if "json" in line else "x")
    assert inputs(line) == {"capitulo.py", "dados.txt"}


def test_the_modules_beside_it_are_inputs_with_what_they_read(inputs, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "dados.txt").write_text("x")
    (tmp_path / "dados_proprios.py").write_text(
        "from pathlib import Path\nimport pacote.parte\n"
        "WORD = (Path(__file__).parent / 'dados.txt').read_text()\n"
    )
    (tmp_path / "pacote").mkdir()
    (tmp_path / "pacote" / "__init__.py").touch()
    (tmp_path / "pacote" / "parte.py").touch()
    known = {"capitulo.py", "dados_proprios.py", "dados.txt", "pacote/__init__.py", "pacote/parte.py"}
    more = "from dados_proprios import WORD as word"
    assert inputs(more) == known
    # Now from what Python keeps of them.
    assert (tmp_path / "__pycache__").is_dir()
    assert inputs(more) == known


def test_a_data_file_named_like_a_module_does_not_excuse_it(inputs, tmp_path):
    (tmp_path / "random.py").write_text("")
    read = "text = (HERE / 'random.py').read_text()\n"
    assert inputs(read) == {"capitulo.py", "random.py"}
    assert inputs(f"{read}import random") is None


def test_a_module_from_elsewhere_is_not_known(inputs, tmp_path, monkeypatch):
    elsewhere = tmp_path.with_name(f"{tmp_path.name}-outra")
    elsewhere.mkdir()
    (elsewhere / "de_outra_pasta.py").touch()
    monkeypatch.syspath_prepend(elsewhere)
    try:
        assert inputs("import de_outra_pasta") is None
    finally:
        sys.modules.pop("de_outra_pasta", None)


def test_a_file_that_it_found_missing_is_an_input(inputs):
    more = "try:\n    open(HERE / 'nada.txt')\nexcept OSError:\n    pass"
    assert inputs(more) == {"capitulo.py", "nada.txt"}


@pytest.mark.parametrize(
    "more",
    [
        "import random",
        "import datetime",
        "from time import time",
        "import os\nword = os.environ.get('PALAVRA', 'oi')",
        "import subprocess",
        "import socket",
        "import numpy",
        "print('oi')",
        "exec('pass')",
        "__import__('os')",
        "if (HERE / 'x').exists():\n    word = 'x'",
        "word = str(len(list(HERE.glob('*.csv')))) + 'x'",
        "(HERE / 'x.txt').write_text('x')",
        "word = Path('/dev/null').read_text() + 'x'",
        "import segredo",
        "import infograficos, importlib",
    ],
)
def test_a_script_that_could_depend_on_anything_else_is_not_known(inputs, tmp_path, more):
    (tmp_path / "segredo.py").write_text("import random\nW = random.random()\n")
    assert inputs(more) is None


def test_what_another_thread_opens_is_no_input(inputs, tmp_path):
    script = tmp_path / "capitulo.py"
    script.write_text(CHAPTER.format(more=""))
    recorder = InputRecorder(script)
    with recorder:
        other = Thread(target=(tmp_path / "x").write_text, args=("x",))
        other.start()
        other.join()
        load_chapter(script)
    assert list(recorder.inputs()) == [str(script)]


def test_nothing_is_recorded_before_and_after(tmp_path):
    recorder = InputRecorder(tmp_path / "capitulo.py")
    (tmp_path / "a").write_text("")
    with recorder:
        pass
    (tmp_path / "b").write_text("")
    assert recorder.inputs() is None
    assert recorder._digests == {}
