"""Nothing outside the output folder is written, whatever stands in it and whatever things are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hostile_words import PIPELINE
from refusals import refusal

from infograficos import Chapter, Figure
from infograficos.cover import CoverOptions, write_covers
from infograficos.errors import InputError, MachineError
from infograficos.export import ExportOptions, export
from infograficos.system.files import write_file
from infograficos.system.folder_lock import FolderLock
from infograficos.theme import load_theme

FIGURE = Figure(1, "um", "T", "Duas etapas", PIPELINE)
CHAPTER = Chapter(1, "Provas", [FIGURE])

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links ask for rights there")


@pytest.fixture
def outside(tmp_path):
    """A folder that is none of the export's business, with a file in it."""
    folder = tmp_path / "fora"
    folder.mkdir()
    (folder / "meu.txt").write_text("meu")
    return folder


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "dist"
    folder.mkdir()
    return folder


def svgs(out):
    return export(CHAPTER, ExportOptions(folder=out, formats=("svg",)), 1)


def pngs(out):
    return export(CHAPTER, ExportOptions(folder=out, formats=("png",), presets=("medium",)), 1)


def together(out):
    return export(CHAPTER, ExportOptions(folder=out, formats=("pdf",), together=True), 1)


def covers(out):
    return write_covers(CHAPTER, CoverOptions(folder=out, presets=("og",)))


def everything(folder: Path) -> dict[str, object]:
    """All that is in a folder, links as links."""
    return {
        str(path.relative_to(folder)): str(path.readlink())
        if path.is_symlink()
        else path.is_file() and path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


PLACES = [
    (svgs, "svg"), (svgs, "svg/01-um.svg"), (svgs, "manifest.json"),
    (pngs, "medium"), (pngs, "medium/01-um.png"), (covers, "og"), (covers, "og/01-capa.png"),
]  # fmt: skip


@pytest.mark.parametrize("leads", ["out", "nowhere", "round", "within"])
@pytest.mark.parametrize(("write", "place"), PLACES, ids=lambda value: str(getattr(value, "__name__", value)))
def test_no_link_is_followed_out_of_the_folder(write, place, leads, outside, tmp_path):
    out = tmp_path / "dist"
    link = out / place
    (out / "outra").mkdir(parents=True)
    link.parent.mkdir(exist_ok=True)
    folder = "." not in place
    targets = {
        "out": outside if folder else outside / "meu.txt",
        "nowhere": outside / "nada",
        "round": link,
        "within": out / "outra",
    }
    link.symlink_to(targets[leads])
    if place == "manifest.json" and leads == "out":
        (outside / "meu.txt").write_text('{"format": 1, "files": []}')
    before = everything(tmp_path)
    with pytest.raises((InputError, MachineError)) as raised:
        write(out)
    assert place in str(raised.value)
    assert everything(tmp_path) == before


def test_a_link_is_reported_as_one_with_what_to_do(out, outside):
    (out / "svg").symlink_to(outside)
    assert refusal(lambda: svgs(out)) == (
        f"“{out}/svg” é um link, e por ele se gravaria fora de “{out}”; "
        "apague o link, ou dê em “--out” a pasta para onde ele leva"
    )


def test_the_folder_that_was_named_may_be_a_link(out, tmp_path):
    (tmp_path / "atalho").symlink_to(out)
    svgs(tmp_path / "atalho")
    assert (out / "svg" / "01-um.svg").is_file()
    assert (tmp_path / "atalho").is_symlink()


def test_the_book_of_a_chapter_follows_no_link(out, outside, tmp_path, needs_libcairo):
    (out / "capitulo-01.pdf").symlink_to(outside / "meu.txt")
    before = everything(tmp_path)
    assert "é um link" in refusal(lambda: together(out))
    assert everything(tmp_path) == before


@pytest.mark.parametrize("leads", ["meu.txt", "nada"])
def test_a_file_that_was_named_takes_the_place_of_a_link_and_its_target_stays(leads, outside, tmp_path):
    link = tmp_path / "galeria.html"
    link.symlink_to(outside / leads)
    before = everything(outside)
    write_file(link, b"nova")
    assert everything(outside) == before
    assert (link.is_symlink(), link.read_bytes()) == (False, b"nova")


@pytest.fixture
def run(run):
    def without_stdout(*args):
        code, _, err = run(*args)
        return code, err

    return without_stdout


@pytest.mark.parametrize("leads", ["fora/meu.txt", "fora/nada", "novo/capitulo.py"])
def test_a_new_chapter_takes_the_place_of_nothing(run, leads, outside, tmp_path):
    (tmp_path / "novo").mkdir()
    (tmp_path / "novo" / "capitulo.py").symlink_to(tmp_path / leads)
    before = everything(tmp_path)
    code, said = run("new", tmp_path / "novo")
    assert code == 2
    assert "já existe" in said
    assert everything(tmp_path) == before


def test_an_article_that_is_a_link_stays_one_and_only_its_figures_change(run, tmp_path):
    article = tmp_path / "artigo.md"
    article.write_text("a\n<!-- infograficos: 3 -->\n<!-- /infograficos -->\nb\n")
    (tmp_path / "atalho.md").symlink_to(article)
    assert run("embed", "--for", "github", "--write", tmp_path / "atalho.md")[0] == 0
    assert (tmp_path / "atalho.md").is_symlink()
    assert article.read_text().startswith("a\n<!-- infograficos: 3 -->\n\n<p>")


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/x", "..", ".", "", "a/b", "a\\b", "a.", "a ", " a", "NUL", "con.txt", "Um", "ção", "um\n",
     "a\0", "~", "-x", "a--b", "C:x", "x" * 81, "\u0430b", "ａ", "$x", "%2e%2e"],
)  # fmt: skip
def test_a_figure_has_the_name_of_a_file_and_nothing_else(name):
    assert refusal(lambda: Figure(1, name, "T", "H", PIPELINE)).startswith("Figure.name: esperado um ")


def preset(name: str, kind: str = "presets") -> str:
    sizes = {
        "presets": "width = 700\ncolumn = 600\nphone = 360\nsmall_phone = 330\ntallest = 1.0",
        "covers": "width = 900\nheight = 450\nphone = 350",
    }
    return f"[{kind}.{name}]\n{sizes[kind]}\ndescription = 'x'\n"


@pytest.mark.parametrize("kind", ["presets", "covers"])
@pytest.mark.parametrize(
    "name",
    ["'../x'", "'/etc'", "'..'", "'.'", "''", "'a/b'", "'a\\b'", "'a.'", "'a '", "'C:'", '"a\\u0000"',
     '"a\\u202Eb"', '"a\\nb"', "NUL", "con", "Aux", "com1", "LPT9", "'com¹'", "x" * 81, "Medium",
     "OG", '"cafe\\u0301"'],
)  # fmt: skip
def test_the_name_of_a_preset_is_that_of_a_folder_in_the_output(name, kind, tmp_path):
    if (name, kind) in (("Medium", "covers"), ("OG", "presets")):
        return
    theme = tmp_path / "tema.toml"
    theme.write_text(preset(name, kind), encoding="utf-8")
    lines = refusal(lambda: load_theme(theme)).splitlines()
    assert [line.split(":")[0] for line in lines] == ["tema.toml, linha 1"]


def test_folders_that_some_systems_hold_to_be_one_are_refused(tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text(preset("Medium"), encoding="utf-8")
    assert refusal(lambda: load_theme(theme)) == (
        "tema.toml, linha 1: presets.Medium: já existe “medium”, e há sistemas em que as duas pastas são uma"
    )


@pytest.mark.parametrize("number", [1000, 10**5000], ids=["1000", "huge"])
def test_a_number_has_three_figures_at_most(number):
    assert "esperado um número menor ou igual a 999" in refusal(
        lambda: Figure(number, "um", "T", "H", PIPELINE)
    )
    assert "esperado um número menor ou igual a 999" in refusal(lambda: Chapter(number, "C", [FIGURE]))


@pytest.mark.parametrize("name", ["a\0.svg", "a\ud800.svg", "pasta\0/a.svg"])
def test_a_name_that_no_file_can_have_is_refused_before_any_work(name, tmp_path):
    for attempt in (
        lambda: FIGURE.save(tmp_path / name),
        lambda: svgs(tmp_path / name),
        lambda: write_covers(CHAPTER, CoverOptions(folder=tmp_path / name, presets=("og",))),
    ):
        assert refusal(attempt).endswith("não serve de nome de arquivo")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(params=["cache", "tmp"])
def lock(request, tmp_path, monkeypatch):
    """Where the lock of an export stands: in a cache, or a temporary folder, of the test's own."""
    monkeypatch.setattr("infograficos.system.folder_lock.user_cache_folder", lambda _name: tmp_path / "cache")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    for place in ("cache", "tmp"):
        (tmp_path / place).mkdir()
    if request.param == "tmp":
        monkeypatch.setattr("infograficos.system.folder_lock.user_cache_folder", lambda _name: None)
    with FolderLock(tmp_path / "dist"):
        (found,) = (tmp_path / request.param).iterdir()
    assert found.stat().st_mode & 0o777 == 0o600
    found.unlink()
    return found


@pytest.mark.parametrize(
    "make",
    [
        lambda lock: lock.symlink_to("../fora/meu.txt"),
        lambda lock: lock.symlink_to("../fora/nada"),
        lambda lock: lock.symlink_to(lock),
        lambda lock: lock.mkdir(),
        os.mkfifo,
    ],
    ids=["link", "dangling link", "loop", "folder", "pipe"],
)
def test_what_somebody_puts_in_the_locks_place_is_not_followed(make, lock, outside, tmp_path, monkeypatch):
    monkeypatch.chdir(lock.parent)
    make(Path(lock.name))
    before = everything(outside)
    with (
        pytest.raises(MachineError, match=r"a trava “.*” não pode ser usada; apague-a"),
        FolderLock(tmp_path / "dist"),
    ):
        pytest.fail("the lock was taken")
    assert everything(outside) == before


def test_a_lock_of_another_user_is_not_waited_for(lock, tmp_path, monkeypatch):
    lock.touch()
    monkeypatch.setattr("infograficos.system.folder_lock._owner", lambda: os.getuid() + 1)
    lock.rename(str(lock).replace(f"-{os.getuid()}-", f"-{os.getuid() + 1}-"))
    with pytest.raises(MachineError, match="não é um arquivo seu"), FolderLock(tmp_path / "dist"):
        pytest.fail("the lock was taken")
