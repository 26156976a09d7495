"""A way that divides: what is said, what is refused, which cards the arrows join, what is not used."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.branches import EXAMPLES, Branch, Branches
from infograficos.scene.items import TITLE_BLOCK, Box, Frame, Path, TextBlock, walk

START, END = Branch("x", "input"), Branch("y", "response")


def figure(content: Branches) -> Figure:
    return Figure(1, "ramos", "Ramos", "O que o exemplo ensina", content)


def ways(count: int, **more: object) -> list[Branch]:
    return [Branch(f"Ramo {'abcdefg'[i]}", "model", **more) for i in range(count)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["cabeças em paralelo"].describe() == (
        "x → 4 ramos paralelos: h sub 1, h sub 2, h sub 3 e h sub 4. Depois: Concatena → W sub O."
    )
    assert EXAMPLES["mistura de especialistas"].describe() == (
        "Roteador (escolhe 2 de 4) → 2 ramos paralelos: FFN 1 (0,7) e FFN 4 (0,3). "
        "Não calculados: FFN 2 e FFN 3. Depois: Soma (com os pesos)."
    )


def test_a_single_branch_in_use_is_no_parallel():
    content = Branches(START, [*ways(1), Branch("z", "masked", off=True)])
    assert content.describe() == "x → um ramo: Ramo a. Sem uso: z."


def test_the_name_of_what_is_off_is_said_without_its_marks():
    content = Branches(START, [*ways(1), Branch("z", "masked", off=True)], off_name="**fora**")
    assert content.describe().endswith(" Fora: z.")


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Branches(START, ways(1)),
            "Branches.branches: esperada uma lista de ao menos 2 itens, veio uma lista com 1 item",
        ),
        (
            lambda: Branches(START, ways(7)),
            "Branches.branches: esperada uma lista de no máximo 6 itens, veio uma lista com 7 itens",
        ),
        (
            lambda: Branches(START, ways(2), [END, Branch("z", "model"), Branch("w", "model")]),
            "Branches.joined: esperada uma lista de no máximo 2 itens, veio uma lista com 3 itens",
        ),
        (
            lambda: Branches(START, ways(2), [Branch("**X** ", "model")]),
            "Branches: esperados nomes diferentes; “X” aparece duas vezes",
        ),
        (
            lambda: Branches(START, ways(2, off=True)),
            "Branches: todos os ramos estão desligados (off=True); ao menos um deve estar em uso",
        ),
        (
            lambda: Branches(START, ways(2), [Branch("y", "model", off=True)]),
            "Branches: só um ramo pode estar desligado (off=True), não o início nem o que os junta",
        ),
        (
            lambda: Branch("a", "model", icon="cerebo"),
            "Branch.icon: a imagem ou o ícone “cerebo” não existe; você quis dizer “cerebro”?",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def named(frame: Frame):
    return {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}


def joins(frame: Frame) -> list[tuple[str, ...]]:
    """The names of what each flow or line joins."""
    return [v.item.joins for v in walk(frame) if isinstance(v.item, Path) and v.item.joins]


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", range(2, 7))
def test_any_number_of_branches_fits_and_joins(count, width):
    drawn = figure(Branches(START, ways(count), [END])).draw(width=width)
    assert drawn.findings == ()
    all_joined = {name for names in joins(drawn.frame) for name in names}
    assert all_joined == {"início", "depois 1", *(f"ramo {number}" for number in range(1, count + 1))}


@pytest.mark.parametrize("width", [700, 360])
def test_no_line_leads_to_what_is_not_used(width):
    frame = figure(EXAMPLES["mistura de especialistas"]).draw(width=width).frame
    assert {name for names in joins(frame) for name in names} == {"início", "ramo 1", "ramo 4", "depois 1"}
    *dashed, sample = [
        v.rect for v in walk(frame) if isinstance(v.item, Box) and v.item.stroke and v.item.stroke.dash
    ]
    assert all(
        named(frame)[name].holds(band) for name, band in zip(("ramo 2", "ramo 3"), dashed, strict=True)
    )
    assert named(frame)["legenda"].holds(sample)


def test_flows_are_as_broad_as_their_shares():
    frame = figure(EXAMPLES["mistura de especialistas"]).draw(width=360).frame
    shafts = [v.rect.width for v in walk(frame) if any(v.item is body for body in bodies(frame))]
    assert [width / shafts[2] for width in shafts] == pytest.approx([7 / 3, 7 / 3, 1, 1])


@pytest.mark.parametrize("width", [700, 360])
def test_what_is_off_is_explained_once_below_everything(width):
    off = [Branch(name, "masked", off=True) for name in "opq"]
    frame = (
        figure(Branches(START, [*ways(1), *off], [END], off_name="fora da predição")).draw(width=width).frame
    )
    texts = [v for v in walk(frame) if isinstance(v.item, TextBlock)]
    (words,) = [v.rect for v in texts if v.item.text == "fora da predição"]
    assert words.y > max(named(frame)["ramo 4"].bottom, named(frame)["depois 1"].bottom)
    assert "legenda" not in named(figure(Branches(START, ways(2))).draw(width=width).frame)


def bodies(frame: Frame) -> list[Path]:
    """The flows without their tips."""
    paths = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.joins]
    return [path for path in paths if path.purpose == "surface"]


def test_flows_fan_out_from_one_point_and_in_again_to_one_tip():
    frame = figure(EXAMPLES["cabeças em paralelo"]).draw().frame
    starts = {body.commands[0].points[0] for body in bodies(frame) if body.joins[0] == "início"}
    assert len(starts) == 1
    assert {body.fill.role for body in bodies(frame)} == {"input.mid", "model.mid"}
    tips = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]
    assert len([tip for tip in tips if tip.joins[1] == "depois 1"]) == 1


def test_on_a_phone_each_flow_runs_straight_down_through_its_branch():
    frame = figure(EXAMPLES["cabeças em paralelo"]).draw(width=360).frame
    for body in bodies(frame):
        xs = [point.x for command in body.commands for point in command.points]
        assert max(xs) - min(xs) < 20


@pytest.mark.parametrize("width", [700, 360])
def test_only_what_the_branches_lead_to_is_solid(width):
    frame = figure(EXAMPLES["cabeças em paralelo"]).draw(width=width).frame
    solid = [
        v.path[-1]
        for v in walk(frame)
        if isinstance(v.item, Box) and v.item.fill and v.item.fill.role.endswith(".solid")
        if v.path[:1] != (TITLE_BLOCK,)
    ]
    assert solid == ["depois 2"]


def test_values_of_a_picture_are_checked():
    message = "Branch: quadro “attention”: dê de 2 a 6 valores; veio 1"
    assert refusal(lambda: Branch("a", "model", icon="attention", values=[1])) == message


def test_on_the_sheet_everything_is_at_the_same_height_from_left_to_right():
    places = named(figure(EXAMPLES["cabeças em paralelo"]).draw().frame)
    order = [places[name] for name in ("início", "ramo 1", "depois 1", "depois 2")]
    assert all(a.right < b.x for a, b in pairwise(order))
    middle = (places["ramo 1"].y + places["ramo 4"].bottom) / 2
    assert all(places[name].center.y == pytest.approx(middle) for name in ("início", "depois 1", "depois 2"))


@pytest.mark.parametrize("width", [700, 360])
def test_the_names_of_branches_are_all_of_one_size(width):
    long = Branch("Normalização por camada", "model", "768")
    frame = figure(Branches(START, [*ways(3, detail="64"), long], [END])).draw(width=width).frame
    texts = [v.item for v in walk(frame) if isinstance(v.item, TextBlock)]
    sizes = {t.lines[0].runs[0].run.size for t in texts if t.text.startswith(("Ramo", "Normal"))}
    assert len(sizes) == 1


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
