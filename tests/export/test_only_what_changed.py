"""A second export writes what changed, and only that; no picture is ever a stale one."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from small_chapter import figure

from infograficos import Chapter, load_theme, rendering, text
from infograficos.errors import FigureError
from infograficos.export import ExportOptions, export, pictures
from infograficos.raster import signature as signatures

ALL = {f"{folder}.{ending}" for folder, ending in (("svg/01-um", "svg"), ("svg/02-dois", "svg"))} | {
    f"{preset}/{name}.png" for preset in ("medium", "devto") for name in ("01-um", "02-dois")
}


@pytest.fixture
def drawn(monkeypatch):
    """The pictures that an engine had to draw, by figure and width."""
    found = []
    draw = rendering._draw

    def counted(asked):
        found.append((asked.name, asked.pixels))
        return draw(asked)

    monkeypatch.setattr(rendering, "_draw", counted)
    return found


def test_at_first_everything_is_drawn_and_then_nothing(again, chapter, drawn, out):
    assert again(chapter) == ALL
    assert len(drawn) == 4
    stamps = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    assert again(chapter) == set()
    assert len(drawn) == 4
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == stamps


def test_a_word_changed_in_one_figure_renews_that_one(again, chapter, drawn):
    again(chapter)
    drawn.clear()
    changed = Chapter(1, "Provas", [chapter.figures[0], figure(2, "dois", "tchau")])
    assert again(changed) == {name for name in ALL if "dois" in name}
    assert set(drawn) == {("02-dois", 1400), ("02-dois", 1600)}


def test_what_only_screen_readers_hear_draws_no_picture(again, chapter, drawn, monkeypatch):
    again(chapter)
    drawn.clear()
    monkeypatch.setattr(type(chapter.figures[0].content), "describe", lambda _self: "dito de outro modo " * 4)
    assert again(chapter) == {"svg/01-um.svg", "svg/02-dois.svg"}
    assert drawn == []


def test_a_theme_renews_what_shows_it(again, chapter, tmp_path):
    again(chapter)
    theme = tmp_path / "tema.toml"
    theme.write_text('[colors.light]\npaper = "#fffaf0"\n')
    assert again(chapter, theme=load_theme(theme)) == ALL


def test_a_presets_width_renews_its_pictures(again, chapter, tmp_path):
    again(chapter)
    theme = tmp_path / "tema.toml"
    theme.write_text("[presets.medium]\nwidth = 1300\n")
    assert again(chapter, theme=load_theme(theme)) == {name for name in ALL if "medium" in name}


def test_a_template_renews_what_it_writes(again, chapter, drawn, tmp_path, monkeypatch):
    again(chapter)
    drawn.clear()
    templates = shutil.copytree(text.resource("templates"), tmp_path / "modelos")
    traced = templates / "svg" / "traced.svg.j2"
    traced.write_text(traced.read_text().replace("<path ", '<path opacity="0.5" '))
    monkeypatch.setattr(text, "resource", lambda _name: templates)
    text._environment.cache_clear()
    try:
        assert again(chapter) == {name for name in ALL if name.endswith("png")}
    finally:
        text._environment.cache_clear()
    assert len(drawn) == 4


def test_a_builder_that_draws_otherwise_renews_its_figures(again, chapter, monkeypatch):
    again(chapter)
    content = type(chapter.figures[0].content)
    body = content.body

    def other(self):
        return body(replace(self, learned_name="aprendido"))

    monkeypatch.setattr(content, "body", other)
    assert again(chapter) == ALL


def test_another_engine_or_version_of_one_draws_anew(again, chapter, drawn, monkeypatch):
    again(chapter)
    drawn.clear()
    monkeypatch.setattr(pictures, "signature", lambda: f"{signatures()} mais novo")
    again(chapter)
    assert len(drawn) == 4


def test_what_draws_is_part_of_the_signature(monkeypatch, tmp_path):
    module = sys.modules["infograficos.raster.signature"]
    before = signatures()
    home = shutil.copytree(Path(module.__file__).parent, tmp_path / "raster")
    (home / "palette.py").write_text("outra")
    monkeypatch.setattr(module, "__file__", str(home / "signature.py"))
    signatures.cache_clear()
    try:
        assert signatures() != before
    finally:
        signatures.cache_clear()


def test_other_folders_and_chapters_share_what_is_drawn(again, chapter, drawn, out, kept):
    again(chapter)
    drawn.clear()
    elsewhere = out.parent / "outra"
    twin = Chapter(5, "Outro", chapter.figures[:1])
    assert len(export(twin, ExportOptions(folder=elsewhere), 1, kept).files) == 3
    assert (elsewhere / "medium/01-um.png").read_bytes() == (out / "medium/01-um.png").read_bytes()
    assert drawn == []


def test_a_file_that_was_changed_or_lost_is_put_right(again, chapter, drawn, out):
    again(chapter)
    drawn.clear()
    (out / "medium" / "01-um.png").write_bytes(b"rabisco")
    (out / "svg" / "02-dois.svg").unlink()
    assert again(chapter) == {"medium/01-um.png", "svg/02-dois.svg"}
    assert drawn == []


def test_forced_everything_is_drawn_anew(again, chapter, drawn):
    again(chapter)
    drawn.clear()
    assert again(chapter, force=True) == set()
    assert len(drawn) == 4


@pytest.mark.parametrize("damage", [b"", b"lixo" * 100])
def test_a_damaged_store_is_ignored(again, chapter, drawn, kept, *, out, damage):
    again(chapter)
    right = (out / "medium" / "01-um.png").read_bytes()
    for path in kept.folder.iterdir():
        path.write_bytes(damage)
    (out / "medium" / "01-um.png").unlink()
    drawn.clear()
    assert again(chapter) == {"medium/01-um.png"}
    assert len(drawn) == 4
    assert (out / "medium" / "01-um.png").read_bytes() == right


def test_after_a_refusal_all_is_as_it_was(again, chapter, out):
    again(chapter)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    wrong = Chapter(1, "Provas", [figure(1, "um", "tchau"), figure(2, "dois", subtitle="longo " * 90)])
    with pytest.raises(FigureError):
        again(wrong)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
