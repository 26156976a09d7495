"""Comandos em um terminal e o que eles respondem."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from infograficos import elements
from infograficos.content.code_lines import MAX_LINE, CodeLines, OutputLines
from infograficos.content.descriptions import description_room, fullest
from infograficos.content.fields import Detail, Flag, Items, Label, Words, between, content, length, short
from infograficos.content.own_words import OwnWord, OwnWords
from infograficos.errors import ContentError, truncate
from infograficos.language.grammar import ensure_full_stop, phrase
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
#: The styles of lines, best first, and with more lines than this they are small.
_LINE_STYLES, _MAX_LARGE = ("code_large", "code"), 7
#: The longest answer that is drawn as a large result, in characters, and its styles, best first.
_MAX_RESULT, _RESULT_STYLES = 14, ("display", "heading")
#: What an author writes in place of omitted lines.
_ELLIPSES = ("...", "…")


def _check_one_line(command: str) -> str:
    if "\n" in command:
        raise ContentError("esperado um comando em uma linha só; dê um Command para cada linha")
    return command


def _check_line_lengths(output: str) -> str:
    long = next((line for line in output.split("\n") if len(line) > MAX_LINE), "")
    if long:
        raise ContentError(
            "esperadas linhas de até {most} caracteres, veio uma de {length}",
            most=MAX_LINE,
            length=len(long),
        )
    return output


@content
class Command:
    """One command and its answer.

    Args:
        line: what is typed, without the prompt.
        output: what the terminal answers, or nothing; a line “...” stands for omitted lines.
        note: what the command is for, in a few words, or nothing.
        failed: the answer is an error.
    """

    line: Annotated[CodeLines, short(MAX_LINE), AfterValidator(_check_one_line)]
    output: Annotated[OutputLines, AfterValidator(_check_line_lengths)] = ""
    note: Annotated[Detail, short(48)] = ""
    failed: Flag = False


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
        if self._count > _MAX_LINES:
            raise ContentError(
                "o terminal tem {lines} linhas, notas contadas, e uma figura mostra até {most}; "
                "dê menos comandos ou mostre menos linhas de cada um em “most”",
                lines=self._count,
                most=_MAX_LINES,
            )

    def body(self) -> elements.Element:
        """Return the window with the commands in it."""
        gap = "small" if self._is_spacious else "hair"
        places = elements.numbered_names("comando", self.commands)
        styles = _LINE_STYLES if self._count <= _MAX_LARGE else _LINE_STYLES[-1:]
        pairs = list(zip(places, self.commands, strict=True))
        screens = (
            elements.Column(tuple(self._step(*pair, style) for pair in pairs), gap) for style in styles
        )
        screen = elements.FirstThatFits(tuple(screens))
        prompt = elements.Row((elements.Spacer("small"), self._prompt(), elements.Spacer("tiny")), "none")
        return elements.Named("terminal", elements.Window(screen, elements.terminal_bar(self.title), prompt))

    def describe(self) -> str:
        """Return the commands with what they are for and the last line of their answers."""
        count = len(self.commands)
        opening = phrase(("Terminal com {count} comando", "Terminal com {count} comandos"), count)
        for answers, notes in ((True, True), (True, False), (False, False)):
            phrases = (_describe_command(command, answers, notes) for command in self.commands)
            sentence = ensure_full_stop(f"{opening}: {'; '.join(phrases)}")
            if len(sentence) <= min(_DESCRIPTION, description_room()):
                return sentence
        first = phrase("o primeiro é “{line}”", line=_quote(self.commands[0].line))
        return fullest([f"{opening}; {first}.", f"{opening}."])

    @property
    def _count(self) -> int:
        return sum(1 + bool(each.note) + min(len(_lines(each)), self.most) for each in self.commands)

    def _step(self, name: str, command: Command, style: str) -> elements.Element:
        """Return a command with its answer, aligned below each other beside the prompt."""
        aside = elements.SameWidthAs((self._prompt(),))
        line: elements.Element = elements.plain_line(command.line, strong=True, style=style)
        line = line if style == _LINE_STYLES[-1] else elements.NoWrap(line)
        lines = [
            self._line(self._prompt(), line),
            *(self._line(aside, each) for each in self._answer(command)),
        ]
        if command.note:
            note = elements.Text(command.note, "mark", "instruction.strong")
            lines = [self._line(aside, note), elements.Spacer("tiny"), *lines]
        return elements.Named(name, elements.Column(tuple(lines), "none"))

    def _line(
        self, aside: elements.Element, line: elements.Element, align: elements.Align = "start"
    ) -> elements.Element:
        return elements.Band(elements.Row((aside, elements.Grow(line)), "medium", align))

    def _prompt(self) -> elements.Element:
        # A prompt in two lines would be narrower than that of lines with more room.
        words = elements.Text(self.prompt.replace(" ", "\N{NO-BREAK SPACE}"), "key", "ink", literal=True)
        return elements.Cap(words, "instruction", "focus", "tiny", "tiny", slim=True)

    def _answer(self, command: Command) -> list[elements.Element]:
        """Return the lines of an answer, with a count in place of those that have no room.

        Its last line is what it says; that of the last command is the one to remember.
        """
        *first, last = _lines(command) or [""]
        if not last:
            return []
        lines: list[elements.Element] = [_answer_line(line) for line in first]
        if len(first) >= self.most:
            more = WORDS("more_lines", len(first) - self.most + 2)
            lines = [*lines[: self.most - 2], elements.comment_line(more)]
        is_last = command is self.commands[-1]
        return [
            *lines,
            _final_line(last, "alert" if command.failed else "response", is_last, self._is_spacious),
        ]

    @property
    def _is_spacious(self) -> bool:
        return len(self.commands) <= _MAX_SPACIOUS


def _answer_line(line: str, color: str = "muted") -> elements.Element:
    if line.strip() in _ELLIPSES:
        return elements.comment_line("…")
    return elements.plain_line(line, color, strong=color != "muted")


def _final_line(line: str, role: str, is_last: bool, is_spacious: bool) -> elements.Element:
    """Return what an answer says: in a balloon where there is room for its tail, the last one solid."""
    is_short = len(line.strip()) <= _MAX_RESULT and " " not in line.strip()
    is_balloon = is_spacious and (is_last or is_short or role == "alert")
    if line.strip() in _ELLIPSES or not (is_last or is_balloon):
        return _answer_line(line, f"{role}.strong")
    color = "paper" if is_last else f"{role}.strong"
    said: elements.Element = elements.plain_line(line, color, strong=True)
    if not is_balloon:
        return elements.Row((elements.Card(said, f"{role}.solid", None, "none", "tiny", "bar"),), "none")
    if is_short:
        sizes = (
            elements.Text(line.strip(), style, color, "center", literal=True) for style in _RESULT_STYLES
        )
        said = elements.FirstThatFits((*map(elements.NoWrap, sizes), said))
    return elements.Row((elements.Balloon(said, role, "up", "start", is_last, "tiny"),), "none")


def _lines(command: Command) -> list[str]:
    return command.output.split("\n") if command.output else []


def _describe_command(command: Command, with_answer: bool, with_note: bool) -> str:
    note = f" ({plain_text(command.note)})" if with_note and command.note else ""
    last = _quote(command.output.rsplit("\n", 1)[-1].strip())
    told = f"“{_quote(command.line)}”{note}"
    if not with_answer or not last or last in _ELLIPSES:
        return told
    return phrase("{command}, que responde “{answer}”", command=told, answer=last)


def _quote(line: str) -> str:
    return truncate(line, _QUOTATION, strip=True)


EXAMPLES = {
    "memória": Terminal(
        [
            Command("treina.py --lote 64", "...\nCUDA out of memory", failed=True),
            Command("treina.py --lote 8 --acumula 8", "cabe!"),
        ]
    ),
    "bytes": Terminal(
        [Command('len("é")', "1"), Command('len("é".encode())', "2")],
        title="Python",
        prompt=">>>",
    ),
}

HEADLINES = {
    "memória": "Não coube? **8 × 8**{response} também é 64",
    "bytes": "“é”: 1 letra, **2 bytes**{response}",
}
