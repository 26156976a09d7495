"""A way that divides: what is said, what is refused, which cards the arrows join, what is not used."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.branches import EXAMPLES, Branch, Branches
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk

START, END = Branch("x", "input"), Branch("y", "response")


def figure(content: Branches) -> Figure:
    return Figure(1, "ramos", "Ramos", "O que o exemplo ensina", content)


def ways(count: int, **more: object) -> list[Branch]:
    return [Branch(f"Ramo {'abcdefg'[i]}", "model", **more) for i in range(count)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["cabeças em paralelo"].describe() == (
        "x (256 números) → 4 ramos paralelos: Cabeça 1 (64), Cabeça 2 (64), Cabeça 3 (64) e Cabeça 4 (64). "
        "Depois: Concatena (4 × 64 = 256) → W sub O (mistura tudo)."
    )
    assert EXAMPLES["mistura de especialistas"].describe() == (
        "Roteador (escolhe 2 de 4) → 2 ramos paralelos: Especialista 1 (peso 0,7) e Especialista 3 "
        "(peso 0,3). Não calculados: Especialista 2 e Especialista 4. Depois: Soma (com os pesos)."
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
            "Branch.icon: o ícone “cerebo” não existe; você quis dizer “cerebro”?",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def named(frame: Frame):
    return {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}


def joins(frame: Frame) -> list[tuple[str, ...]]:
    """The names of what each line joins."""
    return [v.item.joins for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]


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
    assert {name for names in joins(frame) for name in names} == {"início", "ramo 1", "ramo 3", "depois 1"}
    *dashed, sample = [
        v.rect for v in walk(frame) if isinstance(v.item, Box) and v.item.stroke and v.item.stroke.dash
    ]
    assert dashed == [named(frame)["ramo 2"], named(frame)["ramo 4"]]
    assert named(frame)["legenda"].holds(sample)


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


def straight_ends(frame: Frame) -> list[float]:
    """The length of the straight line before each arrowhead's tip."""
    found = []
    for visit in walk(frame):
        if not isinstance(visit.item, Path) or visit.item.purpose != "connector":
            continue
        commands = visit.item.commands
        ends = [c.points[-1] for c in commands]
        heads = {
            ends[i + 1]
            for i in range(len(commands) - 2)
            if [c.verb for c in commands[i : i + 3]] == ["M", "L", "L"] and i
        }
        lines = [(a, b) for a, b, c in zip(ends, ends[1:], commands[1:], strict=False) if c.verb == "L"]
        for tip in heads:
            arms = [(abs(b.x - a.x), abs(b.y - a.y)) for a, b in lines if b == tip]
            found += [max(arm) for arm in arms if min(arm) < 0.01]
    return found


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", range(2, 7))
@pytest.mark.parametrize("used", [1, 2])
def test_an_arrowhead_is_clear_of_the_corner_behind_it(count, used, width):
    branches = [Branch(f"Ramo {n}", "model", off=n > used) for n in range(count, 0, -1)]
    frame = figure(Branches(START, branches, [END, Branch("z", "response")])).draw(width=width).frame
    # The head of a line of 2.5 units is 6.5 units long.
    assert min(straight_ends(frame), default=0) > 8


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
