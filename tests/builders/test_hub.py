"""A middle and its spokes: what is said, what is refused, which cards the arrows join."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.hub import EXAMPLES, Hub, Spoke
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Frame, Path, TextBlock, Visit, walk

A, B = Spoke("a", "model"), Spoke("b", "response")


def figure(content: Hub) -> Figure:
    return Figure(1, "centro", "Um centro", "O que o exemplo ensina", content)


def spokes(count: int) -> list[Spoke]:
    roles = ("input", "model", "response")
    return [Spoke(f"Item {'abcdef'[i]}", roles[i % 3], "em resumo") for i in range(count)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["tarefas"].describe() == (
        "No centro, LLM (um só modelo). Saem dele: Chat (tira dúvidas), Código (completa funções), "
        "Tradução (inglês a português) e Resumo (só o essencial)."
    )
    assert EXAMPLES["PyTorch"].describe() == (
        "No centro, PyTorch (cinco peças). Saem dele: Tensores (números), DataLoader (lotes), "
        "nn.Module (camadas), Autograd (gradientes) e AdamW (novos pesos)."
    )


def test_the_icons_are_not_described():
    assert EXAMPLES["agente"].describe() == (
        "No centro, Agente (escolhe a ferramenta). Chega a ele: Pedido (o que fazer). Sai dele: Resposta "
        "(o que fez). Vão e voltam: Memória (guarda fatos) e Terminal (roda código)."
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
            "Spoke.icon: o ícone “cerebo” não existe; você quis dizer “cerebro”?",
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


def ends(frame: Frame) -> list[tuple[Point, Point]]:
    """Start and tip of every arrow, in the order in which they are drawn."""
    arrows = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]
    return [
        (v.item.commands[0].points[0].translate(v.at), v.item.commands[-2].points[0].translate(v.at))
        for v in arrows
    ]


def touches(point: Point, rect: Rect) -> bool:
    """Whether a point lies on a border, up to the thickness of a pen."""
    dot = Rect(point.x, point.y, 0.0, 0.0)
    return rect.inflate(2).holds(dot) and not rect.inflate(-2).holds(dot)


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", range(2, 7))
def test_an_arrow_goes_from_the_middle_to_every_spoke_and_crosses_nothing(count, width):
    drawn = figure(Hub("LLM", spokes(count))).draw(width=width)
    places, arrows = named(drawn.frame), ends(drawn.frame)
    assert len(arrows) == count
    for number, (start, tip) in enumerate(arrows, 1):
        assert touches(start, places["centro"])
        assert touches(tip, places[f"item {number}"])
    assert drawn.findings == ()


@pytest.mark.parametrize("width", [700, 360])
def test_an_icon_is_before_its_name_in_its_middle(width):
    spoke = Spoke("Memória", "input", "guarda fatos", "database")
    frame = figure(Hub("LLM", [A, spoke])).draw(width=width).frame
    (icon,) = [v.rect for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "mark"]
    (name,) = [v.rect for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text == "Memória"]
    assert icon.right < name.x < icon.right + 14
    assert icon.center.y == pytest.approx(name.center.y, abs=0.1)


@pytest.mark.parametrize("count", range(2, 7))
def test_on_the_sheet_all_arrows_are_straight_and_lie(count):
    frame = figure(Hub("LLM", spokes(count))).draw().frame
    assert all(start.y == pytest.approx(tip.y) for start, tip in ends(frame))


@pytest.mark.parametrize("count", range(2, 7))
def test_on_the_sheet_the_middle_is_in_the_middle_and_no_side_has_two_more(count):
    places = named(figure(Hub("LLM", spokes(count))).draw().frame)
    middle = places["centro"]
    assert middle.center.x == pytest.approx(350)
    around = [rect for name, rect in places.items() if name.startswith("item")]
    left = sum(rect.right < middle.x for rect in around)
    right = sum(rect.x > middle.right for rect in around)
    assert (left, right) == ((count + 1) // 2, count // 2)


def test_on_a_phone_the_middle_is_on_top():
    places = named(figure(EXAMPLES["tarefas"]).draw(width=360).frame)
    tops = [places[name].y for name in ("centro", "item 1", "item 2", "item 3", "item 4")]
    assert tops == sorted(tops)


def styles(content: Hub) -> dict[str, float]:
    """The size of the letters of each text."""
    texts = [v.item for v in walk(figure(content).draw().frame) if isinstance(v.item, TextBlock)]
    return {text.text: text.lines[0].runs[0].run.size for text in texts}


def test_a_long_name_in_the_middle_is_smaller_than_a_short_one():
    assert styles(Hub("LLM", [A, B]))["LLM"] > styles(Hub("Transformer", [A, B]))["Transformer"]


def test_names_that_do_not_fit_large_are_all_set_smaller():
    long = Spoke("Normalização", "input")
    sizes = styles(Hub("Transformer", [A, long]))
    assert sizes["a"] == sizes["Normalização"] < styles(Hub("LLM", [A, B]))["a"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


def test_a_long_name_on_one_side_leaves_the_middle_in_the_middle():
    places = named(figure(Hub("Transformer", [A, Spoke("Feed-forward", "input")])).draw().frame)
    assert places["centro"].center.x == pytest.approx(350)


def test_a_large_middle_is_set_smaller_before_the_spokes_go_below_it():
    spokes = [Spoke(name, "model", icon="layers") for name in ("Autograd", "Camadas", "DataLoader", "GPU")]
    content = Hub("PyTorch", spokes)
    places = named(figure(content).draw().frame)
    assert places["item 1"].right < places["centro"].x < places["centro"].right < places["item 3"].x
    assert styles(content)["PyTorch"] < styles(Hub("PyTorch", [A, B]))["PyTorch"]


@pytest.mark.parametrize("width", [700, 360])
def test_an_arrowhead_is_wherever_something_arrives(width):
    directions = ("in", "out", "both")
    content = Hub("LLM", [Spoke(name, "input", direction=name) for name in directions])
    drawn = figure(content).draw(width=width)
    assert drawn.findings == ()
    places = named(drawn.frame)
    arrows = [v for v in walk(drawn.frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]
    for number, direction in enumerate(directions, 1):
        tips = [tip for v in arrows if f"item {number}" in v.item.joins for tip in heads(v)]
        assert any(touches(tip, places["centro"]) for tip in tips) == (direction != "out")
        assert any(touches(tip, places[f"item {number}"]) for tip in tips) == (direction != "in")
    assert content.describe() == "No centro, LLM. Chega a ele: in. Sai dele: out. Vai e volta: both."


def heads(arrow: Visit) -> list[Point]:
    """The tips of an arrow: a head is a line of its own, of an arm, the tip and the other arm."""
    commands = arrow.item.commands
    moves = [i for i, command in enumerate(commands) if command.verb == "M" and i]
    return [commands[i + 1].points[0].translate(arrow.at) for i in moves]


def test_on_a_phone_what_comes_in_is_on_the_left_and_what_goes_out_on_the_right():
    drawn = figure(EXAMPLES["agente"]).draw(width=360).frame
    middle = named(drawn)["centro"].center.x
    arrows = [v for v in walk(drawn) if isinstance(v.item, Path) and v.item.purpose == "connector"]
    sides = {True: set(), False: set()}
    for arrow in arrows:
        (tip,) = heads(arrow)
        is_in = touches(tip, named(drawn)["centro"])
        assert (tip.x < middle) == is_in
        sides[is_in] |= {name for name in arrow.item.joins if name != "centro"}
    assert sides == {True: {"item 1", "item 2", "item 3"}, False: {"item 2", "item 3", "item 4"}}
