"""A new request prewarms what draws; one whose inputs are known is replayed without loading anything."""

import json
import os
import shutil
from dataclasses import replace
from hashlib import sha256

import pytest
from small_chapter import figure

from infograficos import Chapter
from infograficos.errors import InputError
from infograficos.export import Cache, ExportOptions, ExportRequest, export, request
from infograficos.export.cache import CachedFiles, file_key
from infograficos.raster import render_pool as rendering
from infograficos.system.file_transaction import PREFIX
from infograficos.system.fingerprint import file_digest
from infograficos.system.folder_lock import FolderLock, folder_digest


@pytest.fixture
def early(monkeypatch):
    """How often a pool was prewarmed."""
    found = []
    monkeypatch.setattr(rendering.RenderPool, "prewarm", lambda _pool: found.append(True))
    return found


@pytest.fixture
def script(tmp_path):
    file = tmp_path / "capitulo.py"
    file.write_text("chapter = 1")
    return file


@pytest.fixture
def theme(script):
    file = script.with_name("tema.toml")
    file.write_text("a = 1")
    return file


def remember(exported, asked, script, cache, inputs=None):
    made = ExportRequest(asked, script, cache=cache)
    if inputs is not None:
        made._recorder = type("Recorder", (), {"inputs": lambda _self: inputs})()
    made.remember(exported)


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A folder with what an export wrote and kept, and what it returned."""
    home = tmp_path_factory.mktemp("first")
    figures = [figure(1, "um"), figure(2, "dois")]
    kept = Cache(home / "guardadas")
    return home, export(Chapter(1, "Provas", figures), ExportOptions(folder=home / "saida"), 1, kept)


@pytest.fixture
def exported(first, kept, out, script):
    """What became of a request whose inputs are known."""
    home, exported = first
    for folder in (out, kept.folder):
        shutil.copytree(home / folder.name, folder)
    files = tuple(replace(file, path=out / file.path.relative_to(home / out.name)) for file in exported.files)
    exported = replace(exported, files=files)
    remember(exported, "tudo", script, kept, {})
    return exported


def replay(kept, script, folder, asked="tudo", theme=None):
    return ExportRequest(asked, script, theme, kept).replay(folder)


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_known_request_is_replayed_into_any_folder(exported, kept, script, out, tmp_path):
    elsewhere = replay(kept, script, tmp_path / "outra")
    assert contents(tmp_path / "outra") == contents(out)
    assert elsewhere.lines == [line.replace(str(out), str(tmp_path / "outra")) for line in exported.lines]
    assert elsewhere.records == exported.records
    assert replay(kept, script, out).lines == ["6 arquivos já estavam em dia"]


def test_what_is_damaged_in_the_folder_is_written_again(exported, kept, script, out):
    before = contents(out)
    (out / "svg" / "01-um.svg").write_text("meu")
    (out / "medium" / "02-dois.png").unlink()
    (out / "manifest.json").unlink()
    again = replay(kept, script, out)
    assert {file.path.name for file in again.files if file.new} == {"01-um.svg", "02-dois.png"}
    assert contents(out) == before


def test_the_records_of_other_files_stay(exported, kept, script, out, chapter):
    export(chapter, ExportOptions(folder=out, variants=("dark",)), 1, kept)
    both = json.loads((out / "manifest.json").read_text())
    replay(kept, script, out)
    assert json.loads((out / "manifest.json").read_text()) == both


@pytest.mark.parametrize(
    "change", ["arguments", "script", "theme", "code", "current folder", "another place", "a picture less"]
)
def test_whatever_may_change_a_file_makes_it_another_request(
    *, exported, kept, script, theme, change, out, monkeypatch, tmp_path
):
    if change == "script":
        script.write_text("chapter = 2")
    if change == "code":
        monkeypatch.setattr(request, "code_key", lambda: "another")
    if change == "current folder":
        monkeypatch.chdir(tmp_path)
    if change == "another place":
        (tmp_path / "outra").mkdir()
        script = script.rename(tmp_path / "outra" / script.name)
    if change == "a picture less":
        largest = max(kept.folder.iterdir(), key=lambda file: file.stat().st_size)
        largest.write_bytes(largest.read_bytes()[:-1])
    asked = "o resto" if change == "arguments" else "tudo"
    assert replay(kept, script, out, asked, theme if change == "theme" else None) is None


@pytest.mark.parametrize("change", ["changed", "gone", "new"])
def test_a_changed_input_makes_it_another_request(*, exported, kept, script, tmp_path, out, change):
    data = tmp_path / "dados.csv"
    if change != "new":
        data.write_text("1")
    remember(exported, "tudo", script, kept, {str(data): file_digest(data)})
    assert replay(kept, script, out).lines == ["6 arquivos já estavam em dia"]
    data.unlink() if change == "gone" else data.write_text("2")
    assert replay(kept, script, out) is None


def test_a_request_whose_inputs_are_not_known_is_not_replayed(exported, kept, script, out):
    remember(exported, "tudo", script, kept, None)
    assert replay(kept, script, out) is None


def test_a_forced_export_is_not_replayed(chapter, kept, script, out):
    forced = export(chapter, ExportOptions(folder=out, force=True), 1, kept)
    remember(forced, "tudo", script, kept, {})
    assert replay(kept, script, out) is None


def test_what_there_was_to_say_is_said_again_but_for_how_it_was_drawn(exported, kept, script, out):
    told = replace(exported, messages=("01-um: muitas palavras",), notice="o resvg desenha no lugar")
    assert told.warnings == ("01-um: muitas palavras", "o resvg desenha no lugar")
    remember(told, "tudo", script, kept, {})
    assert replay(kept, script, out).warnings == ("01-um: muitas palavras",)


@pytest.mark.parametrize("together", [False, True])
def test_pdfs_are_replayed_too(*, chapter, kept, script, out, tmp_path, together, needs_libcairo):
    exported = export(chapter, ExportOptions(folder=out, formats=("pdf",), together=together), 1, kept)
    remember(exported, "pdf", script, kept, {})
    assert len(replay(kept, script, tmp_path / "outra", "pdf").files) == (1 if together else 2)
    assert contents(tmp_path / "outra") == contents(out)


def test_steps_are_replayed_too(chapter, kept, script, out):
    options = ExportOptions(folder=out, steps=True, presets=("medium",), variants=("light", "dark"))
    exported = export(chapter.figures[:1], options, 1, kept)
    remember(exported, "passos", script, kept, {})
    assert len(replay(kept, script, out, "passos").files) == len(exported.files) > 4


def test_a_place_that_is_taken_is_refused_as_ever(exported, kept, script, tmp_path):
    taken = tmp_path / "outra" / "svg" / "01-um.svg"
    taken.mkdir(parents=True)
    with pytest.raises(InputError, match="01-um"):
        replay(kept, script, tmp_path / "outra")
    assert contents(tmp_path / "outra") == {}


@pytest.mark.parametrize(
    "entry",
    ["{}", "[]", "7", "null", '"x"', "[" * 99_999, *(
        json.dumps({"files": [], "messages": [], "inputs": {}, "profiles": []} | change)
        for change in ({}, {"files": 1}, {"files": [{}]}, {"messages": 3}, {"inputs": [1]}, {"profiles": 1})
    )],
)  # fmt: skip
def test_entries_of_another_shape_are_not_there(*, exported, kept, script, out, entry, again, chapter):
    for path in kept.folder.iterdir():
        if path.read_bytes()[32:33] == b"{":
            kept.put(path.name, entry.encode())
    assert replay(kept, script, out) is None
    assert again(chapter) == set()


def test_swapped_entries_are_not_published(*, exported, kept, script, out, again, chapter):
    before = contents(out)
    pictures = [path for path in kept.folder.iterdir() if path.read_bytes()[32:36] == b"\x89PNG"]
    data = [path.read_bytes() for path in pictures]
    for path, other in zip(pictures, [*data[1:], data[0]], strict=True):
        path.write_bytes(other)
    for path in out.rglob("*.png"):
        path.unlink()
    assert replay(kept, script, out) is None
    again(chapter)
    assert contents(out) == before


def test_another_content_under_an_svgs_key_is_not_published(*, exported, kept, script, out, again, chapter):
    before = contents(out)
    for record in exported.records:
        if record.format == "svg":
            # With a digest that is right: whoever plants it knows how an entry looks.
            kept.put(file_key(record), b"<svg><script>alert(1)</script></svg>")
    for path in out.rglob("*.svg"):
        path.unlink()
    assert replay(kept, script, out) is None
    again(chapter)
    assert contents(out) == before


@pytest.mark.parametrize(
    "file", ["conftest.py", "svg/conftest.py", "svg/01-um.svg.py", "a/svg/01-um.svg", "svg/index.svg",
             "medium/01-um.svg", "capitulo-01.svg", "svg/01-um\n.svg", "../svg/01-um.svg", "C:/01-um.svg"],
)  # fmt: skip
def test_a_forged_record_writes_no_file_that_no_plan_names(*, exported, kept, script, out, tmp_path, file):
    evil = b"print('executado')\n"
    record = replace(exported.records[0], file=file, sha256=sha256(evil).hexdigest())
    kept.put(file_key(record), evil)
    kept.put_files(ExportRequest("tudo", script, cache=kept)._key, CachedFiles([record]))
    assert replay(kept, script, tmp_path / "nova") is None
    assert not (tmp_path / "nova").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_in_an_entrys_place_is_not_waited_for(exported, kept, script, out):
    for path in list(kept.folder.iterdir()):
        path.unlink()
        os.mkfifo(path)
    assert replay(kept, script, out) is None


def asked_for(asked, script, theme=None, *, kept, exported):
    made = ExportRequest(asked, script, theme, kept)
    with made.prewarm(1):
        pass
    made.remember(exported)


def test_what_was_never_exported_is_prewarmed_and_what_was_is_not(script, kept, early, exported):
    for _ in range(2):
        asked_for("de novo", script, kept=kept, exported=exported)
        assert len(early) == 1


@pytest.mark.parametrize("change", ["arguments", "script", "theme", "no cache", "emptied cache"])
def test_whatever_may_change_a_picture_prewarms_again(*, script, theme, kept, early, exported, change):
    asked_for("de novo", script, kept=kept, exported=exported)
    if change == "script":
        script.write_text("chapter = 2")
    if change == "emptied cache":
        for file in kept.folder.iterdir():
            file.unlink()
    asked_for(
        "o resto" if change == "arguments" else "de novo",
        script,
        theme if change == "theme" else None,
        kept=Cache(None) if change == "no cache" else kept,
        exported=exported,
    )
    assert len(early) == 2


def test_a_file_that_cannot_be_read_is_left_to_what_loads_it(tmp_path, kept, early, exported):
    asked_for("tudo", tmp_path / "nenhum.py", kept=kept, exported=exported)
    asked_for("tudo", tmp_path, kept=kept, exported=exported)
    asked_for("tudo", tmp_path / "a\0", kept=kept, exported=exported)
    assert early


def test_a_pool_that_is_prewarmed_draws_the_same_and_is_closed_by_who_opened_it(chapter, out, kept, script):
    plain = export(chapter, ExportOptions(folder=out / "a"), 1, Cache(None))
    with ExportRequest("tudo", script, cache=kept).prewarm(2) as pool:
        early = export(chapter, ExportOptions(folder=out / "b"), cache=Cache(None), pool=pool)
        assert all(process.is_alive() for process in pool._processes)
    assert not any(process.is_alive() for process in pool._processes)
    assert [path.read_bytes() for path in early.paths] == [path.read_bytes() for path in plain.paths]


def test_a_pool_is_prewarmed_only_where_processes_are_forked(monkeypatch):
    monkeypatch.setattr(rendering, "_CAN_FORK", False)
    with rendering.RenderPool(processes=2) as pool:
        pool.prewarm()
        assert pool._processes == []


def test_where_all_is_current_no_lock_is_needed(exported, kept, script, out, monkeypatch):
    monkeypatch.setattr(FolderLock, "__enter__", None)
    again = replay(kept, script, out)
    assert (again.files, again.records) == (
        tuple(replace(file, new=False) for file in exported.files),
        exported.records,
    )
    (out / "svg" / "01-um.svg").unlink()
    with pytest.raises(TypeError):
        replay(kept, script, out)


@pytest.mark.skipif(os.name == "nt", reason="links ask for rights there")
def test_a_link_to_what_is_current_is_refused_as_ever(exported, kept, script, out, tmp_path):
    (out / "svg").rename(tmp_path / "fora")
    (out / "svg").symlink_to(tmp_path / "fora")
    with pytest.raises(InputError, match="é um link"):
        replay(kept, script, out)


def test_what_a_killed_export_left_is_cleared_away_where_all_is_current(exported, kept, script, out):
    left = out / f"{PREFIX}{folder_digest(out)}-morto"
    left.mkdir()
    assert replay(kept, script, out).lines == ["6 arquivos já estavam em dia"]
    assert not left.exists()
