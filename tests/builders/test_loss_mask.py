"""Tokens, labels and losses: what is said, what is refused, and that the numbers shown add up."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from blocks import bars, caps
from hypothesis import given
from hypothesis import strategies as st
from refusals import refusal
from samples import drawing

from infograficos.builders.loss_mask import EXAMPLES, IGNORED, LossMask
from infograficos.chapter_07 import loss_masking
from infograficos.content.losses import Losses
from infograficos.figure import Figure
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk, words


@pytest.mark.parametrize("width", [700, 360])
def test_a_label_is_on_the_cap_of_its_token(width):
    figure = Figure(1, "nome", "Título", "Manchete", EXAMPLES["dois turnos"])
    visits = list(walk(figure.draw(width=width).frame))
    texts = {v.item.text: v.rect for v in visits if isinstance(v.item, TextBlock)}
    boxes = [v.rect for v in visits if isinstance(v.item, Box) and v.item.purpose == "surface"]
    cap = min((box for box in boxes if box.holds(texts["Até"])), key=lambda box: box.width * box.height)
    assert cap.holds(texts["58"])
    assert not any(cap.overlaps(texts[loss]) for loss in ("0,8", "1,2"))


def test_the_label_that_is_ignored_is_the_one_that_pytorch_ignores():
    assert IGNORED == -100


@pytest.mark.parametrize(
    ("content", "description"),
    [
        (
            loss_masking.content,
            "Os tokens de instrução (Capital · da · Franç · a · ?) têm rótulo −100 e não contam. "
            "Os de resposta (Paris · . · <fim>) têm losses 2,1; 0,8; 0,4, com média 1,10; "
            "ela corrige os pesos.",
        ),
        (
            EXAMPLES["dois turnos"],
            "Os tokens de usuário (Oi · Tchau) têm rótulo −100 e não contam. "
            "Os de assistente (Olá · Até) têm losses 1,2; 0,8, com média 1,00; "
            "ela corrige os pesos.",
        ),
        (
            EXAMPLES["sem máscara"],
            "O primeiro token (O) não é previsto. "
            "Os tokens de texto (gato · dorme · no · piano) têm losses 4,1; 2,3; 0,6; 7,2, com média 3,55; "
            "ela corrige os pesos. O modelo esperava “sofá”, e “piano” é o que mais ensina.",
        ),
    ],
)
def test_masks_are_described_word_for_word(content, description):
    assert content.describe() == description


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            (["a", "b"], [1], [0.5, 0.2]),
            "LossMask: tokens, labels e losses devem ter o mesmo tamanho; vieram 2, 1 e 2",
        ),
        ((["a"], [-100], [1.0]), "LossMask: todos os rótulos são −100: não sobra token de que aprender"),
        ((["a"], [5], [-1.0]), "LossMask: a loss de um token não pode ser negativa"),
        ((["a"], [5], [float("nan")]), "LossMask: o token 0 (“a”) conta, e a sua loss falta ou não é finita"),
        ((["a"], [5], [float("inf")]), "LossMask: o token 0 (“a”) conta, e a sua loss falta ou não é finita"),
        (
            (["a"], [-5], [1.0]),
            "LossMask: um rótulo é o número do token (0 ou mais) ou −100, para ignorar",
        ),
        ((["a"], [-101], [1.0]), "LossMask.labels[0]: esperado um número maior ou igual a −100, veio -101"),
        ((["a"], [1.5], [1.0]), "LossMask.labels[0]: esperado um número inteiro, veio 1.5"),
        ((["a"], [True], [1.0]), "LossMask.labels[0]: esperado um número inteiro, veio true"),
        (
            (["a", ""], [1, 2], [1.0, 1.0]),
            'LossMask.tokens[1]: esperado um texto de ao menos 1 caractere, veio ""',
        ),
        ((["a"], [1], ["1"]), 'LossMask.losses[0]: esperado um número, veio "1"'),
        ((["a"], [1]), "LossMask.losses: falta este valor"),
        (
            (["a"], [1], [1.0], *"abcdefg"),
            "LossMask: esperados até 9 valores, vieram 10",
        ),
        (
            (["a", "b"], [1, 2], [1.0, 1.0], "x", "y", "input", [1, 0]),
            "LossMask: o token 1 é preenchimento (attention_mask 0) e tem o rótulo 2, que entraria na loss; "
            "o rótulo do preenchimento é −100",
        ),
        (
            (["a", "b"], [1, 2], [1.0, 1.0], "x", "y", "input", [1]),
            "LossMask: attention_mask deve ter um valor por token; vieram 1 para 2",
        ),
        (
            (["a"], [1], [1.0], "x", "y", "input", None, False),
            "LossMask: só o primeiro token, que nada prevê, tem rótulo: não sobra token de que aprender",
        ),
        (
            ([], [], [1.0]),
            "LossMask.tokens: esperada uma lista de ao menos 1 item, veio uma lista vazia\n"
            "LossMask.labels: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(given, message):
    assert refusal(lambda: LossMask(*given)) == message


def test_an_unknown_field_is_refused_with_the_nearest_name():
    message = refusal(lambda: LossMask(tokens=["a"], labels=[1], losses=[1.0], masked_nome="x"))
    assert message == (
        "LossMask.masked_nome não existe; você quis dizer “masked_name” ou “masked_role” ou “learned_name”?"
    )


def test_what_ignored_tokens_lose_does_not_count():
    counted, other = (
        LossMask(["a", "b", "c"], [IGNORED, 1, 2], [ignored, 1.5, 0.5]) for ignored in (0.0, 99.0)
    )
    assert counted.mean == other.mean == 1.0
    assert counted.describe() == other.describe()


def test_one_loss_alone_is_its_own_mean():
    one_each = LossMask(["a", "b"], [IGNORED, 1], [0.0, 0.3])
    assert one_each.describe() == (
        "O token de instrução (a) tem rótulo −100 e não conta. "
        "O de resposta (b) tem loss 0,3, e a média é 0,30; ela corrige os pesos."
    )
    assert (
        LossMask(["a"], [1], [0.3]).describe()
        == "O token de resposta (a) tem loss 0,3, e a média é 0,30; ela corrige os pesos."
    )


LONG = LossMask(
    tokens=["é"] * 370 + ["sim"] * 118 + ["<pad>"] * 12,
    labels=[IGNORED] * 370 + [50256] * 118 + [IGNORED] * 12,
    losses=[0.0] * 370 + [0.001, *[1.0] * 115, 3.0, 2.0] + [0.0] * 12,
    attention_mask=[1] * 488 + [0] * 12,
)


def test_many_tokens_are_counted_and_the_mean_is_over_all_that_count():
    assert LONG.describe() == (
        "Os 370 tokens de instrução têm rótulo −100 e não contam. Os 12 tokens de preenchimento não contam. "
        "Os 118 tokens de resposta têm losses de <\u00a00,01 a 3,00, com média 1,017; "
        "ela corrige os pesos."
    )
    assert LONG.mean == pytest.approx((0.001 + 115 + 3 + 2) / 118)


@pytest.mark.parametrize("width", [700, 360])
def test_many_tokens_are_cut_and_every_stretch_says_how_many_it_has(width):
    drawn = Figure(1, "a", "t", "Só a resposta ensina", LONG).draw(width=width)
    said = words(drawn.frame).replace("\u00a0", " ")
    assert [finding.message for finding in drawn.findings] == []
    for part in ("instrução (370)", "resposta (118)", "preenchimento (12)", "média de 118 losses = 1,017"):
        assert part in said
    assert said.count("…") == 3


@pytest.mark.parametrize("width", [700, 360])
def test_turns_that_are_left_out_are_counted(width):
    turns = LossMask(["oi", "tu"] * 30, [IGNORED, 7] * 30, [0.0, 0.5] * 30, "usuário", "assistente")
    drawn = Figure(1, "a", "t", "Só a resposta ensina", turns).draw(width=width)
    assert [finding.message for finding in drawn.findings] == []
    assert "60 tokens: 30 de usuário e 30 de assistente" in words(drawn.frame).replace("\u00a0", " ")


def test_a_first_token_that_nothing_predicts_is_said_and_does_not_count():
    mask = LossMask(["O", "gato"], [5, 6], [9.0, 0.5], learned_name="texto", first_predicted=False)
    assert (
        mask.describe()
        == "O primeiro token (O) não é previsto. O token de texto (gato) tem loss 0,5, e a média é 0,50; "
        "ela corrige os pesos."
    )
    assert "nada o prevê" in words(Figure(1, "a", "t", "h", mask).draw().frame)


def said_numbers(mask: LossMask) -> tuple[list[Fraction], Fraction, int]:
    """The losses and the mean as a reader sees them, and how many decimals the mean has."""
    said = r"(?:têm losses|tem loss) (.*), (?:com média|e a média é) (.*); ela"
    losses, mean = re.search(said, mask.describe()).groups()
    exact = [Fraction(number.replace(",", ".")) for number in losses.split("; ")]
    return exact, Fraction(mean.replace(",", ".")), len(mean.partition(",")[2])


def adds_up(mask: LossMask) -> bool:
    losses, mean, places = said_numbers(mask)
    return abs(sum(losses) / len(losses) - mean) <= Fraction(1, 2 * 10**places)


def masks(places: int) -> st.SearchStrategy[LossMask]:
    losses = st.integers(0, 12 * 10**places).map(lambda number: number / 10**places)
    return st.lists(losses, min_size=1, max_size=9).map(
        lambda found: LossMask(["t"] * len(found), list(range(len(found))), found)
    )


@given(st.integers(0, 3).flatmap(masks))
def test_the_losses_that_are_shown_give_the_mean_that_is_shown(mask):
    assert adds_up(mask)


@given(st.integers(0, 3).flatmap(masks))
def test_the_mean_that_is_shown_is_the_mean(mask):
    _, mean, places = said_numbers(mask)
    exact = sum(Fraction(loss) for loss in mask.losses) / len(mask.losses)
    assert abs(exact - mean) <= Fraction(1, 2 * 10**places) + Fraction(1, 10**9)


@pytest.mark.parametrize("losses", [[1 / 3] * 3, [1.476689, 2.575792, 0.995391]])
def test_losses_with_many_decimals_add_up_as_well(losses):
    assert adds_up(LossMask(["t"] * 3, [1, 2, 3], losses))


def test_many_tokens_of_one_loss_have_no_range():
    mask = LossMask([f"t{n}" for n in range(20)], list(range(20)), [0.5] * 20)
    assert mask.describe() == "Os 20 tokens de resposta têm loss 0,50, com média 0,500; ela corrige os pesos."


def test_thousands_of_losses_are_looked_through_once_and_not_for_each():
    class Readings(list):
        reads = 0

        def __iter__(self):
            Readings.reads += 1
            return super().__iter__()

    losses = Losses(Readings([0.5] * 1000), is_checkable=False)
    assert [losses.format(loss) for loss in losses.values] == ["0,50"] * 1000
    assert Readings.reads < 10


def test_the_figure_shows_the_sum_that_gives_the_mean():
    assert "(2,1 + 0,8 + 0,4) ÷ 3 = 1,10 loss média" in " ".join(
        words(drawing(loss_masking.full_name).frame).split()
    )


@pytest.mark.parametrize("width", [700, 360])
def test_only_learned_tokens_have_a_bar_and_bars_are_in_proportion(width):
    frame = drawing(loss_masking.full_name, width=width).frame
    lengths = [bar.rect.height for bar in bars(frame) if bar.item.fill.role == "response.solid"]
    assert [length / lengths[0] for length in lengths] == pytest.approx([1, 0.8 / 2.1, 0.4 / 2.1])


@pytest.mark.parametrize("width", [700, 360])
def test_dots_are_around_what_is_ignored_and_nothing_else(width):
    def bands(content: LossMask) -> int:
        visits = walk(Figure(1, "a", "t", "h", content).draw(width=width).frame)
        boxes = [visit.item for visit in visits if isinstance(visit.item, Box) and visit.item.stroke]
        return sum(bool(box.stroke.dash) for box in boxes)

    assert bands(LossMask(["O", "gato"], [46, 308], [3.14, 2.72])) == 0
    assert bands(loss_masking.content) == 1
    assert bands(EXAMPLES["dois turnos"]) == 2


def test_the_mean_breaks_before_a_sign_never_after_it():
    mask = LossMask(["a"] * 5, [IGNORED, 1, 1, 1, 1], [1234.5] * 5)
    drawn = Figure(1, "a", "t", "h", mask).draw(width=360)
    blocks = [v.item for v in walk(drawn.frame) if isinstance(v.item, TextBlock)]
    (mean,) = (block for block in blocks if "÷" in block.text)
    lines = ["".join(run.run.text for run in line.runs) for line in mean.lines]
    assert len(lines) > 1
    assert [line for line in lines[:-1] if line.endswith(("+", "÷"))] == []


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("content", [loss_masking.content, *EXAMPLES.values(), LONG])
def test_the_mean_leads_back_to_the_model_and_context_leads_to_it(content, width):
    visits = list(walk(Figure(1, "a", "t", "h", content).draw(width=width).frame))
    paths = [v.item for v in visits if isinstance(v.item, Path) and "modelo" in v.item.joins]
    back = [path for path in paths if {"média", "volta"} & {*path.joins}]
    assert {path.fill.role.partition(".")[0] for path in back if path.fill} == {"response"}
    reads = [path for path in paths if path not in back]
    assert all(path.stroke.dash for path in reads)
    assert len(reads) == 1


@pytest.mark.parametrize("width", [700, 360])
def test_one_line_leads_from_all_that_is_learned_from_to_the_mean(width):
    visits = list(walk(Figure(1, "a", "t", "h", EXAMPLES["dois turnos"]).draw(width=width).frame))
    (line,) = [v for v in visits if isinstance(v.item, Path) and "aprendido 1" in v.item.joins]
    assert set(line.item.joins) == {"aprendido 1", "aprendido 3", "média"}
    rects = {v.item.name: v.rect for v in visits if isinstance(v.item, Frame) and v.item.name}
    mean, panels = rects["média"], [rects["aprendido 1"], rects["aprendido 3"]]
    ends = [command.points[-1].translate(line.at) for command in line.item.commands]
    tip = max(ends, key=lambda point: point.y)
    assert min(panel.bottom for panel in panels) < mean.y
    if width == 700:
        assert tip.x == pytest.approx(mean.center.x, abs=2)
    else:
        assert max(point.x for point in ends) > mean.right
        # From the mean it goes on to the model, below both.
        assert rects["modelo"].y > mean.bottom


@pytest.mark.parametrize("width", [700, 360])
def test_the_largest_loss_stands_out_below_what_was_expected(width):
    visits = list(walk(Figure(1, "a", "t", "h", EXAMPLES["sem máscara"]).draw(width=width).frame))
    texts = {v.item.text: v for v in visits if isinstance(v.item, TextBlock)}
    token, loss, expected = texts["piano"].rect, texts["7,2"].rect, texts["sofá?"].rect
    assert expected.bottom < token.y < loss.y
    assert expected.center.x == pytest.approx(token.center.x)
    assert all(loss.height > 1.5 * texts[other].rect.height for other in ("4,1", "2,3", "0,6", "3,55"))
    solid = [v.rect for v in caps(visits[0].item) if v.item.fill.role == "response.solid"]
    assert [rect.holds(token) for rect in solid] == [True]


def test_what_was_expected_is_not_lost_where_a_strip_is_vertical():
    content = LossMask(
        ["O", "gato", "dorme", "muito", "no", "piano", "de", "cauda"],
        [IGNORED, 1, 2, IGNORED, 4, 5, IGNORED, 7],
        [0.0, 4.1, 2.3, 0.0, 0.6, 7.2, 0.0, 1.0],
        expected="sofá",
    )
    frame = Figure(1, "a", "t", "h", content).draw(width=360).frame
    texts = {v.item.text: v.rect for v in walk(frame) if isinstance(v.item, TextBlock)}
    assert texts["sofá?"].bottom < texts["piano"].y
    assert texts["sofá?"].y > texts["no"].bottom


def test_what_is_ignored_is_quiet_and_what_is_learned_from_is_lit():
    frame = Figure(1, "a", "t", "h", loss_masking.content).draw().frame
    faces = {v.item.fill.role for v in caps(frame)}
    assert faces == {"instruction.soft", "response.mid"}
    assert "response.soft" in {
        v.item.fill.role for v in walk(frame) if isinstance(v.item, Box) and v.item.fill
    }


@pytest.mark.parametrize("content", [*EXAMPLES.values(), LONG])
def test_a_figure_with_a_subtitle_is_not_too_high(content):
    drawn = Figure(1, "a", "t", "Só a resposta ensina", content, "A instrução não soma na loss.").draw()
    assert drawn.findings == ()


def test_a_low_bar_is_seen_on_the_line_it_stands_on():
    content = LossMask(["O", "gato", "dorme"], [IGNORED, 46, 308], [0.0, 3.14, 0.02])
    assert Figure(1, "a", "t", "Só a resposta ensina", content).draw().findings == ()
