"""The command `embed`, and `export --for`: what they print, refuse and leave alone."""

import html
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from infograficos.chapter_07 import chapter
from infograficos.publish.readme import chapter_readme
from infograficos.system.console import json_escape

SCRIPT = """
from infograficos import Chapter, Figure
from infograficos.builders.loss_mask import IGNORED, LossMask

content = LossMask(tokens=["oi", "olá"], labels=[IGNORED, 7], losses=[0.0, 1.5])
chapter = Chapter(1, "Provas", [Figure(1, "um", "Mascaramento", "Só a resposta ensina", content)])
"""


@pytest.fixture
def embed(run, tmp_path, monkeypatch):
    """Run `embed` on a chapter of one figure, in a folder of its own."""
    (tmp_path / "cap.py").write_text(SCRIPT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lambda *args: run("embed", *args, "--from", "cap.py")


def test_snippets_are_printed_and_the_missing_file_reported(embed):
    code, out, err = embed("--for", "mkdocs")
    assert code == 0
    assert out.startswith('<figure markdown="span">\n![')
    assert err == (
        "aviso: faltam 2 arquivos, como “dist/svg/01-um.svg”; "
        "para gravar: infograficos export 1 --for mkdocs --from cap.py\n"
    )


def test_the_files_are_those_of_the_theme(embed, tmp_path):
    (tmp_path / "tema.toml").write_text("[sheet]\nphone = 340\n", encoding="utf-8")
    said = embed("--for", "github", "--theme", "tema.toml")[1]
    assert "01-um-340.svg" in said
    assert "01-um-360.svg" not in said


def test_the_export_it_names_writes_what_was_missing(embed, run, tmp_path):
    assert run("export", "1", "--for", "github", "--from", "cap.py")[0] == 0
    assert sorted(path.name for path in (tmp_path / "dist/svg").iterdir()) == [
        "01-um-360-dark.svg", "01-um-360.svg", "01-um-dark.svg", "01-um.svg",
    ]  # fmt: skip
    assert embed("--for", "github")[2] == ""


ARROW = SCRIPT.replace("Só a resposta", "Texto → resposta")


@pytest.fixture
def in_old_encoding(monkeypatch, tmp_path_factory):
    """Run commands with the stdout of an old Windows terminal; return what it got, and the results."""
    path = tmp_path_factory.mktemp("old") / "stdout"

    def in_old_encoding(*calls):
        # Pytest takes stdout back between a fixture and its test.
        with path.open("w", encoding="cp1252") as stream, monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stream)
            results = [call() for call in calls]
        return path.read_text(encoding="cp1252"), *results

    return in_old_encoding


@pytest.mark.parametrize("platform", ["github", "mkdocs", "html"])
def test_what_the_output_cannot_say_becomes_an_entity(embed, tmp_path, in_old_encoding, platform):
    (tmp_path / "cap.py").write_text(ARROW, encoding="utf-8")
    text, (code, _, _) = in_old_encoding(lambda: embed("--for", platform))
    assert code == 0
    assert "Texto &#8594; resposta ensina" in text
    assert "Texto ?" not in text


@pytest.mark.parametrize("platform", ["medium", "notebook", "devto"])
def test_where_no_entity_is_read_the_text_is_refused(embed, tmp_path, in_old_encoding, platform):
    (tmp_path / "cap.py").write_text(ARROW, encoding="utf-8")
    text, (code, _, err) = in_old_encoding(lambda: embed("--for", platform, "--base-url", "https://a.b/x"))
    assert (code, text) == (2, "")
    assert err == (
        "erro: a saída está em cp1252, que não tem o caractere U+2192 deste texto; defina "
        "PYTHONIOENCODING=utf-8 e repita\n"
    )


def test_data_and_markdown_are_exact_in_any_encoding(run, in_old_encoding):
    text, *results = in_old_encoding(lambda: run("readme"), lambda: run("check", "4", "--json"))
    assert [code for code, _, _ in results] == [0, 0]
    readme, _, data = text.partition("\n{")
    assert html.unescape(readme) == chapter_readme(chapter).rstrip()
    assert json.loads("{" + data)["figures"][0]["name"] == "04-pipeline-sft"
    assert json_escape("\N{ROCKET}") == r"\ud83d\ude80"


def test_several_figures_are_a_line_apart(run):
    code, out, _ = run("embed", "1", "5", "--for", "notebook")
    assert code == 0
    assert out.count("\n\nfrom infograficos") == 1
    assert out.endswith('chapter.find("05-avaliacao-respostas")\n')


def test_an_article_is_written_and_then_current(embed, tmp_path):
    (tmp_path / "a.md").write_bytes(b"<!-- infograficos: 1 -->\r\n<!-- /infograficos -->\r\nfim")
    assert embed("--check", "a.md", "--for", "notebook")[:2] == (
        1, "a.md, linha 1: a figura “01-um” ainda não foi posta\n",
    )  # fmt: skip
    assert embed("--write", "a.md", "--for", "notebook") == (0, "a.md  1 figura renovada\n", "")
    assert (tmp_path / "a.md").read_bytes().endswith(b"\r\n```\r\n\r\n<!-- /infograficos -->\r\nfim")
    assert embed("--write", "a.md", "--for", "notebook") == (0, "a.md  1 já em dia\n", "")
    assert embed("--check", "a.md", "--for", "notebook") == (0, "em dia\n", "")


def test_a_figure_that_the_article_lacks_is_only_a_warning(embed, tmp_path):
    (tmp_path / "a.md").write_text("nada\n", encoding="utf-8")
    assert embed("--check", "a.md", "--for", "html") == (
        0, "em dia\n", "aviso: a figura “01-um” não está em a.md\n",
    )  # fmt: skip


def test_the_example_of_a_base_is_in_the_language_of_messages(embed):
    err = embed("--for", "devto", "--messages", "en")[2]
    assert err.endswith("“https://raw.githubusercontent.com/you/articles/main/dist”\n")


BAD_BASE = (
    "o endereço “{}” não serve em “--base-url”; "
    "esperado algo como “https://raw.githubusercontent.com/voce/artigos/main/dist”"
)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            [],
            "falta dizer em “--for” onde o artigo sai: “medium”, “devto”, “github”, “mkdocs”, “html”, "
            "“notebook”",
        ),
        (["--for", "githb"], "a plataforma “githb” não existe; você quis dizer “github”?"),
        (["--for", "html", "9"], "a figura “9” não existe; os nomes válidos são: “01-um”"),
        (["--for", "html", "--base-url", "a b"], BAD_BASE.format("a b")),
        (["--for", "html", "--base-url", "exemplo.com"], BAD_BASE.format("exemplo.com")),
        (["--for", "html", "--out", ""], "a opção “--out” pede um valor, e veio um texto vazio"),
        (["--for", "html", "--write", ""], "a opção “--write” pede um valor, e veio um texto vazio"),
        (["--for", "html", "--write", "nada.md"], "o artigo “nada.md” não existe"),
        (["--for", "html", "--check", "nada.md"], "o artigo “nada.md” não existe"),
        (["--for", "html", "--write", "."], "“.” é uma pasta; esperado o arquivo do artigo"),
        (
            ["--for", "notebook", "--write", "a.ipynb"],
            "“a.ipynb” é um notebook; cole as linhas de “--for notebook” em uma célula",
        ),
        (
            ["--for", "html", "--write", "a.ADOC", "--place"],
            "“a.ADOC” não é Markdown, MDX nem HTML, e os marcadores seriam parte de seu texto; mostre "
            "nele os arquivos que “infograficos export” grava",
        ),
        (
            ["--for", "html", "--write", "/dev/null"],
            "“/dev/null” não é um arquivo comum; esperado um arquivo de texto",
        ),
        (
            ["--for", "html", "--write", "a.md", "--check", "a.md"],
            "“--write” e “--check” não se usam juntas; escolha uma",
        ),
        (
            ["--for", "html", "--copy", "--check", "a.md"],
            "“--check” e “--copy” não se usam juntas; escolha uma",
        ),
        (["--for", "html", "--place"], "“--place” só vale com “--write”, que diz o artigo"),
        (["--check", "--for", "html"], "a opção “--check” pede um valor"),
    ],
)
def test_what_cannot_be_embedded_is_reported_in_one_line(embed, tmp_path, args, message):
    before = sorted(path.name for path in tmp_path.iterdir())
    assert embed(*args) == (2, "", f"erro: {message}\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_an_article_without_rights_is_the_machines_fault(embed, tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_text("<!-- infograficos: 1 -->\n<!-- /infograficos -->\n", encoding="utf-8")
    monkeypatch.setattr("os.access", lambda *_: False)
    code, out, err = embed("--write", "a.md", "--for", "notebook")
    assert (code, out) == (3, "")
    assert err == "erro: não foi possível gravar “a.md”: o arquivo só permite leitura\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--for", "html"], "o trecho de “html” já leva a figura; não há arquivo a gravar para ele"),
        (["--for", "mediun"], "a plataforma “mediun” não existe; você quis dizer “medium”?"),
        (
            ["--for", "github", "--steps"],
            "“--for” grava cada figura inteira, em seu arquivo, sem “--steps” nem “--together”",
        ),
        (
            ["--for", "github", "--width", "360"],
            "com “--for”, a plataforma diz “--format”, “--preset”, “--variant” e “--width”",
        ),
    ],
)
def test_an_export_for_a_platform_is_that_platforms(run, tmp_path, args, message):
    assert run("export", *args, "--out", tmp_path / "x") == (2, "", f"erro: {message}\n")
    assert not (tmp_path / "x").exists()


@pytest.fixture
def clipboard(tmp_path, monkeypatch):
    """Put a program on the path that keeps what is copied, or fails; return how to make it, and the copy."""
    kept = tmp_path / "copiado"
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    cat = shutil.which("cat", path=os.defpath)

    def make(name, code=0):
        program = programs / name
        program.write_text(f"#!/bin/sh\n{cat} > {kept}\nexit {code}\n")
        program.chmod(0o755)

    return make, kept


posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")


@posix
@pytest.mark.parametrize(
    ("program", "setting"),
    [
        ("wl-copy", ("WAYLAND_DISPLAY", "wayland-0")),
        ("xclip", ("DISPLAY", ":0")),
        ("clip.exe", None),
        ("pbcopy", None),
    ],
)
def test_what_is_printed_is_copied_too(embed, clipboard, monkeypatch, program, setting):
    make, kept = clipboard
    make(program)
    if setting:
        monkeypatch.setenv(*setting)
    if program == "pbcopy":
        monkeypatch.setattr(sys, "platform", "darwin")
    encoding = "utf-16" if program == "clip.exe" else "utf-8"
    code, out, err = embed("--for", "notebook", "--copy")
    assert (code, err) == (0, "")
    assert Path(kept).read_bytes().decode(encoding) + "\n" == out


@posix
def test_without_a_clipboard_the_text_is_printed_all_the_same(embed, clipboard):
    code, out, err = embed("--for", "notebook", "--copy")
    assert code == 3
    assert out.endswith('find("01-um")\n')
    assert err == (
        "erro: não há como copiar nesta máquina; instale o wl-clipboard (Wayland) ou o xclip (X11), "
        "ou copie o texto acima\n"
    )


@posix
def test_a_clipboard_that_fails_is_reported(embed, clipboard):
    clipboard[0]("clip.exe", 1)
    code, _, err = embed("--for", "notebook", "--copy")
    assert (code, err) == (3, "erro: não foi possível copiar: “clip.exe” terminou com 1\n")


def test_a_flat_export_is_linked_by_its_flat_names(embed, run):
    run("export", "--layout", "flat", "--for", "github", "--from", "cap.py")
    code, out, err = embed("--for", "github")
    assert (code, err) == (0, "")
    assert {f'"dist/01-um{end}.svg"' in out for end in ("", "-dark", "-360", "-360-dark")} == {True}
    assert "dist/01-um.png" in embed("--for", "medium")[1]


def test_each_platform_has_a_flat_file_of_its_own(embed, run, tmp_path):
    for platform in ("medium", "devto"):
        run("export", "--layout", "flat", "--for", platform, "--from", "cap.py")
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == [
        "01-um-devto.png", "01-um.png", "manifest.json",
    ]  # fmt: skip
    assert "dist/01-um-devto.png)" in embed("--for", "devto", "--base-url", "https://artigo.test/dist")[
        1
    ].replace("https://artigo.test/", "")


def test_a_layout_may_be_asked_for_before_the_export(embed, run):
    _, out, err = embed("--for", "mkdocs", "--layout", "flat")
    assert "](dist/01-um.svg#only-light)" in out
    advice = err.strip().removesuffix(" --from cap.py --layout flat").rpartition("infograficos ")[2]
    run(*advice.split(), "--from", "cap.py", "--layout", "flat")
    assert embed("--for", "mkdocs")[2] == ""


def test_a_wrong_layout_is_refused_even_where_no_file_is_linked(embed):
    assert embed("--for", "html", "--layout", "flta")[2] == (
        "erro: o layout “flta” não existe; você quis dizer “flat”?\n"
    )
