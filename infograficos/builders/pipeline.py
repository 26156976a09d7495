"""Etapas em ordem, cada uma com um quadro do que faz, e um caminho de volta se houver."""

from __future__ import annotations

from typing import Annotated

from infograficos import elements
from infograficos.content.checks import SymbolField, SymbolValues, validate_values
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Detail, Some, Words, content, length, short
from infograficos.errors import ContentError
from infograficos.language.grammar import phrase
from infograficos.text.markup import plain_text

__all__ = ["Back", "Pipeline", "Stage"]

#: More stages have no room on a sheet.
_MAX_STAGES = 10

#: Few stages have room for larger pictures: how much larger at most, and all together.
_LARGEST, _ROOM = 1.7, 5.0


@content
class Stage:
    """One step of the way.

    Args:
        name: what it is called.
        picture: the name of a picture of what it does, such as `tokens` or `curve`, or of an icon, such as
            `clipboard` or `prancheta`, the path of an SVG or PNG of your own, or an empty text for none.
        role: its colour role.
        values: what a picture shows that shows values: up to four words of `tokens`, up to three of a
            `vocabulary`, a question and its answer in `pairs`, the one of a `checkpoint`, or what a `tuned`
            model says; the numbers of a `curve`, `learning-rate`, `audio`, `ranking` or `embedding`, the
            shares of a `split`, the weights of an `attention`, the rows and columns of a `table` or `matrix`,
            the lengths of a `batch`, how far a `balance` tilts, from −1 to 1, and 1 or 0 for what is passed
            or not in an `evaluation`.
    """

    name: Words
    picture: SymbolField
    role: Words
    values: SymbolValues = ()

    def __post_init__(self) -> None:
        validate_values(self.picture, self.values)


@content
class Back:
    """A way back from one stage to an earlier one, or to itself.

    Args:
        start: the number of the stage that it leaves, from 1.
        end: the number of the stage that it leads back to.
        label: when it is taken, such as “if the score is low”, or nothing.
    """

    start: Count
    end: Count
    label: Annotated[Detail, short(40)] = ""

    def describe(self) -> str:
        """Return where it leads, and when."""
        reason = plain_text(self.label)
        return phrase(
            "Volta da etapa {start} à etapa {end}, {reason}."
            if reason
            else "Volta da etapa {start} à etapa {end}.",
            start=self.start,
            end=self.end,
            reason=reason,
        )


@content
class Pipeline:
    """Numbered stages on one path; the last one is where it all leads.

    Args:
        stages: one to ten steps, in order.
        back: a way back to an earlier stage, or nothing.
    """

    stages: Annotated[Some[Stage], length(1, _MAX_STAGES)]
    back: Back | None = None

    def __post_init__(self) -> None:
        if self.back and self.back.start > len(self.stages):
            raise ContentError(
                (
                    "a volta sai da etapa {start}, e só há {count} etapa",
                    "a volta sai da etapa {start}, e só há {count} etapas",
                ),
                len(self.stages),
                start=self.back.start,
            )
        if self.back and self.back.end > self.back.start:
            raise ContentError(
                "a volta vai da etapa {start} à {end}, que vem depois; dê em “end” uma etapa anterior",
                start=self.back.start,
                end=self.back.end,
            )

    def body(self) -> elements.Element:
        """Return the stages on one path, and the way back."""
        scale = max(1.0, min(_LARGEST, _ROOM / len(self.stages)))
        stops = tuple(
            elements.Stop(
                each.name,
                each.role,
                elements.draw_symbol(each.picture, each.role, each.values, scale) if each.picture else None,
            )
            for each in self.stages
        )
        way = self.back
        role = self.stages[way.start - 1].role if way else ""
        back = elements.WayBack(way.start, way.end, way.label, role) if way else None
        return elements.Journey(stops, back, self._goal())

    def _goal(self) -> elements.Goal | None:
        """Return what is drawn large at the end: a tuned model that says something."""
        last = self.stages[-1]
        is_said = last.picture == "tuned" and last.values and not self.back
        return elements.Goal(str(last.values[0])) if is_said else None

    def describe(self) -> str:
        """Return the stages in order, and the way back."""
        stages = " → ".join(map(_describe_stage, self.stages))
        opening = phrase(
            ("{count} etapa, em ordem: {stages}.", "{count} etapas, em ordem: {stages}."),
            len(self.stages),
            stages=stages,
        )
        return fullest([f"{opening} {self.back.describe()}" if self.back else opening])


def _describe_stage(stage: Stage) -> str:
    name = plain_text(stage.name)
    if stage.picture != "tuned" or not stage.values:
        return name
    return phrase("{stage}, que diz “{said}”", stage=name, said=plain_text(str(stage.values[0])))


EXAMPLES = {
    "avaliar": Pipeline(
        [
            Stage("Perguntas", "notes", "instruction"),
            Stage("Respostas", "tuned", "model", ["Lima."]),
            Stage("Nota", "evaluation", "response", [1, 0, 1, 1]),
        ]
    ),
    "RAG": Pipeline(
        [
            Stage("Pergunta da pessoa", "person", "instruction"),
            Stage("Busca de trechos", "search", "input"),
            Stage("Prompt com os trechos", "text", "model"),
            Stage("Resposta com fontes", "chat", "response"),
        ]
    ),
    "uma volta": Pipeline(
        [
            Stage("Dados", "corpus", "input"),
            Stage("Treino", "curve", "model", [4.2, 2.6, 1.9, 1.5, 1.3, 1.2, 1.15]),
            Stage("Prova", "evaluation", "model", [1, 0, 0]),
        ],
        back=Back(3, 2, "nota baixa"),
    ),
    "entrega contínua": Pipeline(
        [
            Stage("Código", "code", "instruction"),
            Stage("Build", "package", "input"),
            Stage("Testes", "evaluation", "response", [1, 1, 1]),
            Stage("Homologação", "server", "input"),
            Stage("Produção", "rocket", "model"),
            Stage("Monitor", "activity", "alert"),
        ],
        back=Back(6, 1, "defeito"),
    ),
}
HEADLINES = {
    "avaliar": "Modelo também faz **prova**{response}",
    "RAG": "RAG **busca**{input} antes de falar",
    "uma volta": "Nota baixa? **Volta**{model} ao treino",
    "entrega contínua": "Todo **defeito**{alert} volta ao código",
}
