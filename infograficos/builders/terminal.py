"""Comandos em um terminal e o que eles respondem."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from infograficos import elements
from infograficos.content.fields import Detail, Multiline, Words, content, dedent_lines, short
from infograficos.language.portuguese import ensure_full_stop, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Command", "Terminal"]

#: How many lines a figure shows, what is said about commands counted too.
_MOST = 10
#: How long a line may be: on a phone it is broken into several.
_LONGEST = 90
#: With more commands than this they stand closer, so that five of them are no taller than a figure.
_ROOMY = 3
#: How many characters the account of a terminal may have, and how many a line quoted in it.
_TOLD, _QUOTED = 190, 48
#: What an author writes for lines that are left out.
_CUT = ("...", "…")


def _in_one_line(command: str) -> str:
    if "\n" in command:
        raise ValueError("esperado um comando em uma linha só; dê um Command para cada linha")
    return command


def _of_lines(output: str) -> str:
    long = next((line for line in output.split("\n") if len(line) > _LONGEST), "")
    if long:
        raise ValueError(f"esperadas linhas de até {_LONGEST} caracteres, veio uma de {len(long)}")
    return output


@content
class Command:
    """One command and its answer.

    Args:
        line: what is typed, without the prompt.
        output: what the terminal answers, line by line, or nothing; a line “...” stands for lines left out.
        note: what the command is for, in a few words, or nothing.
    """

    line: Annotated[Words, BeforeValidator(dedent_lines), short(_LONGEST), AfterValidator(_in_one_line)]
    output: Annotated[Multiline, AfterValidator(_of_lines)] = ""
    note: Annotated[Detail, short(48)] = ""


@content
class Terminal:
    """Commands one after another, each with what it answers.

    Args:
        commands: one to five.
        title: what the window is called, or nothing.
        prompt: what stands before each command.
        most: how many lines of an answer are shown; of a longer one, the first lines and the last.
    """

    commands: Annotated[Sequence[Command], Field(min_length=1, max_length=5), AfterValidator(tuple)]
    title: Annotated[Detail, short(30)] = "terminal"
    prompt: Annotated[Words, short(12)] = "$"
    most: Annotated[int, Field(strict=True, ge=2, le=10)] = 4

    def __post_init__(self) -> None:
        count = sum(1 + bool(each.note) + min(len(_lines(each)), self.most) for each in self.commands)
        if count > _MOST:
            raise ValueError(
                f"o terminal tem {count} linhas, notas contadas, e uma figura mostra até {_MOST}; "
                "dê menos comandos ou mostre menos linhas de cada um em “most”"
            )

    def body(self) -> elements.Element:
        """Return the window with the commands in it."""
        steps = tuple(self._step(number) for number in range(1, len(self.commands) + 1))
        gap = "small" if len(steps) <= _ROOMY else "tiny"
        return elements.Named(
            "terminal", elements.window(elements.Band(elements.Column(steps, gap)), self.title, dots=True)
        )

    def describe(self) -> str:
        """Return the commands with what they are for and the last line of their answers."""
        opening = f"Terminal com {pluralize(len(self.commands), 'comando', 'comandos')}"
        for answers, notes in ((True, True), (True, False), (False, False)):
            told = "; ".join(_told(command, answers, notes) for command in self.commands)
            sentence = ensure_full_stop(f"{opening}: {told}")
            if len(sentence) <= _TOLD:
                return sentence
        return f"{opening}; o primeiro é “{_shortened(self.commands[0].line)}”."

    def _step(self, number: int) -> elements.Element:
        command = self.commands[number - 1]
        lines: tuple[elements.Element, ...] = (
            elements.command_line(self.prompt, command.line),
            *self._answered(command),
        )
        if command.note:
            lines = (
                elements.Spacer("tiny"),
                elements.Text(command.note, "label", "muted"),
                elements.Spacer("tiny"),
                *lines,
            )
        return elements.Named(f"comando {number}", elements.Column(lines, "none"))

    def _answered(self, command: Command) -> list[elements.Element]:
        """Return the lines of an answer, with what is left out in their place."""
        shown: list[elements.Element] = [
            elements.comment_line("…") if line.strip() in _CUT else elements.plain_line(line)
            for line in _lines(command)
        ]
        if len(shown) <= self.most:
            return shown
        left_out = len(shown) - self.most + 1
        cut = elements.comment_line(f"… mais {pluralize(left_out, 'linha', 'linhas')}")
        return [*shown[: self.most - 2], cut, shown[-1]]


def _lines(command: Command) -> list[str]:
    return command.output.split("\n") if command.output else []


def _told(command: Command, answered: bool, noted: bool) -> str:
    note = f" ({plain_text(command.note)})" if noted and command.note else ""
    last = _shortened(command.output.rsplit("\n", 1)[-1].strip())
    answer = f", que responde “{last}”" if answered and last and last not in _CUT else ""
    return f"“{_shortened(command.line)}”{note}{answer}"


def _shortened(line: str) -> str:
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1].rstrip()}…"


EXAMPLES = {
    "instalação": Terminal(
        [
            Command(
                "pip install torch==2.6.0",
                "Collecting torch==2.6.0\n...\nSuccessfully installed torch-2.6.0",
                "Instala o PyTorch",
            ),
            Command(
                'python -c "import torch; print(torch.__version__)"',
                "2.6.0+cu124",
                "Confere a versão e a do CUDA",
            ),
        ]
    ),
    "bytes": Terminal(
        [
            Command("""python -c "print(len('ação'))\"""", "4", "Letras da palavra"),
            Command("""python -c "print(len('ação'.encode()))\"""", "6", "Bytes dela em UTF-8"),
        ]
    ),
}
