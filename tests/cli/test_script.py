import importlib
import sys
from xml.etree import ElementTree

import pytest
from cli_sample import CHAPTER

from infograficos.errors import InputError, MachineError
from infograficos.script import load_chapter


@pytest.fixture
def refusal_of(script):
    def refusal_of(text=CHAPTER, more="", kind=InputError):
        with pytest.raises(kind) as refusal:
            load_chapter(script(text, more))
        assert type(refusal.value) is kind
        return str(refusal.value)

    return refusal_of


def test_the_chapter_is_found(script):
    assert [figure.full_name for figure in load_chapter(script()).figures] == ["01-um", "02-dois"]


def test_the_only_chapter_may_have_another_name(script):
    assert load_chapter(script(CHAPTER.replace("chapter =", "capitulo ="))).title == "Provas"


def test_one_chapter_under_two_names_is_one(script):
    assert load_chapter(script(CHAPTER.replace("chapter =", "um = dois ="))).title == "Provas"


def test_of_several_the_one_called_chapter_counts(script):
    more = "\noutro = Chapter(2, 'Outro', [figure(1, 'tres')])\n"
    assert load_chapter(script(more=more)).title == "Provas"


def test_a_chapter_variable_of_another_kind_does_not_count(script):
    text = CHAPTER.replace("chapter =", "capitulo =") + "\nchapter = 7\n"
    assert load_chapter(script(text)).title == "Provas"


def test_it_is_no_program_and_may_import_from_beside_it(script, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "vizinho_de_prova.py").write_text("titulo = 'Do vizinho'\n")
    text = "from vizinho_de_prova import titulo\n" + CHAPTER.replace('"Provas"', "titulo")
    before = list(sys.path)
    chapter = load_chapter(script(text, "\nif __name__ == '__main__':\n    raise SystemExit(9)\n"))
    assert chapter.title == "Do vizinho"
    assert sys.path == before
    assert not list(tmp_path.rglob("capitulo*.pyc"))


OWN_KIND = """
from __future__ import annotations

from infograficos import Chapter, Figure
from infograficos.content.fields import Words, content
from infograficos.elements.text import Text


@content
class Motto:
    words: Words

    def body(self):
        return Text(self.words, "body")

    def describe(self):
        return self.words


chapter = Chapter(1, "Provas", [Figure(1, "um", "Lema", "Meu lema", Motto("Ler é bom"))])
"""


def test_it_may_define_a_kind_of_figure_of_its_own(script):
    assert "Ler é bom" in load_chapter(script(OWN_KIND)).figures[0].svg()


def test_its_file_may_have_any_ending(script):
    assert load_chapter(script(name="capitulo 7.txt")).title == "Provas"


def test_what_it_prints_goes_to_stderr(run, script):
    outcome = run("list", "--from", script(more="\nprint('oi')\n"))
    assert outcome.code == 0
    assert outcome.err == "oi\n"
    assert outcome.out.splitlines()[0] == "01  um    A loss  Uma linha"


def test_it_finds_its_own_file(script):
    path = script(CHAPTER.replace('"Provas"', "__file__"))
    assert load_chapter(path).title == str(path)


def test_a_missing_file_a_folder_and_one_that_cannot_be_read(tmp_path, script, monkeypatch):
    with pytest.raises(InputError) as refusal:
        load_chapter(tmp_path / "nada.py")
    assert str(refusal.value) == f"o arquivo “{tmp_path}/nada.py” não existe"
    with pytest.raises(InputError) as refusal:
        load_chapter(tmp_path)
    assert str(refusal.value) == f"“{tmp_path}” é uma pasta; esperado um arquivo .py"

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    path = script()
    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(MachineError) as refusal:
        load_chapter(path)
    assert str(refusal.value) == f"não foi possível ler “{path}”: sem permissão"


def test_text_that_is_not_utf_8(refusal_of):
    message = "capitulo.py, linha 2: esperado texto em UTF-8; salve o arquivo nessa codificação"
    assert refusal_of("# a\n# ç\n".encode("latin-1")) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nx = = 3\n", "capitulo.py, linha 2, coluna 5: isto não é Python válido: “x = = 3”"),
        ("x = (1,\n", "capitulo.py, linha 1, coluna 5: isto não é Python válido: “x = (1,”"),
    ],
)
def test_a_slip_in_the_syntax_has_line_column_and_text(refusal_of, text, message):
    assert refusal_of(text) == message


def test_a_slip_in_the_indentation_says_so(refusal_of):
    message = refusal_of("if 1:\n  x = 1\n   y = 2\n")
    assert message.startswith("capitulo.py, linha 3, coluna ")
    assert message.endswith(": o recuo não combina: “y = 2”")


def test_a_null_byte_is_no_python(refusal_of):
    assert refusal_of("x = 1\0\n").startswith("capitulo.py")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("def f():\n    1 / 0\n\nf()\n", "linha 2: o arquivo parou com ZeroDivisionError: division by zero"),
        ("import nao_ha\n", "linha 1: o arquivo parou com ModuleNotFoundError: No module named 'nao_ha'"),
        ("raise ValueError('a\\nb')\n", "linha 1: o arquivo parou com ValueError: a b"),
        ("assert False\n", "linha 1: o arquivo parou com AssertionError"),
        (
            "import sys\nsys.exit(3)\n",
            "linha 2: o arquivo encerrou o programa (sys.exit); esperado só que defina um capítulo",
        ),
    ],
)
def test_what_it_raises_comes_with_its_line(refusal_of, text, message):
    assert refusal_of(text) == f"capitulo.py, {message}"


def test_a_kind_that_is_nearly_one_of_the_library_is_corrected(refusal_of):
    told = "“Pipelin” não existe em infograficos.builders; você quis dizer “Pipeline”?"
    assert refusal_of("from infograficos.builders import Pipelin").endswith(f", linha 1: {told}")
    far = refusal_of("from infograficos.builders import Qqqqq")
    assert "o arquivo parou com ImportError: cannot import name 'Qqqqq'" in far


def test_a_file_without_a_chapter_and_one_with_two(refusal_of):
    example = 'esperado algo como “chapter = Chapter(7, "Título", [figura])”'
    assert refusal_of("x = 1\n") == f"capitulo.py: nenhum capítulo definido; {example}"
    two = CHAPTER.replace("chapter =", "a =") + "\nb = Chapter(2, 'Outro', [figure(1, 'tres')])\n"
    assert refusal_of(two) == "capitulo.py: há mais de um capítulo (“a”, “b”); chame de “chapter” o que vale"


def test_a_wrong_piece_of_content_comes_with_the_line_that_gave_it(refusal_of):
    line = CHAPTER.count("\n") + 2
    message = refusal_of(more="\nLossMask(tokens=[''], labels=['a'], losses=[0.0])\n")
    assert [each.split(": ")[0] for each in message.splitlines()] == [f"capitulo.py, linha {line}"] * 2
    first, second = message.splitlines()
    assert 'LossMask.tokens[0]: esperado um texto de ao menos 1 caractere, veio ""' in first
    assert "LossMask.labels[0]: " in second


def test_a_wrong_theme_in_a_script_keeps_its_kind(refusal_of):
    more = "\nfrom infograficos.errors import MachineError\nraise MachineError('sem disco')\n"
    line = CHAPTER.count("\n") + 3
    assert refusal_of(more=more, kind=MachineError) == f"capitulo.py, linha {line}: sem disco"


def test_every_refusal_reaches_the_command_line(run, script):
    outcome = run("list", "--from", script("x = = 3\n"))
    message = "erro: capitulo.py, linha 1, coluna 5: isto não é Python válido: “x = = 3”\n"
    assert (outcome.code, outcome.out, outcome.err) == (2, "", message)


def exported(run, script, out, change):
    text = CHAPTER.replace('figure(1, "um")', f'figure(1, "um", {change})')
    return run("export", "1", "--format", "svg", "--from", script(text), "--out", out)


@pytest.mark.parametrize("signs", ["<b> & “x” > 'y'", "]]> &amp; <!-- -->"])
def test_signs_of_markup_are_written_as_text(run, script, out, files, signs):
    outcome = exported(run, script, out, f"headline={signs!r}")
    assert (outcome.code, outcome.err) == (0, "")
    root = ElementTree.fromstring(files()["svg/01-um.svg"])  # noqa: S314 — written just now
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert (
        title.text == f"Mascaramento: {signs}".replace("'", "‘", 1).replace("'", "’") or signs in title.text
    )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("headline='a\\x1b[2J'", "o texto tem um caractere de controle (U+001B); apague-o"),
        ("headline=''", "esperado um texto com ao menos uma letra, veio um texto vazio"),
        ("headline=3", "Figure.headline: "),
        ("headline=None", "Figure.headline: "),
    ],
)
def test_wrong_words_are_refused_where_they_are_given(run, script, out, change, expected):
    outcome = exported(run, script, out, change)
    assert outcome.code == 2
    assert outcome.err.startswith("erro: capitulo.py, linha ")
    assert expected in outcome.err
    assert not out.exists()


def test_a_sign_that_no_font_has_is_reported_with_its_figure(run, script, out):
    outcome = exported(run, script, out, "token='oi 🙂'")
    assert outcome.code == 2
    assert outcome.err.startswith("erro: 01-um: ")
    assert "🙂" in outcome.err
    assert not out.exists()


def chapter_in(folder, title, *, package=False):
    folder.mkdir()
    helper = folder / "ajudante" / "__init__.py" if package else folder / "ajudante.py"
    helper.parent.mkdir(exist_ok=True)
    helper.write_text("from ajudante.dados import titulo\n" if package else f"titulo = {title!r}\n")
    if package:
        (folder / "ajudante" / "dados.py").write_text(f"titulo = {title!r}\n")
    text = "from ajudante import titulo\n" + CHAPTER.replace('"Provas"', "titulo")
    (folder / "capitulo.py").write_text(text)
    return folder / "capitulo.py"


@pytest.mark.parametrize("package", [False, True])
def test_two_chapters_whose_helpers_share_a_name_do_not_mix(tmp_path, package):
    first, second = (chapter_in(tmp_path / name, name, package=package) for name in ("um", "dois"))
    before = dict(sys.modules)
    assert [load_chapter(path).title for path in (first, second, first)] == ["um", "dois", "um"]
    assert {name for name in set(sys.modules) - set(before) if "ajudante" in name} == set()


def test_a_helper_that_a_program_has_imported_stays_its_own(tmp_path, monkeypatch):
    mine, other = chapter_in(tmp_path / "um", "um"), chapter_in(tmp_path / "dois", "dois")
    monkeypatch.syspath_prepend(str(mine.parent))
    known = importlib.import_module("ajudante")
    monkeypatch.setitem(sys.modules, "ajudante", known)
    assert load_chapter(other).title == "dois"
    assert importlib.import_module("ajudante") is known


def test_installed_modules_are_imported_once(script):
    text = "import xml.dom.minidom\n" + CHAPTER
    load_chapter(script(text))
    known = sys.modules["xml.dom.minidom"]
    load_chapter(script(text))
    assert sys.modules["xml.dom.minidom"] is known


def test_a_helper_that_changed_is_read_anew(tmp_path):
    path = chapter_in(tmp_path / "um", "um")
    assert load_chapter(path).title == "um"
    (path.parent / "ajudante.py").write_text("titulo = 'outro título'\n")
    assert load_chapter(path).title == "outro título"
