"""A second export writes what changed, and only that; no picture is ever a stale one."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from small_chapter import figure

from infograficos import Chapter, Figure, load_theme
from infograficos.builders.loss_mask import LossMask
from infograficos.errors import FigureError
from infograficos.export import ExportOptions, cache, export
from infograficos.raster import engine
from infograficos.raster import render_pool as rendering
from infograficos.raster.engine import signature as signatures

ALL = {f"{folder}.{ending}" for folder, ending in (("svg/01-um", "svg"), ("svg/02-dois", "svg"))} | {
    f"{preset}/{name}.png" for preset in ("medium", "devto") for name in ("01-um", "02-dois")
}

PAPERS = [("light", "dark"), ("dark",), ("light",), ("light", "dark")]


@pytest.fixture
def drawn(monkeypatch):
    """The pictures that an engine had to draw, by figure and width."""
    found = []
    draw = rendering.RenderTask.render

    def counted(asked):
        found.extend((asked.name, width) for width in asked.widths)
        return draw(asked)

    monkeypatch.setattr(rendering.RenderTask, "render", counted)
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


def test_another_text_for_a_word_that_a_kind_draws_renews_that_figure(again, chapter):
    again(chapter)
    changed = Chapter(1, "Provas", [chapter.figures[0], figure(2, "dois", words={"correction": "ensina"})])
    assert again(changed) == {name for name in ALL if "dois" in name}


def test_where_nothing_changed_nothing_is_even_laid_out(again, chapter, monkeypatch):
    again(chapter)
    monkeypatch.setattr(Figure, "draw", None)
    assert again(chapter) == set()
    assert again(Chapter(1, "Provas", [figure(1, "um"), figure(2, "dois")])) == set()


def test_what_was_found_on_a_figure_is_said_again(again_with, chapter, tmp_path):
    strict = tmp_path / "tema.toml"
    strict.write_text("[limits]\nwords_advised = 5\n")
    said = [again_with(chapter, theme=load_theme(strict), variants=papers).warnings for papers in PAPERS]
    assert [line.partition(": ")[0] for line in said[0]] == ["01-um", "02-dois"]
    assert said == [said[0]] * len(PAPERS)


class Changing(LossMask):
    """Content that draws what none of its fields says."""

    word = "oi"

    def body(self):
        return LossMask(tokens=[type(self).word, "olá"], labels=self.labels, losses=self.losses).body()


def test_content_of_an_authors_own_class_is_never_taken_for_known(again, chapter, monkeypatch):
    content = chapter.figures[0].content
    own = Changing(tokens=content.tokens, labels=content.labels, losses=content.losses)
    figures = [replace(chapter.figures[0], content=own)]
    assert again(figures) == {name for name in ALL if "01" in name}
    assert again(figures) == set()
    monkeypatch.setattr(Changing, "word", "tchau")
    assert again(figures) == {name for name in ALL if "01" in name}


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


def test_another_engine_or_version_of_one_draws_anew(again, chapter, drawn, monkeypatch):
    again(chapter)
    drawn.clear()
    monkeypatch.setattr(cache, "signature", lambda: f"{signatures()} mais novo")
    again(chapter)
    assert len(drawn) == 4


def test_what_draws_is_part_of_the_signature(monkeypatch, tmp_path):
    before = signatures()
    home = shutil.copytree(Path(engine.__file__).parent, tmp_path / "raster")
    (home / "palette.py").write_text("outra")
    monkeypatch.setattr(engine, "__file__", str(home / "engine.py"))
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
