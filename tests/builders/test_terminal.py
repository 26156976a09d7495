"""A terminal: what is said, what is refused, what is left out, and answers that are true."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.terminal import EXAMPLES, Command, Terminal
from infograficos.scene.items import Box, Ellipse, Path, TextBlock, walk


def figure(content: Terminal) -> Figure:
    return Figure(1, "terminal", "Terminal", "O que o exemplo ensina", content)


def written(content: Terminal, width: float = 700) -> list[str]:
    frame = figure(content).draw(width=width).frame
    blocks = [v.item for v in walk(frame) if isinstance(v.item, TextBlock)]
    return [line.text for block in blocks for line in block.lines if block.kind == "listing"]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["memória"].describe() == (
        "Terminal com 2 comandos: “treina.py --lote 64”, que responde “CUDA out of memory”; "
        "“treina.py --lote 8 --acumula 8”, que responde “cabe!”."
    )
    assert EXAMPLES["bytes"].describe() == (
        'Terminal com 2 comandos: “len("é")”, que responde “1”; “len("é".encode())”, que responde “2”.'
    )


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([Command("ls")], "Terminal com 1 comando: “ls”."),
        ([Command("ls", "a\n...")], "Terminal com 1 comando: “ls”."),
        ([Command("x" * 90)] * 5, f"Terminal com 5 comandos; o primeiro é “{'x' * 47}…”."),
    ],
)
def test_what_is_short_is_said_and_what_is_long_is_summed_up(commands, words):
    assert Terminal(commands).describe() == words


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Terminal([]),
            "Terminal.commands: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
        (lambda: Terminal(["ls"]), 'Terminal.commands[0]: esperado um objeto Command, veio "ls"'),
        (
            lambda: Command("a\nb"),
            "Command.line: esperado um comando em uma linha só; dê um Command para cada linha",
        ),
        (
            lambda: Command("ls", "x" * 91),
            "Command.output: esperadas linhas de até 90 caracteres, veio uma de 91",
        ),
        (
            lambda: Command("ls", "\x1b[0m"),
            "Command.output: o texto tem um caractere de controle (U+001B); apague-o",
        ),
        (
            lambda: Terminal([Command("ls", "a\nb\nc\nd")] * 3),
            "Terminal: o terminal tem 15 linhas, notas contadas, e uma figura mostra até 10; "
            "dê menos comandos ou mostre menos linhas de cada um em “most”",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_long_answer_keeps_its_first_lines_and_its_last_and_counts_the_others():
    answer = "\n".join(f"linha {n}" for n in range(1, 11))
    assert written(Terminal([Command("ls", answer)])) == [
        "ls", "linha 1", "linha 2", "… mais 7 linhas", "linha 10",
    ]  # fmt: skip
    assert written(Terminal([Command("ls", "a\nb\nlinha c")], most=2)) == ["ls", "… mais 2 linhas", "linha c"]


def paints(content: Terminal) -> dict[str, str]:
    """The colour of each line of type, by what it says."""
    blocks = [v.item for v in walk(figure(content).draw().frame) if isinstance(v.item, TextBlock)]
    return {block.text: block.lines[0].runs[0].paint.role for block in blocks}


def fills(content: Terminal) -> list[str]:
    """The fills of all shapes."""
    shapes = [v.item for v in walk(figure(content).draw().frame) if isinstance(v.item, Box | Path)]
    return [shape.fill.role for shape in shapes if shape.fill]


def test_three_dots_in_an_answer_are_a_cut_and_drawn_muted():
    assert paints(Terminal([Command("ls", "a\n...\nb")]))["…"] == "muted"
    assert "response.solid" not in fills(Terminal([Command("ls", "a\n...")]))


def test_what_a_command_answers_in_the_end_stands_out_and_what_comes_before_recedes():
    found = paints(Terminal([Command("ls", "a\nb"), Command("pwd", "c\nd")]))
    assert [found[line] for line in "abcd"] == ["muted", "response.strong", "muted", "paper"]


def test_an_error_is_in_the_colours_of_alert_and_is_no_result():
    content = Terminal([Command("ls", "não há espaço", failed=True), Command("df", "a b")])
    assert paints(content)["não há espaço"] == "alert.strong"
    assert {"alert.soft", "response.solid"} <= set(fills(content))


@pytest.mark.parametrize("count", [1, 3, 5])
def test_only_the_last_answer_is_solid(count):
    assert "response.solid" in fills(Terminal([Command("ls", "a")] * count))
    assert paints(Terminal([Command("ls", f"{n}") for n in range(count)]))[f"{count - 1}"] == "paper"


@pytest.mark.parametrize(("answer", "is_large"), [("6", True), ("feito em 3 s", False), ("x" * 15, False)])
def test_a_last_answer_of_one_short_word_is_large(answer, is_large):
    blocks = list(walk(figure(Terminal([Command("ls", answer)])).draw().frame))
    (height,) = [v.rect.height for v in blocks if getattr(v.item, "text", "") == answer]
    assert (height > 30) == is_large


def test_the_prompt_lies_on_a_cap_beside_the_command_and_the_command_is_heavy():
    frame = figure(Terminal([Command("x = 1")], prompt=">>>")).draw().frame
    found = {v.item.text: v for v in walk(frame) if isinstance(v.item, TextBlock)}
    command = found["x = 1"].item.lines[0].runs[0]
    assert (command.paint.role, command.run.face) == ("ink", "JetBrainsMono-SemiBold")
    (cap,) = [
        v.rect for v in walk(frame) if isinstance(v.item, Box) and v.item.fill.role == "instruction.mid"
    ]
    assert cap.holds(found[">>>"].rect)
    assert cap.right < found["x = 1"].rect.x


def test_a_prompt_of_two_words_is_one_line_on_every_cap():
    commands = [Command("x", "y"), Command("python -c " + "a" * 40 + ";" + "b" * 10)]
    frame = figure(Terminal(commands, prompt="meu prompt")).draw().frame
    caps = [v.rect for v in walk(frame) if isinstance(v.item, Box) and v.item.fill.role == "instruction.mid"]
    assert len(caps) == 2
    assert {(round(cap.width, 2), round(cap.height, 2)) for cap in caps} == {
        (round(caps[0].width, 2), round(caps[0].height, 2))
    }
    answers = [v.rect.x for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text == "y"]
    assert caps[0].right < answers[0]


def test_the_window_has_three_buttons():
    frame = figure(EXAMPLES["bytes"]).draw().frame
    assert len([v for v in walk(frame) if isinstance(v.item, Ellipse)]) == 3


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize(
    "commands",
    [
        [Command("python treino.py --passos 300", note="Treina")] * 5,
        [Command("python treino.py --passos 300", "pronto")] * 5,
        [Command("python treino.py --passos 300", "um\ndois", "Treina")] * 2,
        [Command("python treino.py --passos 300", "a\nb\nc\nd\ne\nf\ng\nh", "Treina")],
    ],
)
def test_the_fullest_terminals_are_still_figures(width, commands):
    found = figure(Terminal(commands, most=8)).draw(width=width).findings
    assert [finding.message for finding in found] == []


def test_the_answers_about_bytes_are_those_of_python():
    answers = {command.line: command.output for command in EXAMPLES["bytes"].commands}
    assert answers == {'len("é")': str(len("é")), 'len("é".encode())': str(len("é".encode()))}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
