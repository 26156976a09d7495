"""Covers: exact sizes, words that are read in a feed, one large object of the chapter."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from PIL import Image

from infograficos import Chapter
from infograficos.chapter_07 import chapter
from infograficos.cover import Cover, CoverOptions, cover, cover_differences, write_covers
from infograficos.cover.scene import draw_scene, object_names
from infograficos.errors import FigureError, InputError
from infograficos.fonts import default_fonts
from infograficos.layout import Layouter
from infograficos.scene.geometry import Rect, Size
from infograficos.scene.items import Box, Frame, TextBlock, walk
from infograficos.theme import ResolvedTheme, load_theme

SIZES = {
    "devto-cover": (1000, 420),
    "medium-cover": (1400, 788),
    "og": (1200, 630),
    "github-social": (1280, 640),
}
LONG = "Do modelo base ao assistente: fine-tuning supervisionado com LoRA na prática"

#: A cover of chapter 07 under another title, composed once for all tests that only look at it.
titled_cover = cache(lambda title, preset: cover(titled(title), preset))

every_size = pytest.mark.parametrize("preset", list(SIZES))


def titled(title: str, number: int = 7) -> Chapter:
    return Chapter(number, title, chapter.figures, chapter.series)


def texts(made: Cover) -> list[tuple[Rect, TextBlock]]:
    return [(v.rect, v.item) for v in walk(made.frame) if isinstance(v.item, TextBlock)]


def smallest(made: Cover) -> float:
    """The smallest letters on the cover, in pixels of a phone's feed."""
    sizes = [run.run.size for _, block in texts(made) for line in block.lines for run in line.runs]
    return min(sizes) * made.size.phone / made.frame.size.width


def title_size(made: Cover) -> float:
    sizes = [block.lines[0].runs[0].run.size for _, block in texts(made)]
    return max(sizes) * made.size.phone / made.frame.size.width


@every_size
@pytest.mark.parametrize("variant", ["light", "dark"])
def test_the_png_has_the_size_of_the_platform_to_the_pixel(preset, variant):
    made = cover(chapter, preset, variant=variant)
    with Image.open(BytesIO(made.png())) as picture:
        assert picture.size == SIZES[preset]
        corner = picture.convert("RGB").getpixel((0, 0))
    assert "#{:02x}{:02x}{:02x}".format(*corner) == made.look.paint("paper").value


@every_size
@pytest.mark.parametrize("title", ["Atenção", "Instruction Tuning", LONG])
def test_the_words_are_read_in_a_feed_and_stay_in_what_is_always_seen(preset, title):
    made = titled_cover(title, preset)
    said = [block.text.replace("fine- tuning", "fine-tuning") for _, block in texts(made)]
    assert said == ["Fazendo um LLM do Zero", title, "Capítulo 7"]
    assert smallest(made) >= 11
    assert title_size(made) >= 16
    unit = made.frame.size.width / made.size.width
    across, down = (
        (side - safe) / 2 * unit for side, safe in zip(SIZES[preset], made.size.safe, strict=True)
    )
    safe = Rect(across, down, made.size.safe[0] * unit, made.size.safe[1] * unit)
    assert all(safe.inflate(-20.0).holds(rect) for rect, _ in texts(made))


@every_size
@pytest.mark.parametrize("title", ["Atenção", LONG])
def test_words_and_shapes_never_meet(preset, title):
    made = titled_cover(title, preset)
    _, panel, shapes, _ = made.frame.items
    left = panel.item.rect.x
    assert isinstance(panel.item, Box)
    assert all(rect.right <= left - 20 for rect, _ in texts(made))
    assert isinstance(shapes.item, Frame)
    assert shapes.at.x >= left + 10
    assert shapes.at.x + shapes.item.size.width <= made.frame.size.width - 20
    assert shapes.at.y >= 20
    assert shapes.at.y + shapes.item.size.height <= made.frame.size.height - 20


def test_a_short_title_is_larger_than_a_long_one():
    sizes = [title_size(titled_cover(title, "og")) for title in ("Atenção", "Instruction Tuning", LONG)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_a_title_that_cannot_be_read_in_a_feed_is_refused():
    with pytest.raises(FigureError) as refusal:
        cover(titled("palavras e mais " * 19), "devto-cover")
    assert str(refusal.value) == (
        "capa “devto-cover”: o título “palavras e mais palavras e mais palavras…” tem 304 caracteres e não "
        "cabe nem com letras de 16 px em um celular; encurte-o"
    )


def test_the_introduction_and_another_series_say_so():
    other = Chapter(0, "Antes de começar", chapter.figures, series="Minha série")
    made = cover(other, "og")
    assert [block.text for _, block in texts(made)] == ["Minha série", "Antes de começar", "Introdução"]
    assert made.name == "00-capa"
    assert made.alt == ("Capa da série Minha série, introdução: Antes de começar. Ao lado, um modelo.")


def test_a_cover_shows_the_object_of_its_chapter_or_another():
    made = [
        cover(chapter, "og"),
        cover(chapter, "og", object="lora"),
        cover(chapter, "og", object="attention"),
    ]
    assert len({each.svg() for each in made}) == 3
    assert [each.object for each in made] == ["tuned", "lora", "attention"]
    assert made[0].alt.endswith("Ao lado, um modelo ajustado, que acerta a resposta.")
    assert made[2].alt.endswith("Ao lado, o quadro “attention”.")


def test_a_word_of_the_title_is_marked():
    plain, marked = (cover(titled(title), "og") for title in ("Um título", "Um **título**{response}"))
    strokes = [
        sum(getattr(visit.item, "purpose", "") == "ornament" for visit in walk(made.frame.items[-1].item))
        for made in (plain, marked)
    ]
    assert strokes == [0, 1]
    assert ">Um título</title>" in marked.svg()


@pytest.mark.parametrize("name", object_names())
def test_any_object_fills_its_room_without_words(name):
    room = Size(240.0, 250.0)
    layouter = Layouter(ResolvedTheme(load_theme()), default_fonts())
    scene = draw_scene(name, room, layouter, "shade")
    assert not any(isinstance(visit.item, TextBlock) for visit in walk(scene))
    assert scene.size.width <= room.width + 0.01
    assert scene.size.height <= room.height + 0.01
    assert scene.size.width >= room.width - 1 or scene.size.height >= room.height - 60


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"preset": "ogg"}, "a capa “ogg” não existe; você quis dizer “og”?"),
        ({"object": "tunned"}, "o objeto “tunned” não existe; você quis dizer “tuned”?"),
        ({"variant": "drak"}, "a variante “drak” não existe; você quis dizer “dark”?"),
    ],
)
def test_a_wrong_name_offers_the_nearest(given, message):
    with pytest.raises(InputError) as refusal:
        cover(chapter, **given)
    assert str(refusal.value) == message


def test_words_that_do_not_stand_out_are_refused():
    theme = load_theme()
    light = theme.colors.light.model_copy(update={"ink": "#c9c4dd"})
    pale = theme.model_copy(update={"colors": theme.colors.model_copy(update={"light": light})})
    with pytest.raises(FigureError, match=r"^capa “og”: um texto tem contraste de 1,[0-9] : 1 com o fundo"):
        cover(chapter, "og", theme=pale)


def test_a_chapter_without_figures_is_refused_before():
    with pytest.raises(InputError, match="figures: esperada uma lista de ao menos 1 item"):
        Chapter(1, "t", [])


def test_the_svg_names_itself_and_the_same_cover_is_the_same_bytes():
    made = cover(chapter, "og")
    assert ">Instruction Tuning</title>" in made.svg()
    assert f">{made.alt}</desc>" in made.svg()
    assert made.svg() == cover(chapter, "og").svg()


def test_a_cover_is_saved_by_its_ending(tmp_path):
    made = cover(chapter, "og")
    assert made.save(tmp_path / "capa.png").read_bytes() == made.png()
    assert made.save(tmp_path / "capa.svg").read_text(encoding="utf-8") == made.svg()
    with pytest.raises(InputError, match=r"o formato “\.gif” não existe"):
        made.save(tmp_path / "capa.gif")


def test_all_covers_are_written_each_size_in_its_folder(tmp_path):
    done = write_covers(chapter, CoverOptions(tmp_path, variants=("light", "dark")))
    names = [
        f"{preset}/07-capa{dark}.{end}"
        for preset in SIZES
        for dark in ("", "-dark")
        for end in ("svg", "png")
    ]
    assert [path.relative_to(tmp_path).as_posix() for path in done.paths] == names
    again = write_covers(chapter, CoverOptions(tmp_path, presets=("og",)))
    assert again.lines == ["2 arquivos já estavam em dia"]


def test_one_title_too_long_writes_nothing(tmp_path):
    with pytest.raises(FigureError):
        write_covers(titled("palavras e mais " * 19), CoverOptions(tmp_path / "x"))
    assert not (tmp_path / "x").exists()


def test_a_theme_may_have_covers_of_its_own(tmp_path):
    file = tmp_path / "tema.toml"
    file.write_text('[covers.blog]\nwidth = 900\nheight = 450\nphone = 350\ndescription = "Blog"\n')
    with Image.open(BytesIO(cover(chapter, "blog", theme=file).png())) as picture:
        assert picture.size == (900, 450)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("safe_width = 1300", "o meio que sempre se vê não pode ser maior que a capa"),
        ("height = 1200", "esperada uma capa deitada: a largura de 1,2 a 3,2 vezes a altura"),
    ],
)
def test_a_size_that_cannot_be_a_cover_is_refused(tmp_path, lines, message):
    file = tmp_path / "tema.toml"
    file.write_text(f"[covers.og]\n{lines}\n")
    with pytest.raises(InputError, match=message):
        load_theme(file)


def test_stale_covers_are_reported_and_current_ones_are_not(tmp_path):
    write_covers(chapter, CoverOptions(tmp_path, presets=("og",), variants=("light", "dark"), object="lora"))
    theme = load_theme()
    assert cover_differences(chapter, tmp_path, theme) == []
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == [
        "manifest.json",
        *(f"og/07-capa{end}" for end in ("-dark.png", "-dark.svg", ".png", ".svg")),
    ]
    stale = [
        f"desatualizado: {tmp_path}/og/07-capa{end}" for end in ("-dark.png", "-dark.svg", ".png", ".svg")
    ]
    assert cover_differences(titled("Outro"), tmp_path, theme) == stale
    (tmp_path / "og/07-capa.png").write_bytes(b"rabisco")
    (tmp_path / "og/07-capa-dark.png").unlink()
    svg = tmp_path / "og/07-capa.svg"
    svg.write_bytes(svg.read_bytes().replace(b"\n", b"\r\n"))
    assert cover_differences(chapter, tmp_path, theme) == [
        f"falta: {tmp_path}/og/07-capa-dark.png",
        f"alterado depois de exportado: {tmp_path}/og/07-capa.png",
    ]


def test_covers_whose_chapter_or_size_is_gone_are_reported(tmp_path):
    write_covers(chapter, CoverOptions(tmp_path, presets=("og",), object="lora"))
    theme = load_theme()
    without = theme.model_copy(update={"covers": {"x": theme.covers["og"]}})
    for given, word in (
        ((titled(chapter.title, 8), theme), "sobra"),
        ((chapter, without), "sobra"),
    ):
        lines = cover_differences(given[0], tmp_path, given[1])
        assert lines == [f"{word}: {tmp_path}/og/07-capa.{end}" for end in ("png", "svg")]


def test_covers_in_one_folder_move_there_and_back(tmp_path):
    write_covers(chapter, CoverOptions(tmp_path, presets=("og",)))
    write_covers(chapter, CoverOptions(tmp_path, presets=("og",), layout="flat"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "capa-07-og.png", "capa-07-og.svg", "manifest.json",
    ]  # fmt: skip
    assert cover_differences(chapter, tmp_path, load_theme()) == []
    write_covers(chapter, CoverOptions(tmp_path, presets=("og",)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["manifest.json", "og"]
