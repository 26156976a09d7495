"""Um trecho de código, com as linhas que ensinam marcadas e explicadas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from infograficos import elements
from infograficos.content.checks import as_validator
from infograficos.content.fields import Count, Detail, Flag, Words, content, dedent_lines, short
from infograficos.elements.code.language import spoken_language
from infograficos.language.portuguese import ensure_full_stop, join_and, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Code"]

#: How many lines a figure shows, without the name of a file above them and with it.
_MOST, _MOST_NAMED = 12, 11
#: How long a line may be: on a phone it is broken into several.
_LONGEST = 90
#: How many lines may have a note, and how many characters it has.
_NOTES, _NOTE = 4, 40
#: How many characters the account of a listing may have, and how many a line quoted in it.
_TOLD, _QUOTED = 190, 40


@as_validator
def _check_language(language: str) -> str:
    spoken_language(language)
    return language


@content
class Code:
    """A few lines of a program, of a data file or of a configuration.

    Args:
        code: the lines; what all of them are indented by is taken off.
        language: what they are written in, such as “python”, “json”, “toml”, “bash” or “text”.
        highlight: the numbers of the lines that stand out, from 1.
        notes: a few words about a line, by its number; the line stands out as well.
        file_name: where the code is from, or nothing.
        line_numbers: whether each line has its number before it.
        most: how many lines to show; below them stands how many were left out.
        role: whose colours the lines that stand out have.
    """

    code: Annotated[Words, BeforeValidator(dedent_lines)]
    language: Annotated[Words, AfterValidator(_check_language)] = "python"
    highlight: Annotated[Sequence[Count], AfterValidator(tuple)] = ()
    notes: Annotated[Mapping[Count, Annotated[Words, short(_NOTE)]], Field(max_length=_NOTES)] = Field(
        default_factory=dict
    )
    file_name: Annotated[Detail, short(30)] = ""
    line_numbers: Flag = False
    most: Annotated[int, Field(strict=True, ge=1, le=_MOST)] | None = None
    role: Words = "input"

    def __post_init__(self) -> None:
        count, shown = len(self._lines), len(self._shown)
        # What was left out is said in a line of its own.
        most = (_MOST_NAMED if self.file_name else _MOST) - bool(self._left_out)
        if shown > most:
            raise ValueError(
                f"o código mostraria {_lines(shown)}, e cabem {most}; "
                "dê só as que ensinam, ou diga em “most” quantas mostrar"
            )
        for number, line in enumerate(self._lines, 1):
            if len(line) > _LONGEST:
                raise ValueError(
                    f"a linha {number} tem {len(line)} caracteres; esperados até {_LONGEST}, quebre-a em duas"
                )
        for number in self._marked:
            if number > count:
                raise ValueError(f"a linha {number} não existe; o código tem {_lines(count)}")
            if number > shown:
                raise ValueError(f"a linha {number} não aparece: “most” mostra só {_lines(shown)}")

    def body(self) -> elements.Element:
        """Return the listing under the name of its file."""
        block = elements.CodeBlock(
            "\n".join(self._shown),
            self.language,
            self._marked,
            self.notes,
            self.line_numbers,
            self.role,
            f"… mais {_lines(self._left_out)}" if self._left_out else "",
        )
        aside = spoken_language(self.language) if self.file_name else ""
        return elements.Named("código", elements.window(block, self.file_name, aside))

    def describe(self) -> str:
        """Return the language, how many lines there are, and those that stand out, or the first one."""
        name = f", do arquivo {self.file_name}" if self.file_name else ""
        shown = f", das quais {self._seen}" if self._left_out else ""
        opening = f"Código em {spoken_language(self.language)}{name}, com {_lines(len(self._lines))}{shown}."
        if not self._marked:
            return f"{opening} Começa com “{_cut(self._lines[0])}”."
        told = [self._told(number) for number in self._marked]
        sentence = ensure_full_stop(f"{opening} Em destaque: {'; '.join(told)}")
        if len(sentence) <= _TOLD:
            return sentence
        return f"{opening} {self._briefly(_TOLD - len(opening))}"

    def _told(self, number: int) -> str:
        note = self.notes.get(number, "")
        said = f" ({plain_text(note)})" if note else ""
        return f"linha {number}, “{_cut(self._lines[number - 1])}”{said}"

    def _briefly(self, room: int) -> str:
        """Return the marked lines by their notes as far as there is room, or only by their numbers."""
        numbers = [str(number) for number in self._marked]
        plural = "s" if len(numbers) > 1 else ""
        bare = f"Em destaque, a{plural} linha{plural} {join_and(numbers)}."
        told = "; ".join(f"linha {number}, {plain_text(self.notes[number])}" for number in sorted(self.notes))
        noted = ensure_full_stop(f"Em destaque: {told}")
        return noted if self.notes and len(noted) < room else bare

    @property
    def _lines(self) -> list[str]:
        return self.code.split("\n")

    @property
    def _shown(self) -> list[str]:
        return self._lines[: self.most]

    @property
    def _left_out(self) -> int:
        return len(self._lines) - len(self._shown)

    @property
    def _seen(self) -> str:
        one = len(self._shown) == 1
        return "só a primeira aparece" if one else f"aparecem as {len(self._shown)} primeiras"

    @property
    def _marked(self) -> tuple[int, ...]:
        return tuple(sorted({*self.highlight, *self.notes}))


def _lines(count: int) -> str:
    return pluralize(count, "linha", "linhas")


def _cut(line: str) -> str:
    stripped = " ".join(line.split())
    return stripped if len(stripped) <= _QUOTED else f"{stripped[: _QUOTED - 1].rstrip()}…"


EXAMPLES = {
    "passo de treino": Code(
        """
        optimizer.zero_grad()
        logits = model(inputs)
        loss = F.cross_entropy(
            logits.flatten(0, 1),
            targets.flatten(),
            ignore_index=-100,
        )
        loss.backward()
        optimizer.step()
        """,
        notes={1: "zera os gradientes", 6: "pula a instrução", 9: "atualiza os pesos"},
        file_name="treino.py",
        role="model",
    ),
    "registro": Code(
        """
        {
          "instruction": "Traduza: bom dia",
          "input": "",
          "output": "good morning"
        }
        """,
        language="json",
        notes={4: "só isto conta na loss"},
        role="response",
    ),
    "configuração": Code(
        """
        [modelo]
        base = "gpt2"
        contexto = 1024

        [treino]
        epocas = 3
        taxa = 2e-5  # bem menor que no pré-treino
        lote = 8
        """,
        language="toml",
        highlight=[6, 7, 8],
        file_name="treino.toml",
        line_numbers=True,
    ),
}
