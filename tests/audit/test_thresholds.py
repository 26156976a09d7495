"""Each rule to the unit: what just passes, what just does not, and what is then measured."""

from dataclasses import replace

import pytest
from scenes import LIGHT, audited, card, paragraph, sheet, text

from infograficos.audit import Measures, check
from infograficos.audit.rules import (
    accessibility,
    brevity,
    consistency,
    legibility,
    shape,
    softness,
    vision,
)
from infograficos.scene.geometry import ORIGIN, Rect, Size
from infograficos.scene.items import Box, Ellipse, Frame, Paint, Placed
from infograficos.theme import ResolvedTheme


def measured(rule, frame, **how):
    return [finding.measured for finding in rule.check(audited(frame, **how))]


def bare(*items, width=700, height=500):
    """A sheet without a heading, on which a text is the only one."""
    return Frame(Size(width, height), items)


WORD = text("colado", 60, 190, size=20)


def test_a_word_on_a_mark_does_not_say_what_its_color_means():
    mark = card(40, 150, 200, 60, fill="input.soft", border=None, purpose="mark")
    assert [each.measured for each in vision.check_color_alone(audited(sheet(mark, WORD)))] == [
        "o papel “input” só aparece como cor"
    ]


def test_rounding_does_not_make_a_text_too_small():
    assert measured(legibility, bare(text("quase", 40, 200, size=19.995))) == []
    assert measured(legibility, bare(text("menos", 40, 200, size=19.98))) == ["tem corpo de 19,98 unidades"]
    assert legibility.smallest_pixels(audited(bare()), 350) == 0


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (734.9, []),
        (735.1, ["fica com 8,49 px no celular em “medium” (coluna de 312 px)"]),
        (
            860,
            [
                "fica com 8,0 px no celular em “medium” (coluna de 342 px)",
                "fica com 7,3 px no celular em “medium” (coluna de 312 px)",
                "fica com 15,8 px no computador em “medium” (coluna de 680 px)",
                "fica com 7,8 px no celular em “devto” (coluna de 336 px)",
                "fica com 15,8 px no computador em “devto” (coluna de 678 px)",
            ],
        ),
    ],
)
def test_the_smallest_text_is_read_at_every_column_of_every_preset(width, told):
    small = bare(text("maior", 40, 100, size=30), text("menor", 40, 200, size=20), width=width)
    found = list(legibility.check(audited(small)))
    assert [finding.measured for finding in found] == told
    least = {"computador": "ao menos 16,0 px", "celular": "ao menos 8,5 px"}
    assert all(finding.limit == least[finding.measured.split()[5]] for finding in found)


def test_the_smallest_letters_of_a_line_count():
    item = WORD.item
    (line,) = item.lines
    larger = replace(line.runs[0], run=replace(line.runs[0].run, size=40))
    mixed = Placed(WORD.at, replace(item, lines=(replace(line, runs=(larger, *line.runs)),)))
    assert legibility.smallest_pixels(audited(bare(mixed)), 350) == 10


def test_the_measures_are_taken_on_the_narrowest_phone_or_on_that_of_one_preset():
    placed = audited(bare(WORD, text("maior", 40, 300, size=30)))
    measures = Measures((placed,))
    assert measures.word_count == 2
    assert measures.smallest_pixels() == pytest.approx(20 * 312 / 700)
    assert measures.smallest_pixels("devto") == pytest.approx(20 * 336 / 700)
    none = LIGHT.theme.model_copy(update={"presets": {}})
    assert Measures((audited(placed.frame, look=replace(LIGHT, theme=none)),)).smallest_pixels() == 20


@pytest.mark.parametrize(
    ("width", "height", "told"),
    [
        (700, 560.005, []),
        (700, 561, ["até 560 para o tema: 0,80 × a largura"]),
        (700, 582, ["até 560 para o tema: 0,80 × a largura", "até 581 para “devto”: 0,83 × a largura"]),
        (400, 1200, []),
        (400, 1201, ["até 1200 para o tema: 3,00 × a largura"]),
    ],
)
def test_a_sheet_is_no_taller_than_its_theme_and_each_preset_allow(width, height, told):
    found = list(shape.check(audited(bare(width=width, height=height))))
    assert [finding.limit for finding in found] == told
    assert {finding.measured for finding in found} <= {f"tem {height:.0f} unidades de altura"}


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (60, []),
        (61, [("warning", "tem 61 palavras", "até 60")]),
        (80, [("warning", "tem 80 palavras", "até 60")]),
        (81, [("error", "tem 81 palavras", "até 80")]),
    ],
)
def test_words_are_advised_against_and_then_refused(count, told):
    found = brevity.check(audited(bare(text("sol " * count + "— · →", 0, 100))))
    assert [(each.severity, each.measured, each.limit) for each in found] == told


def test_a_number_by_itself_is_no_word():
    numbers = [text(words, 40, 30 * i, kind="label") for i, words in enumerate(["0,40", "−100", "63 %"] * 30)]
    assert list(brevity.check(audited(bare(*numbers)))) == []
    assert brevity.count_words(brevity.prose(audited(bare(*numbers, text("12 de 40", 0, 9))))) == 3


def diagram(*items):
    """Return items in a frame whose texts are the labels of a diagram, inside another frame."""
    return Placed(ORIGIN, bare(Placed(ORIGIN, replace(bare(*items), labels=True))))


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (90, []),
        (91, [("warning", "tem 91 palavras no diagrama", "até 90")]),
        (130, [("warning", "tem 130 palavras no diagrama", "até 90")]),
        (131, [("error", "tem 131 palavras no diagrama", "até 130")]),
    ],
)
def test_labels_of_a_diagram_have_a_limit_of_their_own(count, told):
    prose = text("sol " * 60, 0, 40)
    found = brevity.check(audited(bare(prose, diagram(text("sol " * count, 0, 100), text("0,4 →", 0, 140)))))
    assert [(each.severity, each.measured, each.limit) for each in found] == told


def test_labels_are_no_prose_and_both_are_words_of_the_figure():
    figure = audited(bare(text("sol " * 61, 0, 40), diagram(text("lua", 0, 100))))
    (finding,) = brevity.check(figure)
    assert (finding.measured, finding.limit) == ("tem 61 palavras fora do diagrama", "até 60")
    assert brevity.diagram_labels(figure) == "lua"
    assert Measures((figure,)).word_count == 62


def as_listing(placed):
    return replace(placed, item=replace(placed.item, kind="listing"))


@pytest.mark.parametrize(
    ("items", "width", "told"),
    [
        ([text("um dois três quatro cinco seis", 40, 200, kind="label")], 700, None),
        ([text("a b c d e f g", 40, 200, kind="label")], 700, ("rótulo de 7 palavras", "até 6")),
        ([paragraph(["um"] * 3, 40, 200)], 700, None),
        ([paragraph(["um"] * 4, 40, 200)], 700, ("parágrafo de 4 linhas", "até 3")),
        ([paragraph(["um"] * 4, 40, 200)], 400, None),
        ([paragraph(["um"] * 5, 40, 200)], 400, ("parágrafo de 5 linhas", "até 4")),
        ([text("x", 40, 20 * n, kind="listing") for n in range(1, 15)], 700, None),
        (
            [text("x", 40, 20 * n, kind="listing") for n in range(1, 16)],
            700,
            ("tem 15 linhas de código", "até 14"),
        ),
        (
            [text("x", 40 + m, 20 * n, size=m, kind="listing") for n in range(1, 15) for m in (20, 33)],
            700,
            None,
        ),
        ([as_listing(paragraph(["um"] * 4, 40, 200))], 700, None),
        ([text("", 40, 20 * n, kind="listing") for n in range(1, 16)], 700, None),
    ],
)
def test_labels_paragraphs_and_listings_are_short(items, width, told):
    found = brevity.check(audited(bare(*items, width=width)))
    warned = [("warning", *told)] if told else []
    assert [(each.severity, each.measured, each.limit) for each in found] == warned


@pytest.mark.parametrize("length", [59, 60, 250, 251])
def test_an_alt_text_has_from_sixty_to_two_hundred_and_fifty_characters(length):
    found = list(accessibility.check(audited(sheet(), alt="a" * length)))
    told = [f"tem {length} caracteres"] if length in (59, 251) else []
    assert [finding.measured for finding in found] == told
    assert all(finding.limit == "de 60 a 250" for finding in found)
    assert all(len(finding.excerpt) == min(length, 60) for finding in found)


def painted(value, role, size=(50, 50), shape=Box, purpose="surface"):
    rect = Rect(40, 150, *size)
    fill = Paint(role, value)
    return Placed(ORIGIN, shape(rect, fill, purpose=purpose))


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (painted("#c1b3ef", "teste.soft"), True),
        (painted("#c1b3ef", "teste.soft", (60, 60), Ellipse), True),
        (painted("#c1b3ef", "teste.soft", size=(50, 49.9)), False),
        (painted("#c1b3ef", "teste.soft", purpose="mark"), False),
        (painted("#e6e6e6", "teste.soft"), False),
        (painted("#e4e4e4", "teste.soft"), True),
        (painted("#ffe0e0", "teste.soft"), False),
        (painted("#fdffb0", "teste.soft"), True),
    ],
)
def test_a_surface_is_pale_and_a_small_mark_need_not_be(item, found):
    assert bool(measured(softness, bare(item))) == found


@pytest.mark.parametrize(
    ("value", "tone", "told"),
    [
        ("#b3a5e2", "mid", []),
        ("#b3a5e2", "tint", ["claridade ao menos 0,86"]),
        ("#8f5cff", "mid", ["claridade ao menos 0,70"]),
        ("#917ace", "body", []),
        ("#8a5cf0", "body", ["croma até 0,170"]),
        ("#5c4197", "solid", []),
        ("#2a1a52", "solid", ["claridade ao menos 0,36"]),
        ("#694ba9", "mark", []),
    ],
)
def test_each_tone_has_bounds_of_its_own(value, tone, told):
    found = [each.limit for each in softness.check(audited(bare(painted(value, f"model.{tone}"))))]
    assert len(found) == len(told)
    assert all(part in limit for part, limit in zip(told, found, strict=True))


def test_strong_tones_fill_little_of_the_sheet():
    def found(height):
        return measured(softness, bare(painted("#694ba9", "model.deep", (600, height))))

    assert found(60) == []
    assert ["tons fortes" in each for each in found(160)] == [True]


def test_what_is_too_strong_for_a_surface_is_reported_with_its_bounds():
    (finding,) = softness.check(audited(bare(painted("#c1b3ef", "teste.soft"))))
    assert finding.message == (
        "folha: o fundo “teste.soft” (#c1b3ef) tem claridade 0,80 e croma 0,085 (OKLCH) "
        "(esperado: claridade ao menos 0,92 e croma até 0,050); mude esse tom no tema"
    )


def test_accents_are_counted_by_role_whatever_their_shape_and_greys_are_none():
    marks = {"mark": Box, "ornament": Ellipse}
    items = [painted("#4f2fd0", "um.strong", shape=s, purpose=p) for p, s in marks.items()]
    items += [painted("#555555", "gris.strong"), painted("#4f2fd0", "tres.line", (5, 5))]
    assert [told for told in measured(softness, bare(*items)) if "acentos" in told] == []
    other = painted("#c02020", "dois.strong", (5, 5), Ellipse, "mark")
    assert [finding.message for finding in softness.check(audited(bare(*items, other)))][-1] == (
        "folha: 2 acentos saturados: “dois”, “um” (esperado: até 1); deixe um só papel em tom forte"
    )


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("resposta", "response.strong"), ("Resposta!", "input.strong"), ["está no papel “input”"]),
        (("resposta", "response.strong"), ("Resposta!", "response.line"), []),
        (("resposta", "response.strong"), ("resposta", "ink"), []),
        (("resposta", "ink"), ("resposta", "input.strong"), []),
        (("12", "response.strong"), ("12", "input.strong"), []),
        ((". .", "response.strong"), ("!", "input.strong"), []),
    ],
)
def test_a_word_keeps_its_role_and_a_number_or_a_sign_has_none(one, other, told):
    frames = [sheet(text(words, 40, 200, paint=paint)) for words, paint in (one, other)]
    figures = [audited(frame, name=f"0{i}-teste") for i, frame in enumerate(frames, 1)]
    found = list(consistency.compare([consistency.profile(each) for each in figures]))
    assert [(place, finding.measured) for place, finding in found] == [(1, t) for t in told]
    assert all(finding.limit == "“response”, como em 01-teste" for _, finding in found)


def test_roles_that_one_eye_alone_cannot_tell_apart_are_reported_for_it():
    tables = LIGHT.theme.model_dump()
    roles = tables["colors"]["light"]["roles"]
    roles["input"]["strong"], roles["alert"]["strong"] = "#b02020", "#6b6b00"
    look = ResolvedTheme(type(LIGHT.theme).model_validate(tables))
    items = [text("um", 40, 200, paint="input.strong"), text("dois", 300, 200, paint="alert.strong")]
    assert measured(vision, bare(*items), look=look) == [
        "“alert” e “input” diferem 2,0 (ΔE2000) na deuteranopia"
    ]


def test_the_odd_sheet_is_reported_in_full():
    profiles = [consistency.profile(audited(sheet(width=width))) for width in (700, 700, 690)]
    assert [finding.message for _, finding in consistency.compare(profiles)] == [
        "capítulo: largura da folha: 690,0 (esperado: 700,0, como nas outras); use a mesma folha"
    ]


def test_long_words_are_shortened_wherever_they_are_quoted():
    long = text("palavra " * 9, 40, 200, kind="label", size=23)
    (label,) = brevity.check(audited(bare(long)))
    foreign = next(consistency.check(audited(bare(long))))
    assert {label.excerpt, foreign.excerpt} == {
        "palavra palavra palavra palavra palavra palavra palavra pal…"
    }


def test_what_is_not_portable_is_reported_in_full():
    clean = audited(sheet())
    changed = clean.write().replace("</svg>", "<script /></svg>")
    object.__setattr__(clean, "write", lambda: changed)
    (finding,) = check(clean)
    assert finding.severity == "error"
    assert finding.message == (
        "SVG: o elemento “script” (esperado: só o subconjunto portável de SVG); "
        "use os elementos da biblioteca"
    )
