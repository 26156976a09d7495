"""An author's SVG or PNG wherever an icon's name may stand: read, placed, audited, and part of the key."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pixels
from refusals import refusal
from ruler import square_layouter

from infograficos import Figure, check
from infograficos.builders.branches import Branch
from infograficos.builders.cards import Cards, Item
from infograficos.builders.exchange import Place
from infograficos.builders.hub import Spoke
from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.content.data.icon_file import SvgFile
from infograficos.content.data.image_file import ImageFile
from infograficos.elements.icon import Icon
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Path as Drawn
from infograficos.scene.items import walk
from infograficos.script import load_chapter
from infograficos.system.fingerprint import content_key
from infograficos.system.script_inputs import InputRecorder

PLAIN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12">'
    b'<path d="M0 0h12v12z"/><path d="M1 9h3v3z"/></svg>'
)
LOGO = PLAIN.replace(b"<path", b'<path fill="#ffee88" fill-rule="evenodd"', 1)


def png(width: int = 200, height: int = 100) -> bytes:
    output = BytesIO()
    Pixels.new("RGB", (width, height), "teal").save(output, "PNG")
    return output.getvalue()


@pytest.fixture
def files(tmp_path, monkeypatch):
    for name, data in {"plain.svg": PLAIN, "logo.svg": LOGO, "foto.png": png()}.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def laid(source) -> str:
    return dump_frame(square_layouter().layout(Icon(source, "model.strong"), Limits()))


@pytest.mark.parametrize(
    "made",
    [
        lambda icon: Item("a", "model", icon=icon).icon,
        lambda icon: Spoke("a", "model", icon=icon).icon,
        lambda icon: Branch("a", "model", icon=icon).icon,
        lambda icon: Place("a", "model", icon=icon).icon,
        lambda icon: Stage("a", icon, "model").picture,
        lambda icon: Icon(icon).name,
    ],
)
def test_a_file_stands_wherever_an_icon_may(files, made):
    file = SvgFile("a imagem “plain.svg”", PLAIN)
    assert made("plain.svg") == made(files / "plain.svg") == made(file) == file
    assert isinstance(made("./foto.png"), ImageFile)
    assert made(PLAIN).data == PLAIN
    assert made("cloud") == "cloud"


def test_what_names_no_colour_has_that_of_the_icon_and_is_a_mark_once():
    assert laid(PLAIN) == (
        "frame 0 0 28 28\n  mark path 0 0 28 28 model.strong\n  ornament path 2.3 21 7 7 model.strong\n"
    )


def test_a_logo_keeps_its_colours_and_no_contrast_is_asked_of_it():
    assert laid(LOGO) == "frame 0 0 28 28\n  ornament path 0 0 28 28 own\n  ornament path 2.3 21 7 7 own\n"
    content = Cards([Item("a", "model", icon=LOGO), Item("b", "model", icon=PLAIN)])
    figure = Figure(1, "um", "Um", "Uma manchete", content)
    assert check(figure).passes()
    assert 'fill="#ffee88" fill-rule="evenodd"' in figure.svg()
    assert 'fill="#ffee88"' in figure.svg(variant="dark")


def test_an_image_is_placed_in_the_middle_of_the_square_in_its_proportions():
    assert laid(png()) == "frame 0 0 28 28\n  image/png 0 7 28 14 “”\n"


def test_a_pen_keeps_its_width_and_ends():
    source = PLAIN.replace(
        b"<path", b'<path fill="none" stroke="red" stroke-width="1.2" stroke-linecap="square"'
    )
    frame = square_layouter().layout(Icon(source.replace(b"0 0 12 12", b"-3 -3 18 18")), Limits())
    (pen, _) = [visit.item.stroke for visit in walk(frame) if isinstance(visit.item, Drawn)]
    assert (round(pen.width, 3), pen.cap, pen.join) == (1.867, "square", "miter")


@pytest.mark.parametrize(
    ("icon", "message"),
    [
        ("nada.svg", "o arquivo “nada.svg” não existe"),
        ("pasta/", "o arquivo “pasta” não existe"),
        (Path(), "“.” não é um arquivo; esperado um SVG, PNG ou JPEG"),
        (b"GIF89a", "a imagem, linha 1: isto não é XML válido; exporte o SVG de novo"),
        (b"<svg>" * 30_000, "a imagem tem 150 kB; esperado até 100 kB: reduza-a antes"),
        (
            png(64, 32),
            "a imagem tem 64 × 32 pixels; esperado ao menos 96 no lado maior, para não sair borrada",
        ),
        (png()[:90], "a imagem está incompleta ou danificada; salve-a de novo"),
        (
            PLAIN.replace(b"path", b"text"),
            "a imagem, linha 1: <text> não pode ser redesenhado; converta o texto",
        ),
        (3, "esperado o nome de um ícone, ou o caminho de um SVG ou PNG, veio int"),
        (None, "esperado o nome de um ícone, ou o caminho de um SVG ou PNG, veio nada"),
        ("nuvemm", "a imagem ou o ícone “nuvemm” não existe; você quis dizer “nuvem”?"),
    ],
)
def test_a_file_that_cannot_be_drawn_is_refused_where_it_is_given(files, icon, message):
    assert refusal(lambda: Item("a", "model", icon=icon)).startswith(f"Item.icon: {message}")


def test_a_refusal_names_the_file_and_the_line(files):
    (files / "texto.svg").write_bytes(b'<svg viewBox="0 0 9 9">\n<text/></svg>')
    assert refusal(lambda: Stage("a", "texto.svg", "model")) == (
        "Stage.picture: a imagem “texto.svg”, linha 2: <text> não pode ser redesenhado; "
        "converta o texto em curvas (no Inkscape, Caminho › Objeto para caminho)"
    )


def test_what_a_figure_is_made_from_has_the_bytes_of_its_icons(files):
    before = content_key(Pipeline([Stage("a", "plain.svg", "model")]))
    assert before == content_key(Pipeline([Stage("a", "plain.svg", "model")]))
    (files / "plain.svg").write_bytes(PLAIN.replace(b"12z", b"11z"))
    assert before != content_key(Pipeline([Stage("a", "plain.svg", "model")]))
    assert content_key(Icon("plain.svg")) != content_key(Icon("logo.svg"))


def test_a_file_is_looked_for_beside_the_script_first(files, tmp_path, monkeypatch):
    folder = tmp_path / "artigo"
    folder.mkdir()
    (folder / "plain.svg").write_bytes(LOGO)
    script = folder / "capitulo.py"
    script.write_text(
        "from infograficos import Chapter, Figure\n"
        "from infograficos.builders.cards import Cards, Item\n"
        "items = [Item('a', 'model', icon='plain.svg'), Item('b', 'model', icon='foto.png')]\n"
        "chapter = Chapter(1, 'Um', [Figure(1, 'um', 'Um', 'Uma manchete', Cards(items))])\n",
        encoding="utf-8",
    )
    with (recorder := InputRecorder(script)):
        items = load_chapter(script).figures[0].content.items
    assert items[0].icon.data == LOGO
    assert isinstance(items[1].icon, ImageFile)
    inputs = {str(Path(file).relative_to(tmp_path)) for file in recorder.inputs() or ()}
    # That there is no photo beside the script matters, too.
    assert inputs >= {"artigo/plain.svg", "artigo/foto.png", "foto.png"}
    assert Item("a", "model", icon="plain.svg").icon.data == PLAIN
