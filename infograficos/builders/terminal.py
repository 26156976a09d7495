"""Comandos em um terminal e o que eles respondem."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from infograficos import elements
from infograficos.content.code_lines import MAX_LINE, CodeLines, OutputLines
from infograficos.content.descriptions import description_room, fullest
from infograficos.content.fields import Detail, Items, Label, Words, between, content, length, short
from infograficos.content.own_words import OwnWord, OwnWords
from infograficos.errors import truncate
from infograficos.language.portuguese import ensure_full_stop, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Command", "Terminal"]

WORDS = OwnWords(
    more_lines=("… mais {count} linha", "… mais {count} linhas"),
)

#: How many lines a figure has room for, notes included.
_MAX_LINES = 10
#: With more commands they are closer, so that five of them are no taller than a figure.
_MAX_SPACIOUS = 3
#: How many characters the description has, and a line quoted in it.
_DESCRIPTION, _QUOTATION = 190, 48
#: What an author writes in place of omitted lines.
_ELLIPSES = ("...", "…")


def _check_one_line(command: str) -> str:
    if "\n" in command:
        raise ValueError("esperado um comando em uma linha só; dê um Command para cada linha")
    return command


def _check_line_lengths(output: str) -> str:
    long = next((line for line in output.split("\n") if len(line) > MAX_LINE), "")
    if long:
        raise ValueError(f"esperadas linhas de até {MAX_LINE} caracteres, veio uma de {len(long)}")
    return output


@content
class Command:
    """One command and its answer.

    Args:
        line: what is typed, without the prompt.
        output: what the terminal answers, or nothing; a line “...” stands for omitted lines.
        note: what the command is for, in a few words, or nothing.
    """

    line: Annotated[CodeLines, short(MAX_LINE), AfterValidator(_check_one_line)]
    output: Annotated[OutputLines, AfterValidator(_check_line_lengths)] = ""
    note: Annotated[Detail, short(48)] = ""


@content
class Terminal:
    """Commands one after another, each with what it answers.

    Args:
        commands: one to five.
        title: what the window is called, or nothing.
        prompt: the sign before each command.
        most: how many lines of an answer are shown; of a longer one, the first lines and the last.
    """

    commands: Annotated[Items[Command], length(1, 5)]
    title: Annotated[Label, OwnWord()] = "terminal"
    prompt: Annotated[Words, short(12)] = "$"
    most: Annotated[int, between(2, 10)] = 4

    def __post_init__(self) -> None:
        count = sum(1 + bool(each.note) + min(len(_lines(each)), self.most) for each in self.commands)
        if count > _MAX_LINES:
            raise ValueError(
                f"o terminal tem {count} linhas, notas contadas, e uma figura mostra até {_MAX_LINES}; "
                "dê menos comandos ou mostre menos linhas de cada um em “most”"
            )

    def body(self) -> elements.Element:
        """Return the window with the commands in it."""
        steps = tuple(map(self._step, elements.numbered_names("comando", self.commands), self.commands))
        gap = "small" if len(steps) <= _MAX_SPACIOUS else "tiny"
        screen = elements.Band(elements.Column(steps, gap))
        return elements.Named("terminal", elements.window(screen, self.title, dots=True))

    def describe(self) -> str:
        """Return the commands with what they are for and the last line of their answers."""
        opening = f"Terminal com {pluralize(len(self.commands), 'comando', 'comandos')}"
        for answers, notes in ((True, True), (True, False), (False, False)):
            phrases = (_describe_command(command, answers, notes) for command in self.commands)
            sentence = ensure_full_stop(f"{opening}: {'; '.join(phrases)}")
            if len(sentence) <= min(_DESCRIPTION, description_room()):
                return sentence
        return fullest([f"{opening}; o primeiro é “{_quote(self.commands[0].line)}”.", f"{opening}."])

    def _step(self, name: str, command: Command) -> elements.Element:
        lines = [elements.command_line(self.prompt, command.line), *self._output(command)]
        if command.note:
            gap, note = elements.Spacer("tiny"), elements.Text(command.note, "label", "muted")
            lines = [gap, note, gap, *lines]
        return elements.Named(name, elements.Column(tuple(lines), "none"))

    def _output(self, command: Command) -> list[elements.Element]:
        """Return the lines of an answer, with a count in place of those that have no room."""
        lines: list[elements.Element] = [
            elements.comment_line("…") if line.strip() in _ELLIPSES else elements.plain_line(line)
            for line in _lines(command)
        ]
        if len(lines) <= self.most:
            return lines
        more = WORDS("more_lines", len(lines) - self.most + 1)
        return [*lines[: self.most - 2], elements.comment_line(more), lines[-1]]


def _lines(command: Command) -> list[str]:
    return command.output.split("\n") if command.output else []


def _describe_command(command: Command, with_answer: bool, with_note: bool) -> str:
    note = f" ({plain_text(command.note)})" if with_note and command.note else ""
    last = _quote(command.output.rsplit("\n", 1)[-1].strip())
    answer = f", que responde “{last}”" if with_answer and last and last not in _ELLIPSES else ""
    return f"“{_quote(command.line)}”{note}{answer}"


def _quote(line: str) -> str:
    return truncate(line, _QUOTATION, strip=True)


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
