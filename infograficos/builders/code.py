"""Um trecho de código, com as linhas que ensinam marcadas e explicadas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import check_with
from infograficos.content.code_lines import MAX_LINE, CodeLines
from infograficos.content.descriptions import description_room, fullest
from infograficos.content.fields import Count, Flag, Items, Label, Name, Words, between, content, length
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError
from infograficos.language.grammar import ensure_full_stop, join_and, phrase
from infograficos.language.numbers import format_short
from infograficos.text.highlight import language_name
from infograficos.text.markup import plain_text
from infograficos.text.typography import truncate_line

__all__ = ["Code"]

WORDS = OwnWords(more_lines=("… mais {count} linha", "… mais {count} linhas"), plain_text="texto")

#: How many lines a figure has room for, without a file's name above them and with it.
_MAX_LINES, _MAX_LINES_NAMED = 12, 11
#: How many characters the description has, and a line quoted in it.
_DESCRIPTION, _QUOTATION = 190, 40


@content
class Code:
    """A few lines of a program, of a data file or of a configuration.

    Args:
        code: the lines; shared indentation is removed.
        language: what they are written in, such as “python”, “json”, “toml”, “bash” or “text”.
        highlight: the numbers of the highlighted lines, from 1.
        notes: a few words about a line, by its number; the line is highlighted as well.
        file_name: where the code is from, or nothing.
        line_numbers: whether each line has its number before it.
        focus: the number of the line whose note is the one to remember; by default that of the only note.
        most: how many lines to show; the others are counted below them.
        role: the colour role of the marked lines.
        bars: numbers by line, drawn to one scale below their lines: what a line sets, or leaves behind.
        masked: the numbers of the lines whose bars are dotted: what they say does not count.
    """

    code: CodeLines
    language: Annotated[Words, check_with(language_name)] = "python"
    highlight: Items[Count] = ()
    notes: Annotated[Mapping[Count, Name], length(0, 4)] = Field(default_factory=dict)
    file_name: Label = ""
    line_numbers: Flag = False
    focus: Count | None = None
    most: Annotated[int, between(1, _MAX_LINES)] | None = None
    role: Words = "input"
    bars: Annotated[Mapping[Count, Annotated[float, Field(ge=0, allow_inf_nan=False)]], length(0, 4)] = Field(
        default_factory=dict
    )
    masked: Items[Count] = ()

    def __post_init__(self) -> None:
        shown = len(self._visible)
        # Hidden lines are counted in a line of their own.
        room = (_MAX_LINES_NAMED if self.file_name else _MAX_LINES) - bool(self._hidden_count)
        if shown > room:
            raise ContentError(
                (
                    "o código mostraria {count} linha, e cabem {room}; dê só as que ensinam, ou diga em "
                    "“most” quantas mostrar",
                    "o código mostraria {count} linhas, e cabem {room}; dê só as que ensinam, ou diga em "
                    "“most” quantas mostrar",
                ),
                shown,
                room=room,
            )
        for number, line in enumerate(self._lines, 1):
            if len(line) > MAX_LINE:
                raise ContentError(
                    "a linha {number} tem {length} caracteres; esperados até {most}, quebre-a em duas",
                    number=number,
                    length=len(line),
                    most=MAX_LINE,
                )
        if self.focus and self.focus not in self.notes:
            raise ContentError(
                "a linha {number}, em “focus”, não tem nota; dê a nota dela em “notes”", number=self.focus
            )
        self._check_numbers()

    def _check_numbers(self) -> None:
        count, shown = len(self._lines), len(self._visible)
        for number in sorted({*self._marked_lines, *self.bars}):
            if number > count:
                raise ContentError(
                    (
                        "a linha {number} não existe; o código tem {count} linha",
                        "a linha {number} não existe; o código tem {count} linhas",
                    ),
                    count,
                    number=number,
                )
            if number > shown:
                raise ContentError(
                    (
                        "a linha {number} não aparece: “most” mostra só {count} linha",
                        "a linha {number} não aparece: “most” mostra só {count} linhas",
                    ),
                    shown,
                    number=number,
                )
        for number in self.masked:
            if number not in self.bars or number in self._marked_lines:
                raise ContentError(
                    "a linha {number}, em “masked”, precisa de uma barra e não pode ter destaque",
                    number=number,
                )

    def body(self) -> elements.Element:
        """Return the listing under the name of its file."""
        text, marks, notes = "\n".join(self._visible), self._marked_lines, self.notes
        more = WORDS("more_lines", self._hidden_count) if self._hidden_count else ""
        block = elements.CodeBlock(
            text,
            self.language,
            marks,
            notes,
            self.line_numbers,
            self.role,
            self._focus,
            more,
            {n: self._bar(n) for n in self.bars},
        )
        bar = elements.editor_bar(self.file_name, self._language) if self.file_name else None
        return elements.Named("código", elements.Window(block, bar, block.gutter))

    def _bar(self, number: int) -> elements.Bar:
        """Return a line's bar, solid if the line is marked, and dotted if it does not count."""
        largest = max(self.bars.values())
        if number in self.masked:
            return elements.Bar(self.bars[number], largest, "masked", "masked")
        fill: Literal["solid", "mid"] = "solid" if number in self._marked_lines else "mid"
        return elements.Bar(self.bars[number], largest, self.role, fill)

    def describe(self) -> str:
        """Return the language, how many lines there are, and those that stand out, or the first one."""
        opening = f"{self._describe_file()}{self._describe_bars()}"
        if not self._marked_lines:
            start = phrase("Começa com “{line}”.", line=truncate_line(self._lines[0], _QUOTATION))
            return fullest([f"{opening} {start}", opening])
        sentence = f"{opening} {_describe_highlight(map(self._describe_line, self._marked_lines))}"
        room = min(_DESCRIPTION, description_room())
        if len(sentence) <= room:
            return sentence
        return fullest([f"{opening} {self._describe_marks(room - len(opening))}"])

    def _describe_bars(self) -> str:
        if not self.bars:
            return ""
        lines, values = map(str, sorted(self.bars)), (format_short(self.bars[n]) for n in sorted(self.bars))
        text = phrase(
            ("Barra abaixo da linha {lines}: {values}.", "Barras abaixo das linhas {lines}: {values}."),
            len(self.bars),
            lines=join_and([*lines]),
            values=join_and([*values]),
        )
        return f" {text}{self._describe_masked()}"

    def _describe_masked(self) -> str:
        if not self.masked:
            return ""
        text = phrase(
            ("A da linha {lines} não conta.", "As das linhas {lines} não contam."),
            len(self.masked),
            lines=join_and(list(map(str, sorted(self.masked)))),
        )
        return f" {text}"

    def _describe_file(self) -> str:
        name = self._language
        if self.file_name:
            name = phrase("{language}, do arquivo {file}", language=name, file=self.file_name)
        told = phrase(
            ("Código em {source}, com {count} linha", "Código em {source}, com {count} linhas"),
            len(self._lines),
            source=name,
        )
        if not self._hidden_count:
            return f"{told}."
        return phrase(
            ("{code}, das quais só a primeira aparece.", "{code}, das quais aparecem as {count} primeiras."),
            len(self._visible),
            code=told,
        )

    def _describe_line(self, number: int) -> str:
        note = f" ({plain_text(self.notes[number])})" if number in self.notes else ""
        line = f"“{truncate_line(self._lines[number - 1], _QUOTATION)}”{note}"
        return phrase("linha {number}, {content}", number=number, content=line)

    def _describe_marks(self, room: int) -> str:
        """Describe the marked lines by their notes, if there is room, or by their numbers."""
        notes = sorted(self.notes.items())
        sentence = _describe_highlight(
            phrase("linha {number}, {content}", number=number, content=plain_text(note))
            for number, note in notes
        )
        if notes and len(sentence) < room:
            return sentence
        lines = join_and(list(map(str, self._marked_lines)))
        count = len(self._marked_lines)
        return phrase(
            ("Em destaque, a linha {lines}.", "Em destaque, as linhas {lines}."), count, lines=lines
        )

    @property
    def _focus(self) -> int:
        return self.focus or (min(self.notes) if len(self.notes) == 1 else 0)

    @property
    def _language(self) -> str:
        return WORDS("plain_text") if self.language.casefold() == "text" else language_name(self.language)

    @property
    def _lines(self) -> list[str]:
        return self.code.split("\n")

    @property
    def _visible(self) -> list[str]:
        return self._lines[: self.most]

    @property
    def _hidden_count(self) -> int:
        return len(self._lines) - len(self._visible)

    @property
    def _marked_lines(self) -> tuple[int, ...]:
        return tuple(sorted({*self.highlight, *self.notes}))


def _describe_highlight(lines: Iterable[str]) -> str:
    told = [*lines]
    sentence = phrase(("Em destaque: {parts}", "Em destaque: {parts}"), len(told), parts="; ".join(told))
    return ensure_full_stop(sentence)


_RECORD = ("Diga em inglês", "Bom dia", "Good morning")
#: How many words the model reads of each field; on lines 2 to 4 of the record.
_READ = [len(text.split()) for text in _RECORD]

EXAMPLES = {
    "passo de treino": Code(
        """
        model(x, y).backward()
        model(x, y).backward()
        model(x, y).backward()
        optimizer.zero_grad()
        """,
        notes={4: "zera o gradiente"},
        role="model",
        bars={1: 1, 2: 2, 3: 3},
    ),
    "registro": Code(
        f"""
        {{
          "instruction": "{_RECORD[0]}",
          "input": "{_RECORD[1]}",
          "output": "{_RECORD[2]}"
        }}
        """,
        language="json",
        notes={4: "só isto ensina"},
        role="response",
        bars=dict(enumerate(_READ, 2)),
        masked=[2, 3],
    ),
    "configuração": Code(
        """
        [taxas]
        pre_treino = 6e-4
        ajuste_fino = 2e-5
        """,
        language="toml",
        highlight=[3],
        file_name="treino.toml",
        line_numbers=True,
        bars={2: 6e-4, 3: 2e-5},
    ),
}

HEADLINES = {
    "passo de treino": "Sem **zero_grad**{model}, tudo se soma",
    "registro": f"Lê {sum(_READ)} palavras, aprende **{_READ[-1]}**{{response}}",
    "configuração": "Ajuste fino: passo **30 × menor**{input}",
}
