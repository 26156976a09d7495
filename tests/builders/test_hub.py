"""A middle and its spokes: what is said, what is refused, what the flows join."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.hub import EXAMPLES, Hub, Spoke
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Ellipse, Frame, Path, TextBlock, Visit, walk

A, B = Spoke("a", "model"), Spoke("b", "response")


def figure(content: Hub) -> Figure:
    return Figure(1, "centro", "Um centro", "O que o exemplo ensina", content)


def spokes(count: int) -> list[Spoke]:
    roles = ("input", "model", "response")
    return [Spoke(f"Item {'abcdef'[i]}", roles[i % 3], "em resumo") for i in range(count)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["tarefas"].describe() == (
        "No centro, Modelo. Chegam a ele: foto, voz e good night. Saem dele: “Dois morros ao sol”, "
        "“bom dia!” e “boa noite”."
    )
    assert EXAMPLES["adaptadores LoRA"].describe() == (
        "No centro, 14 GB (congelados). Chegam a ele: Código (8 MB), Saúde (8 MB), Justiça (8 MB) e "
        "Suporte (8 MB)."
    )


def test_the_icons_are_not_described():
    assert EXAMPLES["agente"].describe() == (
        "No centro, Agente. Chega a ele: 1.\u00a0Pedido (“Os testes passam?”). Sai dele: 3.\u00a0Resposta "
        "(“2 falham”). Vai e volta: 2.\u00a0Terminal (roda os testes)."
    )


def test_without_details_only_the_names_are_said():
    assert Hub("LLM", [A, B]).describe() == "No centro, LLM. Saem dele: a e b."


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Hub("LLM", [A]),
            "Hub.spokes: esperada uma lista de ao menos 2 itens, veio uma lista com 1 item",
        ),
        (
            lambda: Hub("LLM", [*spokes(6), A]),
            "Hub.spokes: esperada uma lista de no máximo 6 itens, veio uma lista com 7 itens",
        ),
        (
            lambda: Hub("LLM", []),
            "Hub.spokes: esperada uma lista de ao menos 2 itens, veio uma lista vazia",
        ),
        (lambda: Hub("LLM", "ab"), 'Hub.spokes: esperada uma lista, veio "ab"'),
        (lambda: Hub("LLM", [A, "b"]), 'Hub.spokes[1]: esperado um objeto Spoke, veio "b"'),
        (
            lambda: Hub("LLM", [A, Spoke(" A", "input")]),
            "Hub: esperados nomes diferentes; “A” aparece duas vezes",
        ),
        (lambda: Hub("a", [A, B]), "Hub: esperados nomes diferentes; “a” aparece duas vezes"),
        (
            lambda: Hub("", [A, B]),
            "Hub.name: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (lambda: Spoke(3, "model"), "Spoke.name: esperado um texto, veio 3"),
        (
            lambda: Spoke("a", "model", icon="cerebo"),
            "Spoke.icon: a imagem ou o ícone “cerebo” não existe; você quis dizer “cerebro”?",
        ),
        (lambda: Spoke("a"), "Spoke.role: falta este valor"),
        (
            lambda: Spoke("x" * 41, "model"),
            "Spoke.name: esperado um texto de no máximo 40 caracteres, veio um de 41",
        ),
        (
            lambda: Spoke("a", "model", "x" * 61),
            "Spoke.detail: esperado um texto de no máximo 60 caracteres, veio "
            '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"',
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_role_that_the_theme_lacks_is_refused_when_it_is_drawn():
    wrong = figure(Hub("LLM", [A, Spoke("b", "modl")]))
    assert refusal(wrong.svg).startswith("01-centro: o papel “modl” não existe; você quis dizer “model”")


def named(frame: Frame) -> dict[str, Rect]:
    """Where the named elements stand."""
    return {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}


def flows(frame: Frame) -> list[Visit]:
    """The lines of the flows, in the order in which they are drawn."""
    return [
        v for v in walk(frame) if isinstance(v.item, Path) and v.item.joins and v.item.purpose == "surface"
    ]


def tips(frame: Frame) -> list[Visit]:
    """The tips of the flows."""
    return [v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]


def meet(rect: Rect, other: Rect) -> bool:
    """Whether one reaches a border of the other, up to the thickness of a pen."""
    return rect.inflate(2).overlaps(other) and not rect.inflate(-2).overlaps(other)


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", range(2, 7))
def test_a_flow_goes_from_the_middle_to_every_spoke_and_crosses_nothing(count, width):
    drawn = figure(Hub("LLM", spokes(count))).draw(width=width)
    places = named(drawn.frame)
    assert drawn.findings == ()
    assert [v.item.joins for v in flows(drawn.frame)] == [
        ("centro", f"item {n}") for n in range(1, count + 1)
    ]
    for tip in tips(drawn.frame):
        assert meet(tip.rect, places[tip.item.joins[1]])


@pytest.mark.parametrize("rows", [2, 3])
def test_a_picture_is_above_the_words_or_where_there_are_many_rows_before_them(rows):
    memory = Spoke("Memória", "input", "guarda fatos", "database")
    frame = figure(Hub("LLM", [memory, *spokes(2 * rows)[1:]])).draw().frame
    lids = [v.rect for v in walk(frame) if isinstance(v.item, Ellipse) and v.item.fill.role == "input.mid"]
    (name,) = [v.rect for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text == "Memória"]
    assert lids
    for lid in lids:
        if rows == 2:
            assert lid.bottom < name.y
            assert lid.center.x == pytest.approx(name.center.x)
        else:
            assert lid.right < name.x


@pytest.mark.parametrize("count", range(2, 7))
def test_on_the_sheet_all_flows_are_level(count):
    for flow in flows(figure(Hub("LLM", spokes(count))).draw().frame):
        ys = {round(point.y, 2) for command in flow.item.commands for point in command.points}
        assert len(ys) == 2


@pytest.mark.parametrize("count", range(2, 7))
def test_on_the_sheet_the_middle_is_in_the_middle_and_no_side_has_two_more(count):
    places = named(figure(Hub("LLM", spokes(count))).draw().frame)
    middle = places["centro"]
    assert middle.center.x == pytest.approx(350)
    around = [rect for name, rect in places.items() if name.startswith("item")]
    left = sum(rect.right < middle.x for rect in around)
    right = sum(rect.x > middle.right for rect in around)
    assert (left, right) == ((count + 1) // 2, count // 2)


@pytest.mark.parametrize("count", range(2, 7))
def test_on_a_phone_the_middle_is_between_the_first_half_and_the_others_and_all_flows_are_upright(count):
    frame = figure(Hub("LLM", spokes(count))).draw(width=360).frame
    places = named(frame)
    around = [places[f"item {number}"] for number in range(1, count + 1)]
    half = (count + 1) // 2
    assert {rect.bottom < places["centro"].y for rect in around[:half]} == {True}
    assert {rect.y > places["centro"].bottom for rect in around[half:]} == {True}
    for flow in flows(frame):
        assert len({round(point.x, 2) for command in flow.item.commands for point in command.points}) == 2


#: Names too long to stand beside each other on a phone.
LONG = [
    Spoke("Recuperação", "input", direction="in"),
    Spoke("Armazenamento", "input", direction="both"),
    Spoke("Ferramentas", "model", direction="both"),
    Spoke("Planejamento", "model", direction="both"),
    Spoke("Monitoramento", "response"),
]


def test_on_a_phone_the_middle_is_over_long_names():
    places = named(figure(Hub("LLM", LONG)).draw(width=360).frame)
    tops = [places[name].y for name in ("centro", *(f"item {number}" for number in range(1, 6)))]
    assert tops == sorted(tops)


@pytest.mark.parametrize("width", [700, 360])
def test_the_name_in_the_middle_is_the_one_solid_fill(width):
    frame = figure(Hub("LLM", [A, B])).draw(width=width).frame
    name = next(v.rect for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text == "LLM")
    boxes = [v for v in walk(frame) if isinstance(v.item, Box) and v.rect.y > 150]
    (plate,) = (v.rect for v in boxes if v.item.fill and v.item.fill.role.endswith(".solid"))
    assert plate.holds(name)


def drawn_fills(content: Hub) -> list[str]:
    """The colours of what is drawn, in order."""
    items = (v.item for v in walk(figure(content).draw().frame) if isinstance(v.item, Box | Path))
    return [item.fill.role for item in items if item.fill]


def sizes(content: Hub) -> dict[str, float]:
    """The size of the letters of each text."""
    texts = [v.item for v in walk(figure(content).draw().frame) if isinstance(v.item, TextBlock)]
    return {text.text: text.lines[0].runs[0].run.size for text in texts}


@pytest.mark.parametrize(
    ("role", "icon", "drawn"),
    [
        ("model", "", ["model.deep"]),
        ("input", "camadas", ["input.deep"]),
        ("input", "chama", ["input.mid"]),
        ("input", "", []),
    ],
)
def test_what_is_in_the_middle_is_drawn_as_a_model_or_its_icon_or_by_its_name_alone(role, icon, drawn):
    fills = drawn_fills(Hub("LLM", [B, Spoke("c", "response")], role=role, icon=icon))
    found = {each for each in fills if each in ("model.deep", "input.deep", "input.mid")}
    assert set(drawn) <= found
    assert bool(found) == bool(drawn)


def test_names_that_do_not_fit_large_are_all_set_smaller():
    small = sizes(Hub("LLM", LONG))
    assert small["Ferramentas"] == small["Armazenamento"] < sizes(EXAMPLES["agente"])["2.\u00a0Terminal"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


def test_a_long_name_on_one_side_leaves_the_middle_in_the_middle():
    places = named(figure(Hub("Transformer", [A, Spoke("Feed-forward", "input")])).draw().frame)
    assert places["centro"].center.x == pytest.approx(350)


@pytest.mark.parametrize("width", [700, 360])
def test_a_tip_is_wherever_something_arrives(width):
    directions = ("in", "out", "both")
    content = Hub("LLM", [Spoke(name, "input", direction=name) for name in directions])
    drawn = figure(content).draw(width=width)
    assert drawn.findings == ()
    places = named(drawn.frame)
    for number, direction in enumerate(directions, 1):
        assert any(meet(v.rect, places[f"item {number}"]) for v in tips(drawn.frame)) == (direction != "in")
    assert any(meet(v.rect, places["centro"]) for v in tips(drawn.frame))
    assert content.describe() == "No centro, LLM. Chega a ele: in. Sai dele: out. Vai e volta: both."


def test_below_each_other_what_comes_in_is_on_the_left_and_what_goes_out_on_the_right():
    frame = figure(Hub("LLM", LONG)).draw(width=360).frame
    middle = named(frame)["centro"].center.x
    sides = {True: set(), False: set()}
    for flow in flows(frame):
        sides[flow.rect.center.x < middle] |= {name for name in flow.item.joins if name != "centro"}
    both = {"item 2", "item 3", "item 4"}
    assert sides == {True: {"item 1", *both}, False: {"item 5", *both}}
    assert [tip.rect.center.x < middle for tip in tips(frame)] == [True, *[False] * 4]


def test_both_ways_there_is_a_flow_each_way_in_its_own_colour():
    content = Hub("LLM", [A, Spoke("b", "input", direction="both")])
    roles = [flow.item.fill.role for flow in flows(figure(content).draw().frame)]
    assert roles == ["model.body", "model.body", "input.body"]
