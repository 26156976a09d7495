import pytest

from infograficos.chapter import Chapter
from infograficos.chapter_07 import chapter
from infograficos.figure import Figure
from infograficos.publish.readme import chapter_readme, differences


def test_the_readme_lists_every_figure_with_its_section_and_description(run):
    said = run("readme").out
    assert said.startswith("# Capítulo 07: Instruction Tuning\n")
    for figure in chapter.figures:
        row = f"| {figure.number} | `{figure.full_name}` | {figure.section} | {figure.summary} |"
        assert row in said.splitlines()
    assert "até 60 palavras por figura, e nenhum texto menor que 20 unidades" in said


def test_it_is_that_of_the_chapter_in_a_file(run, script):
    outcome = run("readme", "--from", script())
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("# Capítulo 01: Provas\n")


def test_it_is_written_to_a_file_and_found_current(run, tmp_path):
    file = tmp_path / "README.md"
    assert run("readme", "--out", file).out == f"{file}\n"
    outcome = run("readme", "--check", "--out", file)
    assert (outcome.code, outcome.out) == (0, "em dia\n")


def test_a_file_that_is_not_current_is_told_and_left_alone(run, tmp_path):
    file = tmp_path / "README.md"
    run("readme", "--out", file)
    file.write_text(
        file.read_text(encoding="utf-8").replace("04-pipeline-sft`", "04-antigo`"), encoding="utf-8"
    )
    before = file.read_bytes()
    outcome = run("readme", "--check", "--out", file)
    assert outcome.code == 1
    assert "-| 4 | `04-antigo` |" in outcome.out
    assert "+| 4 | `04-pipeline-sft` |" in outcome.out
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
    figure = Figure(1, "a", "T", "H", content, section="a | b <i>c</i>", description="`x` [y](z) *w*\n# q")
    row = next(
        line for line in chapter_readme(Chapter(1, "t", [figure])).splitlines() if line.startswith("| 1 |")
    )
    assert row == r"| 1 | `01-a` | a \| b \<i\>c\</i\> | \`x\` \[y\](z) \*w\* \# q |"
