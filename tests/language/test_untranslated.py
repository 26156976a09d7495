"""What the code and templates say stands in a catalogue: no Portuguese is left outside of one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from language.catalogue_files import CALLS, PACKAGE, TEMPLATE_CALLS, text_nodes, texts_of

from infograficos.content.example_code import example_texts
from infograficos.system.resources import resource_path

#: Chapters, which are in a language as a whole.
CHAPTERS = ("chapter_07.py", "translations")

#: The templates; those of new chapters are in a language each.
FOLDER = resource_path("templates")
TEMPLATES = sorted(path for path in FOLDER.rglob("*.j2") if not path.is_relative_to(FOLDER / "new"))

#: What reads as Portuguese and is right as it is, by file, and why.
ALLOWED = {
    "builders/branches.py": {"de início": "the trunk of flows, which nobody is told of"},
    "content/validation_messages.py": {"uma ": "it tells the gender of a noun in Portuguese"},
    "doctor/machine.py": {"ãçéíõú“”…": "the letters that a terminal must show"},
    "doctor/package.py": dict.fromkeys(
        ("Texto", "Modelo", "Uma figura de prova"), "in a figure that is drawn as a trial, and not shown"
    ),
    "drawing.py": {"{}/{} de {}": "it identifies a drawing"},
    "elements/code/block.py": dict.fromkeys(
        ("nota", "{}, linha {}", "{}, número {}"), "parts that audit/part_names.py has as a whole"
    ),
    "elements/connectors/connector.py": {"de {}": "the trunk of arrows, which nobody is told of"},
    "elements/formulas/box.py": {
        "gjpqyÇç,;()[]⟨⟩⌈⌉⌊⌋|∣∥‖/βγζημξρφχψϕ": "the letters that go below the line",
    },
    "elements/objects/road.py": {"passo 1": "a part that audit/part_names.py has with any number"},
    "language/dates.py": {
        r"(?:(?P<day>\d{1,2})º?(?: de)? )?{}(?: del? |[ /-])(?P<year>\d{4})": "a date in any language",
    },
    "language/hyphenation.py": {"[aeiouyáéíóúâêôãõàü]": "the vowels of Portuguese"},
    "publish/markers.py": {
        r"([ \t]*)(<!--|\{/\*)\s*(?:(/)\s*)?infogr[aá]ficos": "markers have the library's name",
    },
    "text/highlight.py": {"texto": "a figure calls it by a word of its kind"},
    "theme/model.py": {"com": "a device of Windows"},
    "theme/palettes.py": {
        "claro": "the name of a theme, which catalogues translate",
        "O tema “{}”: {}. Vem da tabela em palettes.py.": "a comment in a file of the library",
    },
}

#: Words that are Portuguese, and nothing in English or in code.
WORDS = """
    abaixo acima ainda algo algum alguma ao aos apague aparece aqui arquivo arquivos artigo aviso cabe
    cabem cada caractere caracteres celular certo claro coluna colunas com comando como cor cores da das
    de deixe desenho desta deste deve diga diz do dois dos duas entre era erro erros escuro esperada
    esperadas esperado esperados espere essa esse esta este existe falta faltam feita feito figura figuras
    fim foi folha folhas fora foram gravado gravar grave isto jogo junto lado largura ler letra letras
    linha linhas longe maior mais menor mesma mesmo modelo modelos mude muito nada nem nenhum nenhuma nome
    nomes nota nova novo numa onde ou outra outras outro outros para parte passo passos pasta pastas pede
    pela pelas pelo pelos peso pesos pode podem ponha por porque precisa primeira primeiro quadro qual
    quando que rode sai salve sem sempre seta setas seu seus sobre soma sua suas tabela tamanho tem tema
    temas tente texto textos tipo tira tire toda todas todo todos traz troque tudo um uma umas uns use-a
    use-o valor valores vazia vazio veio vem vezes vieram você zero
""".split()

#: Neither a part of a name, nor of an address or a call.
PORTUGUESE = re.compile(rf"[ãõçáéíóúâêôà]|(?<![\w.#-])(?:{'|'.join(WORDS)})(?![\w.(=-])", re.IGNORECASE)


def reads_as_portuguese(text: str) -> bool:
    return bool(PORTUGUESE.search(text))


@pytest.mark.parametrize("text", ["não", "Traço", "a {} de {}", "um só", "figura", "Olá", "“{}” não existe"])
def test_portuguese_is_known_by_its_letters_and_words(text: str):
    assert reads_as_portuguese(text)


@pytest.mark.parametrize(
    "text",
    ["", "a", "as {} as", "utf-8", "github.com", "{}.tema", "do.call", "par(x)", "no", "<svg>", "comma"],
)
def test_other_words_and_code_are_no_portuguese(text: str):
    assert not reads_as_portuguese(text)


def test_a_literal_is_found_unless_a_catalogue_has_it():
    code = '''
"""Módulo."""
class C:
    """Função."""
    a: Annotated[str, OwnWord()] = "não"
look_up("o ícone", "x", {})
x = message("não") + f"{a} {message('é')}", InputError("não" if a else "é", a=1), phrase(("é", "não"), 1)
'''
    assert [text for _, text in literals(ast.parse(code))] == ["x", "{} {}"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("x = 'não'", "não"),
        ("raise InputError(f'a {n} não')", "a {} não"),
        ("message('x', name='não')", "não"),
        ("TABLE = {'a': ('não', 1)}", "não"),
        ("message('a ' + 'não')", "não"),
    ],
)
def test_a_literal_without_a_catalogue_is_found(code: str, text: str):
    assert (1, text) in literals(ast.parse(code))


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the texts that no catalogue has, each with its line; `{}` stands for what is computed in one."""
    known = {id(node) for node in _known_nodes(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            if id(node) not in known:
                yield node.lineno, _written(node)
            known |= {id(part) for part in node.values}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in known:
            yield node.lineno, node.value


def _written(text: ast.JoinedStr) -> str:
    return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in text.values)


def _known_nodes(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield what catalogues have, docstrings, and the patterns of regular expressions."""
    for name in CALLS:
        yield from (node for text in text_nodes(tree, name) for node in ast.walk(text))
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            yield from node.args[:1]


@pytest.mark.parametrize(
    "folder", sorted({path.relative_to(PACKAGE).parts[0] for path in PACKAGE.rglob("*.py")})
)
def test_what_the_code_says_is_in_a_catalogue(folder: str):
    if folder in CHAPTERS:
        return
    found = [
        f"{file}, line {line}: {text}"
        for file, code in _modules(folder)
        for line, text in literals(ast.parse(code))
        if reads_as_portuguese(text)
        and text not in ALLOWED.get(file, {})
        and text not in _known_texts(file, code)
    ]
    assert found == []


def _modules(folder: str) -> Iterator[tuple[str, str]]:
    paths = [PACKAGE / folder, *sorted((PACKAGE / folder).rglob("*.py"))]
    yield from (
        (path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
        if path.is_file()
    )


def _known_texts(file: str, code: str) -> set[str]:
    """Return the texts of a module that are translated otherwise: those of examples, the names of parts."""
    if not file.startswith(("builders/", "elements/", "scene/")):
        return set()
    examples = set(example_texts(code)) if file.startswith("builders/") else set()
    lists = (ast.parse(text) for text in examples if text.startswith("["))
    words = {node.value for tree in lists for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    texts = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.JoinedStr))
    computed = {_written(text) for text in texts if ast.unparse(text)[2:-1] in examples}
    return examples | words | computed | _part_names()


@cache
def _part_names() -> set[str]:
    """Return what kinds call their parts, with and without a number; findings translate them."""
    names = {text for text, files in texts_of("messages").items() if "audit/part_names.py" in files}
    return names | {name.removesuffix(" {}") for name in names if isinstance(name, str)}


@pytest.mark.parametrize("file", ALLOWED)
def test_what_is_right_as_it_is_is_still_there(file: str):
    code = (PACKAGE / file).read_text(encoding="utf-8")
    assert ALLOWED[file].keys() <= {text for _, text in literals(ast.parse(code))}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_what_templates_say_is_in_a_catalogue(path: Path):
    assert list(filter(reads_as_portuguese, template_texts(path.read_text(encoding="utf-8")))) == []


def test_the_texts_of_a_template_are_found():
    template = """{# não #}<b class="não">um {{ message("dois") }}</b>{{ phrase(("é", "são"), n) }}
    {{ x | default("três") }}{% if x == "é" %}{{ other("quatro") }}{% endif %}"""
    assert [text.strip() for text in template_texts(template)] == [
        "<b >um",
        "</b>",
        "",
        "três",
        "é",
        "quatro",
    ]


def template_texts(template: str) -> Iterator[str]:
    """Yield what a template says without a catalogue; the classes of HTML are names."""
    tree = Environment(autoescape=True).parse(template)
    calls = [
        call
        for call in tree.find_all(nodes.Call)
        if getattr(call.node, "name", "") in TEMPLATE_CALLS.values()
    ]
    known = {id(node) for call in calls for node in (call.args[0], *call.args[0].find_all(nodes.Const))}
    for node in tree.find_all((nodes.TemplateData, nodes.Const)):
        value = node.data if isinstance(node, nodes.TemplateData) else node.value
        if isinstance(value, str) and id(node) not in known:
            yield re.sub(r'class="[^"]*"', "", value)
