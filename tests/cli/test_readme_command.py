import re
from dataclasses import replace

import pytest

from infograficos.chapter import Chapter
from infograficos.chapter_07 import chapter
from infograficos.figure import Figure
from infograficos.publish.readme import chapter_readme, differences


def test_the_readme_has_a_heading_a_figure_then_its_file_section_and_two_lines(run):
    said = run("readme").out
    assert said.startswith(
        "# Infográficos do capítulo 07: Instruction Tuning\n\nAs figuras deste capítulo ajudam a"
    )
    assert (
        """
### 03 — Mascaramento da Loss

- **Arquivo:** `03-mascaramento-loss-resposta.png`
- **Seção:** Mascaramento da Loss

A loss só conta os tokens da resposta; a instrução é contexto, e o aprendizado fica focado.
Só a resposta ensina. A instrução é contexto: não soma na loss.
"""
        in said
    )
    headings = [line for line in said.splitlines() if line.startswith("### ")]
    assert headings == [f"### {each.number:02d} — {each.title}" for each in chapter.figures]


def test_the_readme_ends_with_the_four_guidelines(run):
    last = run("readme").out.rstrip().splitlines()[-4:]
    for line, words in zip(
        last, ("Consistentes", "suaves", "em até 60 palavras", "(Medium, Dev.to)"), strict=True
    ):
        assert line.startswith("- **")
        assert words in line


def test_a_chapter_without_an_introduction_names_its_figures():
    plain = [replace(each, description="", section="") for each in chapter.figures[1:3]]
    said = chapter_readme(Chapter(1, "t", [replace(plain[0], subtitle=""), plain[1]]))
    assert (
        "As figuras deste capítulo ajudam a visualizar “Estrutura de dados para instruções” e "
        "“Mascaramento da Loss”.\n"
    ) in said
    assert "- **Arquivo:** `02-formato-dados-instrucao.png`\n\nTrês campos, um texto.\n\n###" in said
    assert "\n\nSó a resposta ensina.\nA instrução é contexto: não soma na loss.\n\n##" in said
    assert "\nA figura deste capítulo ajuda a visualizar “" in chapter_readme(Chapter(1, "t", plain[:1]))


def test_it_is_that_of_the_chapter_in_a_file(run, script):
    outcome = run("readme", "--from", script())
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("# Infográficos do capítulo 01: Provas\n")


def test_it_is_written_to_a_file_and_found_current(run, tmp_path):
    file = tmp_path / "README.md"
    assert run("readme", "--out", file).out == f"{file}\n"
    outcome = run("readme", "--check", "--out", file)
    assert (outcome.code, outcome.out) == (0, "em dia\n")


def test_a_file_that_is_not_current_is_reported_and_left_alone(run, tmp_path):
    file = tmp_path / "README.md"
    run("readme", "--out", file)
    file.write_text(
        file.read_text(encoding="utf-8").replace("04-pipeline-sft.png`", "04-antigo`"), encoding="utf-8"
    )
    before = file.read_bytes()
    outcome = run("readme", "--check", "--out", file)
    assert outcome.code == 1
    assert "-- **Arquivo:** `04-antigo`" in outcome.out
    assert "+- **Arquivo:** `04-pipeline-sft.png`" in outcome.out
    assert file.read_bytes() == before


def test_other_line_ends_say_the_same(tmp_path):
    file = tmp_path / "README.md"
    written = chapter_readme(chapter)
    file.write_bytes(written.replace("\n", "\r\n").encode())
    assert differences(written, file) == []


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (None, "o arquivo “{file}” não existe; grave-o antes, sem “--check”"),
        ("folder", "“{file}” é uma pasta; esperado o nome de um arquivo"),
        (b"\xff\xfe", "o arquivo “{file}” não está em UTF-8"),
    ],
)
def test_a_file_that_cannot_be_compared_is_refused(run, tmp_path, make, message):
    file = tmp_path / "README.md"
    if make == "folder":
        file.mkdir()
    elif make:
        file.write_bytes(make)
    outcome = run("readme", "--check", "--out", file)
    assert (outcome.code, outcome.err) == (2, f"erro: {message.format(file=file)}\n")


def test_a_check_needs_a_file(run):
    outcome = run("readme", "--check")
    assert (outcome.code, outcome.err) == (2, "erro: com “--check”, diga em “--out” qual arquivo conferir\n")


def test_what_an_author_writes_is_never_markup():
    content = chapter.figures[3].content
    figure = Figure(1, "a", "T*", "H", content, section="a | b <i>c</i>", description="[y](z) *w*\n# q")
    lines = chapter_readme(Chapter(1, "t", [figure], introduction="<b>i</b>")).splitlines()
    assert lines[2] == r"\<b\>i\</b\>"
    assert {
        r"### 01 — T\*",
        r"- **Seção:** a \| b \<i\>c\</i\>",
        r"\[y\](z) \*w\* \# q.",
    } <= set(lines)


@pytest.mark.parametrize("words", ["- um", "+ um", "1. um", "2) um", "= um"])
def test_a_line_never_begins_a_list_or_a_heading(words):
    figure = Figure(1, "a", "T", "H", chapter.figures[3].content, description=words)
    line = chapter_readme(Chapter(1, "t", [figure])).splitlines()[10]
    assert line == re.sub("([-+.)=])", r"\\\1", f"{words}.", count=1)


def test_the_files_are_named_as_they_were_exported_beside_it(run, script, tmp_path):
    path, folder = script(), tmp_path / "figuras"
    args = ("readme", "--from", path, "--out", folder / "README.md")
    run(*args)
    assert "`01-um.png`" in (folder / "README.md").read_text(encoding="utf-8")
    run("export", "--from", path, "--out", folder, "--format", "svg")
    run(*args)
    assert "`medium/01-um.png`" in (folder / "README.md").read_text(encoding="utf-8")
    assert run(*args, "--check", "--layout", "flat").code == 1
