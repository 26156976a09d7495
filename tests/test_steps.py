"""A figure step by step: what each step shows, and that nothing moves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from ruler import square_layouter
from samples import figures

from infograficos import Figure
from infograficos.builders import examples
from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.elements.card import Fragment, Named
from infograficos.elements.connectors.connector import chain
from infograficos.elements.connectors.with_connectors import WithConnectors
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.errors import FigureError, InputError
from infograficos.layout import Element
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame, Path, TextBlock, walk, words
from infograficos.steps import step_frames

KINDS = "Pipeline Cycle LossMask Timeline Record Comparison Layers Conversation Hub Exchange".split()


def figure(content: object) -> Figure:
    return Figure(1, "a", "Título", "A ideia", content)


def laid_out(element: Element) -> Frame:
    return square_layouter().layout(element, Limits(300.0))


def new_texts(content: object, width: float = 700) -> list[list[str]]:
    """For each step, the texts below the heading that the step before it does not have."""
    frames = [step.frame for step in figure(content).steps(width=width)]
    found: list[list[str]] = []
    for frame in frames:
        texts = [
            v.item.text for v in walk(frame) if isinstance(v.item, TextBlock) and "cabeçalho" not in v.path
        ]
        for before in found:
            for text in before:
                texts.remove(text)
        found.append(texts)
    return found


def placed(frame: Frame) -> list[tuple]:
    return [(visit.at, visit.item) for visit in walk(frame) if not isinstance(visit.item, Frame)]


def test_a_pipeline_is_shown_stage_by_stage():
    assert new_texts(examples()["Pipeline/RAG"]) == [
        ["1", "Pergunta da pessoa"],
        ["2", "Busca de trechos"],
        ["3", "Prompt com os trechos"],
        ["4", "Resposta com fontes"],
    ]


@pytest.mark.parametrize("width", [700, 360])
def test_a_loss_mask_shows_tokens_labels_losses_and_their_mean(width):
    shown = new_texts(figures()["03-mascaramento-loss-resposta"].content, width)
    assert "Capital" in shown[0]
    assert "6342" in shown[1]
    assert "2,1" in shown[2]
    assert "1,10" in shown[3]
    assert len(shown) == 4


@pytest.mark.parametrize("width", [700, 360])
def test_layers_are_shown_as_the_data_passes_them(width):
    shown = new_texts(examples()["Layers/GPT-2"], width)
    names = ["Embeddings", "LayerNorm", "Atenção causal", "LayerNorm", "MLP"]
    assert [text for texts in shown for text in texts if text in names] == names
    assert "Cabeça de saída" in shown[-1]
    assert len(shown) == 8


@pytest.mark.parametrize("width", [700, 360])
def test_a_record_shows_each_field_with_its_text(width):
    shown = new_texts(figures()["02-formato-dados-instrucao"].content, width)
    assert {"resposta", "### Resposta:"} <= set(shown[2])
    assert sum("### Resposta:" in texts for texts in shown) == 1
    assert len(shown) == 3


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("kind", KINDS)
def test_both_layouts_of_a_kind_have_the_same_steps(kind, width):
    for name, content in examples().items():
        if name.startswith(f"{kind}/"):
            assert len(new_texts(content, width)) == len(new_texts(content))


#: One picture with its equation has no parts to show one after the other.
ONE_PART = {"example-keyvalues-lote-efetivo"}


@pytest.mark.parametrize("name", sorted(ONE_PART))
def test_a_figure_of_one_part_has_no_steps(name):
    with pytest.raises(InputError, match="a figura tem uma parte só"):
        figures()[name].draw().steps()


@pytest.mark.parametrize("name", [name for name in figures() if name not in ONE_PART])
def test_nothing_moves_and_the_last_step_is_the_figure(name):
    whole = figures()[name].draw()
    steps = whole.steps()
    assert steps[-1].frame == whole.frame
    assert steps[-1].traced_svg == whole.traced_svg
    for before, after in pairwise(steps):
        assert before.frame.size == after.frame.size
        shown = placed(after.frame)
        assert all(item in shown for item in placed(before.frame))
        assert len(placed(before.frame)) < len(shown)


def test_the_heading_is_there_from_the_first_step():
    for step in figures()["04-pipeline-sft"].steps():
        assert "Do dataset ao assistente" in words(step.frame)


def test_an_arrow_comes_with_the_later_of_its_ends():
    counts = [
        len({v.item.joins for v in walk(step.frame) if isinstance(v.item, Path) and v.item.joins})
        for step in figure(examples()["Cycle/treino"]).steps()
    ]
    # What leads into the first step is shown with it.
    assert counts == [1, 2, 3, 4, 6]


def test_marks_are_seen_only_in_steps():
    part = Text("um")
    plain, marked = (laid_out(Column((child, Text("dois")))) for child in (part, Fragment(2, part)))
    assert placed(plain) == placed(marked)
    assert [words(frame) for frame in step_frames(marked)] == ["dois", "um dois"]


def test_a_part_of_a_part_is_shown_no_sooner_than_the_whole():
    inner = Fragment(1, Text("dentro"))
    tree = Column((Fragment(1, Text("antes")), Fragment(2, Column((inner, Fragment(3, Text("fim")))))))
    frame = laid_out(tree)
    assert [words(each) for each in step_frames(frame)] == ["antes", "antes dentro", "antes dentro fim"]
    twice = laid_out(Column((Text("um"), Fragment(2, inner))))
    assert [words(each) for each in step_frames(twice)] == ["um", "um dentro"]


def test_without_marks_the_rows_are_the_parts_and_arrows_and_signs_are_none():
    rows = tuple(Named(text, Text(text)) for text in ("um", "+", "dois"))
    frame = laid_out(WithConnectors(Column(rows, "link"), chain(("um", "dois"))))
    assert [words(each) for each in step_frames(frame)] == ["um", "um + dois"]


def test_a_step_says_what_it_shows_anew():
    phases = figure(examples()["Timeline/fases"])
    steps = phases.steps()
    assert [step.description.text for step in steps] == [
        "Passo 1 de 3. De início: Fase 1 · Pré-treino · lê de tudo.",
        "Passo 2 de 3. Aparece: França? · Paris. · Fase 2 · SFT · imita respostas.",
        f"Passo 3 de 3. {phases.alt}",
    ]
    assert len({step.description.identity for step in steps}) == 3


def test_a_figure_of_one_part_is_refused():
    class Lema:
        def body(self):
            return Text("Menos é mais.")

        def describe(self):
            return "Menos é mais."

    with pytest.raises(InputError) as refusal:
        figure(Lema()).steps()
    assert str(refusal.value) == (
        "01-a: a figura tem uma parte só, e passos pedem ao menos duas; exporte-a sem “--steps”, "
        "ou divida o conteúdo em mais partes"
    )


def test_the_errors_of_the_whole_refuse_each_step():
    content = examples()["Cycle/treino"]
    wrong = Figure(1, "a", "t", "h", content, subtitle="longo " * 90)
    with pytest.raises(FigureError) as refusal:
        wrong.draw().svg()
    with pytest.raises(FigureError) as of_a_step:
        wrong.steps()[0].svg()
    assert str(of_a_step.value) == str(refusal.value)


def test_both_papers_are_cut_into_steps_once_each(monkeypatch):
    cut = []
    monkeypatch.setattr("infograficos.drawing.step_frames", lambda frame: cut.append(1) or step_frames(frame))
    stages = [Stage(f"etapa {number}", "chat", "model") for number in range(4)]
    whole = Figure(1, "um", "Título", "Manchete", Pipeline(stages)).draw(variant="auto")
    assert [step.dark.description.title for step in whole.steps()] == [
        f"Título: Manchete ({number}/4)" for number in range(1, 5)
    ]
    assert len(cut) == 2
