"""The command speaks the author's language, whatever the language of the figures."""

from __future__ import annotations

import pytest

from infograficos.errors import InputError
from infograficos.language import messages
from infograficos.language.catalogue import Catalogue
from infograficos.language.messages import VARIABLE, message, message_code
from infograficos.raster.render_pool import RenderPool, RenderTask


@pytest.fixture(autouse=True)
def no_locale(monkeypatch):
    for name in (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "pt-BR"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "es_AR"}, "es"),
        ({"LANG": "pt_PT@euro"}, "pt-BR"),
        ({"LANG": "fr_FR.UTF-8"}, "pt-BR"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "es_ES.UTF-8"}, "es"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, "pt-BR"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "es_ES.UTF-8", VARIABLE: "en"}, "en"),
        ({"LANG": "es_ES.UTF-8", VARIABLE: "klingon"}, "es"),
    ],
)
def test_the_language_of_messages_is_the_named_one_else_the_locale(monkeypatch, environment, code):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert message_code() == code


@pytest.mark.parametrize("words", [["--messages", "en", "--help"], ["--help", "--messages=en-US"]])
def test_the_option_wins_wherever_it_stands(run, monkeypatch, words):
    monkeypatch.setenv(VARIABLE, "es")
    assert run(*words).out.startswith("Usage: ")
    assert message_code() == "es"


def test_the_variable_names_the_language_of_the_command(run, monkeypatch):
    monkeypatch.setenv(VARIABLE, "es")
    assert run("export", "--help").out.startswith("Uso: infograficos export [OPCIONES]")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["list", "--messages", "inglés"], "a língua “inglés” não existe; você quis dizer “en”?"),
        (["list", "--messages="], "a língua “” não existe; os nomes válidos são: “pt-BR”, “en”, “es”"),
        (["list", "--messages"], "a opção “--messages” pede um valor"),
    ],
)
def test_an_unknown_language_is_refused(run, words, said):
    outcome = run(*words)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"erro: {said}\n")


def test_an_unknown_language_of_the_environment_is_refused(run, monkeypatch):
    monkeypatch.setenv(VARIABLE, "en_GB")
    assert run("list").code == 0
    monkeypatch.setenv(VARIABLE, "englsh")
    assert run("list").err == "erro: a língua “englsh” não existe; você quis dizer “en”?\n"


@pytest.fixture
def in_english(monkeypatch):
    texts = {
        "faltam {names}; veio {value}": ("{names} are missing; got {value}",),
        ("{count} figura", "{count} figuras"): ("{count} figure", "{count} figures"),
        "use frac{a}{b}": ("write frac{a}{b}",),
    }
    monkeypatch.setattr(
        messages, "load_catalogue", lambda *_: Catalogue(texts, lambda count: int(count != 1))
    )
    monkeypatch.setenv(VARIABLE, "en")


@pytest.mark.usefixtures("in_english")
def test_lists_and_numbers_are_written_as_the_language_does():
    said = message("faltam {names}; veio {value}", names=["a", "b", "c"], value=0.5)
    assert said == "a, b, and c are missing; got 0.5"
    assert message(("{count} figura", "{count} figuras"), 20000) == "20,000 figures"


@pytest.mark.usefixtures("in_english")
def test_braces_without_values_are_braces():
    assert str(InputError("use frac{a}{b}")) == "write frac{a}{b}"


def test_a_text_without_a_translation_is_in_portuguese(monkeypatch):
    monkeypatch.setenv(VARIABLE, "en")
    assert message("isto não está em catálogo algum: {x}", x=0.5) == "isto não está em catálogo algum: 0.5"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("pt-BR", "erro: capitulo.py, linha 2: o arquivo parou com ValueError: 7"),
        ("en", "error: capitulo.py, line 2: the file stopped with ValueError: 7"),
        ("es", "error: capitulo.py, línea 2: el archivo se detuvo con ValueError: 7"),
    ],
)
def test_a_script_that_stops_is_refused_in_the_named_language(run, tmp_path, code, said):
    script = tmp_path / "capitulo.py"
    script.write_text("number = 7\nraise ValueError(number)\n")
    assert run("list", "--from", script, "--messages", code).err == f"{said}\n"


def test_worker_processes_speak_the_language_of_the_environment(monkeypatch):
    monkeypatch.setenv(VARIABLE, "en")
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>a</text></svg>"
    with RenderPool(2, 2) as pool:
        waiting = [pool.render(RenderTask(name, svg, (9,))) for name in ("01-a", "02-b")]
        for (wait,) in waiting:
            with pytest.raises(InputError, match="the SVG has live text; for PNG and PDF, text must be"):
                wait()
