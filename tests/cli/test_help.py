import inspect
import re
from importlib.metadata import version
from types import NoneType
from typing import get_type_hints

import pytest
import typer

from infograficos.cli.app import app
from infograficos.cli.preview import PORT

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|args|error|show|this|message|exit|default|required|try|missing"
    r"|invalid|such|did|mean|possible|requires|unexpected|got|text(?!o)|integer|float|path|file|list\["
    r"|for|the|and)\b",
    re.IGNORECASE,
)
#: What is Portuguese, or a name, though it looks English.
COMMANDS = (
    "export", "check", "inspect", "list", "readme", "embed", "cover", "new", "gallery", "preview", "doctor",
    "theme",
)  # fmt: skip
OURS = re.compile(rf"--\w+|(infograficos |^  )({'|'.join(COMMANDS)})|svg\|png\|pdf")


def english(text):
    return [match[0] for line in text.splitlines() for match in ENGLISH.finditer(OURS.sub("", line))]


def test_the_watch_for_english_watches():
    assert english("Usage: infograficos [OPTIONS]\nError: No such option\n <list[str]>") == [
        "Usage", "OPTIONS", "Error", "such", "option", "list[",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "args",
    [["--help"], ["theme", "new", "--help"], *([name, "--help"] for name in COMMANDS)],
)
@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_help_is_in_portuguese(run, monkeypatch, args, columns):
    monkeypatch.setenv("COLUMNS", columns)
    outcome = run(*args)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Uso: infograficos ")
    assert "\nOpções:\n" in outcome.out
    assert english(outcome.out) == []


@pytest.mark.parametrize(
    "args",
    [
        ["exprot"], ["--x"], ["-x"], ["export", "-x"], ["export", "-x=3"], ["export", "--widht=3"],
        ["list", "a"], ["export", "--width"], ["export", "--help=2"], ["-"], ["--", "-x"],
        ["export", "--width", "x"], [""],
    ],
)  # fmt: skip
def test_usage_errors_are_in_portuguese(run, args):
    outcome = run(*args)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("erro: ")
    assert english(outcome.err.replace("text", "")) == []


def test_whatever_else_typer_refuses_is_in_portuguese_too(run, monkeypatch):
    def refused(chapter, width):
        raise typer.BadParameter("nobody foresaw this")

    monkeypatch.setattr("infograficos.cli.list.figure_list", refused)
    outcome = run("list")
    assert (outcome.code, outcome.err) == (
        2,
        "erro: linha de comando inválida; veja “infograficos list --help”\n",
    )


def test_the_help_of_export_word_for_word(run):
    assert (
        run("export", "--help").out
        == """\
Uso: infograficos export [OPÇÕES] [FIGURA]...

  Grava as figuras do capítulo. Sem opções: SVG, e um PNG para cada preset do
  tema, menos os que só saem pelo nome. Se alguma figura tiver erro, nada é
  gravado.

Argumentos:
  [FIGURA]...  Número ou nome de cada figura (padrão: todas).

Opções:
  --preset NOME              Preset do tema; pode repetir (padrão: todos,
                             menos os que só saem pelo nome).
  --format svg|png|pdf       Formato; pode repetir (padrão: svg e png).
  --theme TEMA               Um tema: claro (padrão), papel, quadro, noite, ou
                             um arquivo TOML seu.
  --language pt-BR|en|es     Língua das figuras (padrão: a do capítulo, ou a
                             do tema).
  --variant light|dark|auto  Fundo claro, escuro ou, só em SVG, o que o leitor
                             prefere; pode repetir (padrão: light).
  --text outlined|live       Texto do SVG em contornos ou vivo, com as fontes
                             embutidas (padrão: outlined).
  --width UNIDADES           Largura da folha, de 280 a 790; pode repetir
                             (padrão: a do tema); 360 é a do celular.
  --from ARQUIVO             Arquivo Python que define o capítulo (padrão: o
                             capítulo 07 da série).
  --out PASTA                Pasta de saída (padrão: dist).
  --jobs N                   Quantos processos desenham ao mesmo tempo
                             (padrão: um por processador).
  --force                    Grava também as figuras com erro, e diz quais
                             são; desenha tudo de novo.
  --check                    Não grava: diz o que falta, sobra ou não está em
                             dia na pasta.
  --for PLATAFORMA           Só os arquivos que “embed” usa nesta: medium,
                             devto, github ou mkdocs.
  --steps                    Grava cada figura passo a passo, e um GIF animado
                             por preset, em vez dela inteira.
  --together                 Com “--format pdf”, grava o capítulo em um só
                             PDF, uma figura por página.
  --layout folders|flat      Uma pasta por preset, ou tudo em uma só, como NN-
                             nome.png (padrão: o que a pasta já tem).
  --help                     Mostra esta ajuda e termina.
"""
    )


def test_the_help_of_check_word_for_word(run):
    assert (
        run("check", "--help").out
        == """\
Uso: infograficos check [OPÇÕES] [FIGURA]...

  Confere as figuras com as diretrizes da série: no claro, no escuro e no
  celular. Termina com 1 se alguma regra foi quebrada.

Argumentos:
  [FIGURA]...  Número ou nome de cada figura (padrão: todas).

Opções:
  --from ARQUIVO          Arquivo Python que define o capítulo (padrão: o
                          capítulo 07 da série).
  --preset NOME           Preset do tema; pode repetir (padrão: todos, menos
                          os que só saem pelo nome).
  --theme TEMA            Um tema: claro (padrão), papel, quadro, noite, ou um
                          arquivo TOML seu.
  --language pt-BR|en|es  Língua das figuras (padrão: a do capítulo, ou a do
                          tema).
  --json                  Escreve o relatório em JSON.
  --strict                Trata avisos como erros.
  --help                  Mostra esta ajuda e termina.
"""
    )


@pytest.mark.parametrize("args", [[], ["--"]])
def test_without_a_command_the_help_comes_on_stderr(run, args):
    outcome = run(*args)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == run("--help").out
    assert "Comandos:\n  export   Grava as figuras do capítulo em SVG, PNG ou PDF.\n" in outcome.err


def test_every_option_says_what_it_is_for():
    commands = typer.main.get_command(app).commands
    assert tuple(commands) == COMMANDS
    for command in (commands | commands["theme"].commands).values():
        assert command.short_help
        assert all(param.help for param in command.params)
        # A flag takes no value, and so names none.
        assert all(param.metavar for param in command.params if not getattr(param, "is_flag", False))


def test_every_parameter_is_a_text_or_a_flag():
    """So nothing has a wrong type, and the only argument that typer refuses is a missing one."""
    commands = typer.main.get_command(app).commands
    for command in (commands | commands["theme"].commands).values():
        hints = get_type_hints(inspect.unwrap(command.callback))
        # The context is typer's: no word of the command line becomes it.
        of_words = set(hints.values()) - {typer.Context}
        assert of_words <= {str, str | None, list[str] | None, bool, NoneType}


def test_the_version_is_the_installed_one(run):
    outcome = run("--version")
    assert (outcome.code, outcome.out) == (0, f"infograficos {version('infograficos')}\n")


def test_the_default_port_is_the_one_that_the_help_names(run):
    assert f"(padrão: {PORT}, ou" in " ".join(run("preview", "--help").out.split())
