"""A figure: its names and words, how it is drawn, what it refuses, what it writes."""

from __future__ import annotations

import gc
import re
import weakref
from base64 import b64decode
from dataclasses import FrozenInstanceError, replace
from html import unescape
from pathlib import Path

import pytest
from refusals import refusal

from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.builders.record import Field, Record
from infograficos.chapter_07 import loss_masking
from infograficos.content import Words, content
from infograficos.drawing import Drawing
from infograficos.elements.card import Card, Named
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.errors import FigureError, InputError
from infograficos.export import ExportOptions, export
from infograficos.figure import Figure
from infograficos.fonts import default_fonts
from infograficos.layout import Layouter
from infograficos.report import check
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Placed, paints, walk
from infograficos.svg import Description
from infograficos.theme import ResolvedTheme, load_theme

CONTENT = Pipeline([Stage("um", "chat", "model"), Stage("dois", "chat", "response")])


def figure(**changes: object) -> Figure:
    fields = {"number": 3, "name": "um-nome", "title": "Título", "headline": "Manchete", "content": CONTENT}
    return Figure(**(fields | changes))


def test_files_are_called_by_number_and_name():
    assert figure().full_name == "03-um-nome"
    assert figure(number=12).full_name == "12-um-nome"


def test_the_marks_of_a_headline_are_drawn_and_never_read():
    marked = figure(headline="Só a **resposta**{response} ensina")
    assert marked.alt.startswith("Só a resposta ensina. ")
    assert marked.summary == "Só a resposta ensina"
    assert marked.draw().description.title == "Título: Só a resposta ensina"


def test_a_headline_marks_one_stretch_at_most():
    assert refusal(lambda: figure(headline="**Um** e **dois**{input}")) == (
        "Figure.headline: esperado um só trecho marcado com **, vieram 2: “Um” e “dois”; deixe o principal"
    )


def test_a_kind_may_say_the_role_of_what_its_headline_marks():
    drawn = {marked_role(figure(headline="Só **isso**", content=kind)) for kind in (CONTENT, _Focal())}
    assert drawn == {"model.tint", "response.tint"}


class _Focal:
    focal_role = "response"

    def body(self):
        return CONTENT.body()

    def describe(self):
        return CONTENT.describe()


def marked_role(one: Figure) -> str:
    roles = (paint.role for visit in walk(one.draw().frame) for paint in paints(visit.item))
    return next(role for role in roles if role.endswith(".tint"))


def test_the_subtitle_is_part_of_the_alternative_text_where_it_has_room():
    described = "2 etapas, em ordem: um → dois."
    assert figure(headline="Só isso", subtitle="E nada mais").alt == f"Só isso. E nada mais. {described}"
    room = 250 - len(f"Só isso. {described}") - 2
    assert figure(headline="Só isso", subtitle="x" * room).alt == f"Só isso. {'x' * room}. {described}"
    assert figure(headline="Só isso", subtitle="x" * (room + 1)).alt == f"Só isso. {described}"


def test_the_authors_own_alternative_text_stands_alone():
    own = figure(subtitle="E nada mais", alt="Duas etapas,\n uma depois da outra: primeiro um, depois dois.")
    assert own.alt == "Duas etapas, uma depois da outra: primeiro um, depois dois."
    changed = replace(own, headline="Outra")
    assert changed.alt == own.alt
    assert own.alt in own.svg()
    with pytest.raises(InputError, match=r"Figure.alt: "):
        figure(alt=7)


@pytest.mark.parametrize(
    ("headline", "alt"),
    [
        ("Só isso", "Só isso. 2 etapas, em ordem: um → dois."),
        ("Só isso?", "Só isso? 2 etapas, em ordem: um → dois."),
        ("**Só** `isso`", "Só isso. 2 etapas, em ordem: um → dois."),
    ],
)
def test_the_alternative_text_is_the_headline_and_the_contents_description(headline, alt):
    assert figure(headline=headline).alt == alt


def test_a_strong_headline_ends_once():
    assert figure(headline="**Só isso!**").alt == "Só isso! 2 etapas, em ordem: um → dois."


@pytest.mark.parametrize(
    ("changes", "summary"),
    [
        ({}, "Manchete"),
        ({"subtitle": "Uma frase."}, "Manchete. Uma frase"),
        ({"subtitle": "Uma frase.", "description": "Outra."}, "Outra."),
    ],
)
def test_the_summary_is_one_line(changes, summary):
    assert figure(**changes).summary == summary


def test_a_question_in_the_headline_needs_no_full_stop_in_the_summary():
    assert figure(headline="Só isso?", subtitle="Sim.").summary == "Só isso? Sim"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"number": 0}, "Figure.number: esperado um número maior ou igual a 1, veio 0"),
        ({"number": "1"}, 'Figure.number: esperado um número inteiro, veio "1"'),
        (
            {"name": "Á b"},
            "Figure.name: esperado um nome de arquivo só de letras minúsculas sem acento, algarismos e “-”, "
            'veio "Á b"',
        ),
        (
            {"headline": ""},
            "Figure.headline: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (
            {"content": "texto"},
            "Figure.content: esperado um conteúdo que saiba se desenhar, como Pipeline([…]), veio str",
        ),
        (
            {"content": Pipeline},
            "Figure.content: esperado um conteúdo que saiba se desenhar, como Pipeline([…]), "
            "veio o tipo em si",
        ),
        ({"subtitel": "x"}, "Figure.subtitel não existe; você quis dizer “subtitle” ou “title”?"),
        ({"subtitle": None}, "Figure.subtitle: esperado um texto, veio nada"),
    ],
)
def test_wrong_figures_are_refused_word_for_word(changes, message):
    assert refusal(lambda: figure(**changes)) == message


def test_a_figure_cannot_be_changed_and_equals_its_like():
    assert figure() == figure()
    assert hash(figure()) == hash(figure())
    with pytest.raises(FrozenInstanceError):
        figure().number = 4


def test_a_figure_is_as_wide_as_its_theme_says_or_as_asked():
    assert figure().draw().frame.size.width == load_theme().sheet.width
    assert figure().draw(width=360).frame.size.width == 360


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: figure().svg(variant="drak"), "a variante “drak” não existe; você quis dizer “dark”?"),
        (
            lambda: figure().png(preset="medum"),
            "o preset “medum” não existe; você quis dizer “medium” ou “medium-wide”?",
        ),
        (
            lambda: figure().save("x.gif"),
            "o formato “.gif” não existe; você quis dizer “.svg” ou “.png” ou “.pdf”?",
        ),
        (
            lambda: figure().save("x"),
            "o formato “” não existe; os nomes válidos são: “.svg”, “.png”, “.pdf”",
        ),
    ],
)
def test_unknown_names_are_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_an_unknown_way_of_writing_text_is_refused():
    assert refusal(lambda: figure().svg(text="outline")) == (
        "o modo de texto “outline” não existe; você quis dizer “outlined” ou “live”?"
    )


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        (279.9, "279.9"),
        (1601, "1601"),
        ("360", "360"),
        (True, "True"),
    ],
)
def test_a_width_that_is_no_number_or_out_of_bounds_is_refused(width, said):
    assert refusal(lambda: figure().draw(width=width)) == (
        f"a largura “{said}” não serve; esperado um número de 280 a 1600, em unidades"
    )


@pytest.mark.parametrize("width", [280, 1600])
def test_the_outermost_widths_are_drawn(width):
    assert figure().draw(width=width).frame.size.width == width


def test_a_figure_that_does_not_fit_is_reported_by_name_and_not_written(tmp_path):
    wide = figure(content=Pipeline([Stage("Inconstitucionalissimamente", "chat", "model")]))
    with pytest.raises(FigureError) as refused:
        wide.save(tmp_path / "x.svg", width=300)
    lines = str(refused.value).splitlines()
    assert all(line.startswith("03-um-nome: ") for line in lines)
    assert lines[0] == (
        "03-um-nome: parada 1: “Inconstitucionalissimamente” precisa de 305 unidades de largura "
        "(esperado: 202); encurte o texto, dê mais espaço ou deixe separar as sílabas: pip install pyphen"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_letter_that_no_font_has_is_refused():
    assert refusal(figure(headline="Oi 😀").svg) == (
        "03-um-nome: o caractere “😀” (U+1F600, GRINNING FACE) não existe nas fontes da biblioteca; "
        "troque-o no texto “Oi 😀”"
    )


@pytest.mark.parametrize(
    ("name", "start"), [("a.svg", b"<svg "), ("b/c.PNG", b"\x89PNG\r\n"), ("d.pdf", b"%PDF-")]
)
def test_the_ending_says_how_a_figure_is_written(tmp_path, request, name, start):
    if name.endswith(".pdf"):
        request.getfixturevalue("needs_libcairo")
    path = figure().save(tmp_path / name, variant="dark")
    assert path == tmp_path / name
    assert path.read_bytes().startswith(start)


def test_the_saved_svg_is_the_one_that_is_returned(tmp_path):
    path = figure().save(tmp_path / "a.svg", width=360)
    assert path.read_text(encoding="utf-8") == figure().svg(width=360)


def test_a_theme_of_ones_own_changes_what_it_states(tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text('[colors.light]\npaper = "#fff0f0"\n', encoding="utf-8")
    # Each role of the small pictures is said by a stage, too: with another theme, that is asked for.
    said = figure(content=Pipeline([Stage("um", "chat", "instruction"), Stage("dois", "chat", "response")]))
    assert "#fff0f0" in said.svg(theme=theme)
    assert said.svg(theme=theme) == said.svg(theme=str(theme)) == said.svg(theme=load_theme(theme))
    assert "#fff0f0" not in said.svg()


def test_the_colours_of_a_theme_of_ones_own_are_judged(tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text('[colors.light.roles.response]\nstrong = "#205ea6"\n', encoding="utf-8")
    assert [each.rule for each in loss_masking.draw().findings] == []
    assert {each.rule for each in loss_masking.draw(theme=theme).findings} == {"vision"}


def sheet(width: float, height: float, words: str = "um dois") -> Drawing:
    """A sheet of a size with a text on it."""
    look, fonts = ResolvedTheme(load_theme()), default_fonts()
    text = Layouter(look, fonts).layout(Named("texto", Text(words)), Limits(width - 72))
    paper = Box(Rect(0, 0, width, height), look.paint("paper"))
    frame = Frame(Size(width, height), (Placed(ORIGIN, paper), Placed(Point(36, 36), text)))
    return Drawing(frame, Description("01-x", "Título: um", "Uma descrição " * 5, "x"), fonts, look)


def told(drawing: Drawing, rule: str) -> list[tuple[str, str]]:
    """What a rule says of a whole sheet."""
    found = [each for each in drawing.findings if each.rule == rule and each.location == "folha"]
    return [(each.severity, each.message) for each in found]


@pytest.mark.parametrize(
    ("width", "height", "message"),
    [
        (700, 560, None),
        (
            700,
            561,
            "folha: tem 561 unidades de altura (esperado: até 560 para o tema: 0,80 × a largura); "
            "encurte os textos ou divida a figura em duas",
        ),
        (480, 384, None),
        (480, 385, "folha: tem 385 unidades de altura (esperado: até 384 para o tema: 0,80 × a largura); "),
        (479, 1437, None),
        (400, 1200, None),
        (
            400,
            1201,
            "folha: tem 1201 unidades de altura (esperado: até 1200 para o tema: 3,00 × a largura); ",
        ),
    ],
)
def test_a_sheet_may_be_only_so_high_and_higher_on_a_phone(width, height, message):
    found = told(sheet(width, height), "shape")
    assert len(found) == (message is not None)
    if message:
        assert found[0][0] == "error"
        assert found[0][1].startswith(message)


@pytest.mark.parametrize(
    ("count", "severity", "limit"),
    [(60, None, 0), (61, "warning", 60), (80, "warning", 60), (81, "error", 80)],
)
def test_many_words_are_warned_about_and_too_many_refused(count, severity, limit):
    advice = "corte palavras ou divida a figura em duas"
    expected = [(severity, f"folha: tem {count} palavras (esperado: até {limit}); {advice}")]
    assert told(sheet(700, 560, "sol " * count), "brevity") == (expected if severity else [])


def test_signs_alone_are_no_words():
    assert told(sheet(700, 560, "→ = + · — " * 30), "brevity") == []


def test_findings_are_worked_out_once():
    drawing = figure().draw()
    assert drawing.findings is drawing.findings


@pytest.mark.parametrize("write", [Drawing.svg, Drawing.png, Drawing.pdf])
def test_a_figure_with_an_error_is_written_only_where_that_is_forced(write, request):
    drawing = figure(headline="p" * 40).draw()
    with pytest.raises(FigureError, match=r"^03-um-nome: cabeçalho: “p+” precisa de 807 unidades de largura"):
        write(drawing)
    if write is Drawing.pdf:
        request.getfixturevalue("needs_libcairo")
    assert write(drawing, force=True)


def test_a_warning_keeps_no_figure_from_being_written():
    drawing = figure().draw()
    assert [finding.severity for finding in drawing.findings] == ["warning"]
    assert drawing.svg() == drawing.svg(force=True)


def test_a_notebook_shows_the_figure_and_its_words():
    bundle = loss_masking._repr_mimebundle_()
    assert bundle["image/svg+xml"] == loss_masking._repr_svg_() == loss_masking.svg()
    assert bundle["text/plain"] == loss_masking.alt
    # Notebooks show the HTML, which is the same picture with words.
    found = re.fullmatch(
        r'<img src="data:image/svg\+xml;base64,(.*?)" alt="(.*?)" style="[^"]*">', bundle["text/html"]
    )
    assert b64decode(found[1]).decode() == loss_masking.svg()
    assert unescape(found[2]) == loss_masking.alt


def test_marks_of_emphasis_in_content_are_drawn_and_not_written():
    content = Record([Field("k", "**forte** e `code`", "m", "input")])
    written = figure(content=content).svg()
    assert "**" not in written
    assert "`" not in written


def test_a_drawing_that_nobody_keeps_is_gone_at_once():
    drawing = figure().draw()
    drawing.svg()
    gone = weakref.ref(drawing)
    gc.disable()
    try:
        del drawing
        assert gone() is None
    finally:
        gc.enable()


@content
class Words2:
    """A kind of an author's own."""

    first: Words
    second: Words

    def body(self):
        one, other = (Text(words, "heading", "paper") for words in (self.first, self.second))
        return Column((Card(one, "model.strong"), Card(other, "response.strong")), "large")

    def describe(self) -> str:
        return f"Dois acentos fortes na mesma figura, um abaixo do outro: {self.first} e {self.second}."


def test_what_check_calls_an_error_is_written_nowhere(tmp_path):
    strong = figure(content=Words2("primeiro", "segundo"))
    (report,) = check(strong).figures
    light = [
        each.finding
        for each in report.findings
        if "light" in each.sheets and each.finding.severity == "error"
    ]
    assert {each.rule for each in light} == {"softness"}
    attempts = (
        strong.svg,
        strong.png,
        strong._repr_svg_,
        strong._repr_mimebundle_,
        lambda: strong.save(tmp_path / "x.svg"),
        lambda: strong.save(tmp_path / "x.png"),
        lambda: export([strong], ExportOptions(tmp_path, ("svg",))),
    )
    for attempt in attempts:
        assert refusal(attempt).splitlines() == [f"03-um-nome: {each.message}" for each in light]
    assert list(tmp_path.iterdir()) == []


def width_and_height(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def test_a_preset_lays_a_figure_out_on_its_own_sheet(tmp_path):
    png = loss_masking.png(preset="phone")
    assert loss_masking.save(tmp_path / "x.png", preset="phone").read_bytes() == png
    narrow = loss_masking.draw(width=360).frame.size
    assert width_and_height(png) == (1080, round(1080 * narrow.height / 360))
    assert loss_masking.save(tmp_path / "x.svg", preset="phone").read_text() == loss_masking.svg(width=360)
    assert loss_masking.png(preset="phone", width=400) != png


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_a_wrong_preset_is_refused_whatever_is_written(tmp_path, ending):
    assert refusal(lambda: figure().save(tmp_path / f"x.{ending}", preset="phon")) == (
        "o preset “phon” não existe; você quis dizer “phone”?"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_figure_is_held_against_the_presets_that_it_is_written_for():
    theme = load_theme()
    strict = theme.presets["medium"].model_copy(update={"tallest": 0.1, "on_request": True})
    theme = theme.model_copy(update={"presets": theme.presets | {"strict": strict}})
    drawing = figure().draw(theme)
    assert "shape" not in {each.rule for each in drawing.findings}
    assert "shape" in {each.rule for each in drawing.for_presets("strict").findings}
    assert "para “strict”" in refusal(lambda: figure().png(theme=theme, preset="strict"))
    assert [each.count("error") for each in check(figure(), theme=theme, presets=["strict"]).figures] == [1]


@content
class Broken:
    """A kind of an author's own that fails where it is told to."""

    where: Words

    def body(self):
        return Text({}["corpo"] if self.where == "body" else "texto")

    def describe(self) -> str:
        return {}["palavras"] if self.where == "describe" else "Nada, para esta prova."


@pytest.mark.parametrize(("where", "key"), [("body", "corpo"), ("describe", "palavras")])
def test_what_fails_in_an_authors_own_kind_is_reported_as_the_authors(where, key):
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines, 1) if f'{{}}["{key}"]' in line)
    assert refusal(lambda: figure(content=Broken(where)).draw()) == (
        f"03-um-nome: test_figure.py, linha {number}: o desenho parou com KeyError: '{key}'"
    )


def test_what_fails_in_the_librarys_own_kinds_stays_a_fault_of_the_library(monkeypatch):
    monkeypatch.setattr(Pipeline, "body", lambda _: {}["corpo"])
    with pytest.raises(KeyError):
        figure().draw()


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: figure().svg(variant=None), "a variante “None” não existe; os nomes válidos são: “light”, "),
        (lambda: figure().svg(variant=["dark"]), "a variante “['dark']” não existe; "),
        (lambda: figure().png(preset=None), "o preset “None” não existe; os nomes válidos são: “medium”, "),
        (lambda: figure().save(None), "esperado o caminho de um arquivo, como “figura.svg”; veio NoneType"),
    ],
)
def test_what_is_no_name_is_refused_in_words(attempt, message):
    assert refusal(attempt).startswith(message)
