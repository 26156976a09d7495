import pytest

from infograficos import check
from infograficos.language.languages import language_codes
from infograficos.script import load_chapter
from infograficos.text.templates import template_names


@pytest.mark.parametrize(
    ("options", "language", "files"),
    [
        ((), "", ("capitulo.py", "tema.toml")),
        (("--language", "en"), "en", ("chapter.py", "theme.toml")),
        (("--messages", "es"), "es", ("capitulo.py", "tema.toml")),
    ],
)
def test_a_new_chapter_works_and_keeps_the_guidelines(run, tmp_path, options, language, files):
    folder = tmp_path / "capitulo-09"
    outcome = run("new", folder, *options)
    assert (outcome.code, outcome.out.splitlines()) == (0, [str(folder / name) for name in files])
    chapter = load_chapter(folder / files[0])
    assert chapter.language == language
    assert check(chapter, theme=folder / files[1]).passes(strict=True)


def test_every_language_has_a_first_chapter():
    assert all(len(template_names(f"new/{code}")) == 2 for code in language_codes())


def test_it_is_exported_with_its_theme(run, tmp_path):
    run("new", tmp_path)
    given = ["--from", tmp_path / "capitulo.py", "--theme", tmp_path / "tema.toml", "--out", tmp_path / "out"]
    assert run("export", *given, "--format", "svg").code == 0
    assert "#ffffff" in (tmp_path / "out/svg/01-caminho.svg").read_text(encoding="utf-8")


def test_nothing_that_is_there_is_replaced(run, tmp_path):
    (tmp_path / "tema.toml").write_text("# meu", encoding="utf-8")
    outcome = run("new", tmp_path)
    message = f"“{tmp_path / 'tema.toml'}” já existe; escolha outra pasta ou mude o nome do arquivo"
    assert (outcome.code, outcome.err) == (2, f"erro: {message}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["tema.toml"]
    assert (tmp_path / "tema.toml").read_text(encoding="utf-8") == "# meu"


def test_a_file_in_place_of_the_folder_is_refused(run, tmp_path):
    (tmp_path / "arquivo").touch()
    outcome = run("new", tmp_path / "arquivo")
    assert (outcome.code, outcome.err) == (
        2,
        f"erro: “{tmp_path / 'arquivo'}” é um arquivo; esperada uma pasta\n",
    )


def test_the_folder_has_to_be_said(run):
    outcome = run("new")
    assert (outcome.code, outcome.err) == (2, "erro: falta dizer PASTA; veja “infograficos new --help”\n")
