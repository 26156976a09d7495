"""A new order gets a head start; a settled one that is known is carried out without loading anything."""

import json
from dataclasses import replace

import pytest

from infograficos.errors import InputError
from infograficos.export import ExportOptions, Order, Store, export, order
from infograficos.raster import render_pool as rendering


@pytest.fixture
def early(monkeypatch):
    """How often a studio was asked to get ready."""
    found = []
    monkeypatch.setattr(rendering.RenderPool, "prewarm", lambda _studio: found.append(True))
    return found


@pytest.fixture
def script(tmp_path):
    file = tmp_path / "capitulo.py"
    file.write_text("chapter = 1")
    return file


@pytest.fixture
def files(script):
    """A script and a theme."""
    theme = script.with_name("tema.toml")
    theme.write_text("a = 1")
    return script, theme


@pytest.fixture
def carried_out(chapter, kept, out, script):
    """Carry out a settled order, and return what became of it."""
    exported = export(chapter, ExportOptions(folder=out), 1, kept)
    Order("tudo", [script], settled=True, store=kept).learn(exported)
    return exported


def settled(kept, script, asked="tudo"):
    return Order(asked, [script], settled=True, store=kept)


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_settled_order_is_carried_out_again_anywhere(carried_out, kept, script, out, tmp_path):
    elsewhere = settled(kept, script).again(tmp_path / "outra")
    assert contents(tmp_path / "outra") == contents(out)
    assert elsewhere.lines == [line.replace(str(out), str(tmp_path / "outra")) for line in carried_out.lines]
    assert elsewhere.records == carried_out.records
    assert settled(kept, script).again(out).lines == ["6 arquivos já estavam em dia"]


def test_what_is_damaged_in_the_folder_is_written_again(carried_out, kept, script, out):
    before = contents(out)
    (out / "svg" / "01-um.svg").write_text("meu")
    (out / "medium" / "02-dois.png").unlink()
    (out / "manifest.json").unlink()
    again = settled(kept, script).again(out)
    assert {file.path.name for file in again.files if file.new} == {"01-um.svg", "02-dois.png"}
    assert contents(out) == before


def test_the_records_of_other_files_stay(carried_out, kept, script, out, chapter):
    export(chapter, ExportOptions(folder=out, variants=("dark",)), 1, kept)
    both = json.loads((out / "manifest.json").read_text())
    settled(kept, script).again(out)
    assert json.loads((out / "manifest.json").read_text()) == both


@pytest.mark.parametrize("change", ["asked", "file", "another file", "code", "not settled", "a picture less"])
def test_whatever_may_change_a_file_makes_it_another_order(carried_out, kept, files, change, monkeypatch):
    script, theme = files
    if change == "file":
        script.write_text("chapter = 2")
    if change == "code":
        monkeypatch.setattr(order, "code_digest", lambda: "another")
    if change == "a picture less":
        largest = max(kept.folder.iterdir(), key=lambda file: file.stat().st_size)
        largest.write_bytes(largest.read_bytes()[:-1])
    again = Order(
        "o resto" if change == "asked" else "tudo",
        [script, theme] if change == "another file" else [script],
        settled=change != "not settled",
        store=kept,
    ).again(carried_out.paths[0].parents[1])
    assert again is None


def test_what_there_was_to_say_is_said_again_but_for_how_it_was_drawn(carried_out, kept, script, out):
    told = replace(carried_out, advice=("01-um: muitas palavras",), notice="o resvg desenha no lugar")
    assert told.warnings == ("01-um: muitas palavras", "o resvg desenha no lugar")
    settled(kept, script).learn(told)
    assert settled(kept, script).again(out).warnings == ("01-um: muitas palavras",)


def test_a_chapter_in_one_file_is_bound_again(kept, script, out, carried_out):
    settled(kept, script, "junto").learn(replace(carried_out, records=()))
    assert settled(kept, script, "junto").again(out) is None


def test_a_place_that_is_taken_is_refused_as_ever(carried_out, kept, script, tmp_path):
    taken = tmp_path / "outra" / "svg" / "01-um.svg"
    taken.mkdir(parents=True)
    with pytest.raises(InputError, match="01-um"):
        settled(kept, script).again(tmp_path / "outra")
    assert contents(tmp_path / "outra") == {}


def started(asked, *files, kept, exported):
    found = Order(asked, files, settled=False, store=kept)
    with found.head_start(1):
        pass
    found.learn(exported)


def test_what_was_never_exported_gets_a_head_start_and_what_was_gets_none(script, kept, early, carried_out):
    for _ in range(2):
        started("de novo", script, kept=kept, exported=carried_out)
        assert len(early) == 1


@pytest.mark.parametrize("change", ["asked", "file", "another file", "no store", "emptied store"])
def test_whatever_may_change_a_picture_brings_it_back(files, kept, early, carried_out, change):
    script, theme = files
    started("de novo", script, kept=kept, exported=carried_out)
    if change == "file":
        script.write_text("chapter = 2")
    if change == "emptied store":
        for file in kept.folder.iterdir():
            file.unlink()
    started(
        "o resto" if change == "asked" else "de novo",
        *([script, theme] if change == "another file" else [script]),
        kept=Store(None) if change == "no store" else kept,
        exported=carried_out,
    )
    assert len(early) == 2


def test_a_file_that_cannot_be_read_is_left_to_whoever_loads_it(tmp_path, kept, early, carried_out):
    started("tudo", tmp_path / "nenhum.py", kept=kept, exported=carried_out)
    started("tudo", tmp_path, kept=kept, exported=carried_out)
    assert early


def test_a_studio_that_is_ready_draws_the_same_and_is_closed_by_who_opened_it(chapter, out, kept, script):
    plain = export(chapter, ExportOptions(folder=out / "a"), 1, Store(None))
    with settled(kept, script).head_start(2) as studio:
        pool = studio._pool
        early = export(chapter, ExportOptions(folder=out / "b"), store=Store(None), studio=studio)
        assert pool is None or pool._first.is_alive()
    assert pool is None or not pool._first.is_alive()
    assert [path.read_bytes() for path in early.paths] == [path.read_bytes() for path in plain.paths]


def test_a_studio_gets_ready_only_where_processes_are_forked(monkeypatch):
    monkeypatch.setattr(rendering, "_can_fork", lambda: False)
    with rendering.RenderPool(processes=2) as studio:
        studio.prewarm()
        assert studio._pool is None
