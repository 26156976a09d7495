"""Momentos em uma linha do tempo, um deles em destaque."""

from __future__ import annotations

from itertools import pairwise
from math import floor
from typing import Annotated

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import SymbolField, SymbolValues, name_with_detail, validate_values
from infograficos.content.data.time_scale import TimeScale
from infograficos.content.descriptions import fullest, join_within
from infograficos.content.fields import (
    Detail,
    Flag,
    Items,
    Name,
    Number,
    OptionalText,
    Words,
    content,
    length,
)
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError
from infograficos.language.dates import read_dates, read_times
from infograficos.language.grammar import ensure_full_stop, phrase
from infograficos.language.languages import language_codes
from infograficos.language.messages import mark_message
from infograficos.language.texts import in_language
from infograficos.text.markup import plain_text

__all__ = ["Moment", "Timeline"]

WORDS = OwnWords(
    years=("{count} ano", "{count} anos"),
)

#: How many characters the description has for the names alone.
_NAMES = 120
#: A little less than whole years, as of leap years, is whole years.
_UNSEEN = 0.02
#: The edge of the largest block, in widths of an object, and how much larger than others pictures are: few of
#: them, more, and on a phone.
_LARGE, _MIDDLE, _SMALL, _FEW = 1.25, 0.75, 0.9, 4

_Amount = Annotated[Number, Field(gt=0)]


@content
class Moment:
    """One point on the line.

    Args:
        when: its date, time or phase, such as “2017” or “35 ms”.
        name: what happened.
        detail: what it changed, in a few words, or nothing.
        value: how large its block is, such as a model's number of parameters, or nothing; the volumes of all
            blocks are to scale.
        picture: the name of a picture or an icon in place of a block, the path of an SVG or PNG of your own,
            or nothing.
        values: what the picture shows, as for a `Stage` of a `Pipeline`.
        at: where it is on the line, as a number, where `when` does not say it, such as −44 for “44 a.C.”.
    """

    when: Name
    name: Name
    detail: Detail = ""
    value: _Amount | None = None
    picture: SymbolField = ""
    values: SymbolValues = ()
    at: Number | None = None

    def __post_init__(self) -> None:
        if self.value is not None and self.picture:
            raise ContentError("dê um valor (value) ou um quadro (picture), e não os dois")
        validate_values(self.picture, self.values)


@content
class Timeline:
    """Moments in order on a line; the highlighted one is the one to remember.

    Args:
        moments: two to eight moments, the earliest first; where all are dates, amounts of time such as
            “35 ms”, numbers, or days, weeks, steps and so on by number, they are at distances to scale.
        highlight: the name of the one to remember.
        role: the colour role of the highlighted one.
        since: the name of an earlier moment, from which a bracket says how long it was until the highlighted
            one, or nothing; both have a date with its year.
        cut: the name of a moment after which the line is cut, where the next one is far away: a break says
            that this stretch is not to scale, and all others are.
        even: the moments are at equal distances, whatever their dates.
    """

    moments: Annotated[Items[Moment], length(2, 8)]
    highlight: Words
    role: Words = "model"
    since: OptionalText = ""
    cut: OptionalText = ""
    even: Flag = False

    def __post_init__(self) -> None:
        names = [_key(moment.name) for moment in self.moments]
        twin = next((m.name for m in self.moments if names.count(_key(m.name)) > 1), None)
        if twin:
            twin = plain_text(twin).strip()
            raise ContentError("esperados nomes diferentes; “{name}” aparece duas vezes", name=twin)
        known = ", ".join(f"“{plain_text(moment.name)}”" for moment in self.moments)
        highlight = mark_message("o destaque “{name}” não é um dos momentos: {known}")
        since = mark_message("o começo (since) “{name}” não é um dos momentos: {known}")
        cut = mark_message("o corte (cut) “{name}” não é um dos momentos: {known}")
        for source, name in ((highlight, self.highlight), (since, self.since), (cut, self.cut)):
            if name and _key(name) not in names:
                raise ContentError(source, name=plain_text(name), known=known)
        if self.since and self._years < 1:
            raise ContentError("entre o começo (since) e o destaque não passa um ano; dê duas datas com ano")
        if sum(moment.at is not None for moment in self.moments) not in (0, len(self.moments)):
            raise ContentError("dê o lugar (at) de todos os momentos, ou de nenhum")
        self._validate_order()
        self._validate_cut()

    def _validate_cut(self) -> None:
        """Refuse a cut where nothing is to scale, or nothing comes after it."""
        if self.cut and self.even:
            raise ContentError("dê um corte (cut) ou distâncias iguais (even), e não os dois")
        if self.cut and self._place(self.cut) == len(self.moments) - 1:
            raise ContentError("depois do último momento não há o que cortar; dê em “cut” um anterior")
        if self.cut and not any(map(self._times_in, language_codes())):
            raise ContentError(
                "o corte (cut) pede datas ou números em “when” de todos os momentos, ou em “at”"
            )

    def _validate_order(self) -> None:
        """Refuse moments that are out of order in any language: 05/03 is before 04/10, or after it."""
        readings = list(filter(None, map(self._times_in, language_codes())))
        if not readings or any(times == sorted(times) for times in readings):
            return
        at = next(i for i, (before, after) in enumerate(pairwise(readings[0])) if after < before)
        first, second = (plain_text(moment.when) for moment in self.moments[at : at + 2])
        raise ContentError(
            "“{first}” vem antes de “{second}”; dê primeiro o que aconteceu primeiro",
            first=first,
            second=second,
        )

    def _times_in(self, code: str) -> list[float] | None:
        with in_language(code):
            return self._times

    @property
    def _times(self) -> list[float] | None:
        places = [moment.at for moment in self.moments if moment.at is not None]
        return places or read_times(self._dates)

    @property
    def _dates(self) -> list[str]:
        return [plain_text(each.when) for each in self.moments]

    @property
    def _years(self) -> int:
        """How many whole years it was from the moment of `since` to the highlighted one."""
        first, last = (self.moments[self._place(name)].when for name in (self.since, self.highlight))
        dates = read_dates([plain_text(first), plain_text(last)])
        return floor(dates[1] - dates[0] + _UNSEEN) if dates else 0

    def _place(self, name: str) -> int:
        return [_key(moment.name) for moment in self.moments].index(_key(name))

    @property
    def shares(self) -> tuple[float, ...] | None:
        """How far each moment is from the first, as a share of the line, where their distances differ."""
        return self._scale.shares if self._scale else None

    @property
    def _scale(self) -> TimeScale | None:
        """The line to scale, where there is one to see."""
        times = None if self.even else self._times
        # In another language, 05/03 may be later than 03/04.
        if times is None or times != sorted(times) or times[-1] == times[0]:
            return None
        is_dated = self.moments[0].at is None and read_dates(self._dates) is not None
        scale = TimeScale(tuple(times), self._place(self.cut) if self.cut else None, is_dated)
        return None if scale.is_even else scale

    def body(self) -> elements.Element:
        """Return the moments along a river, on a phone with smaller things."""
        large = _LARGE if len(self.moments) <= _FEW else _MIDDLE
        return elements.FirstThatFits((elements.WideOnly(self._river(large)), self._river(_SMALL)))

    def describe(self) -> str:
        """Return the moments in order, and the highlighted one."""
        notes = [phrase("Em destaque: {name}", name=ensure_full_stop(plain_text(self.highlight)))]
        if self.since:
            since = phrase(
                ("É {years} desde {since}", "São {years} desde {since}"),
                self._years,
                years=WORDS("years", self._years),
                since=plain_text(self.since),
            )
            notes.append(ensure_full_stop(since))
        if any(moment.value is not None for moment in self.moments):
            notes.append(phrase("Os blocos têm volumes em escala."))
        if self.cut and self._scale:
            before, after = self._dates[self._place(self.cut) :][:2]
            notes.append(phrase("De {before} a {after} a linha está cortada.", before=before, after=after))
        names = [f"{plain_text(each.when)}, {plain_text(each.name)}" for each in self.moments]
        details = [f"{plain_text(each.when)}, {name_with_detail(each)}" for each in self.moments]
        few = join_within(names, _NAMES)
        return fullest(
            " ".join((phrase("Linha do tempo: {moments}.", moments=each), *notes))
            for each in ("; ".join(details), "; ".join(names), few)
        )

    def _river(self, scale: float) -> elements.Element:
        landmarks = tuple(
            elements.Landmark(each.when, each.name, each.detail, self._thing(each, scale))
            for each in self.moments
        )
        years = WORDS("years", self._years) if self.since else ""
        span = elements.TimeSpan(1 + self._place(self.since), years) if self.since else None
        solid = 1 + self._place(self.highlight)
        shares, ticks = (self._scale.shares, self._scale.ticks) if self._scale else (None, ())
        cut = 1 + self._place(self.cut) if self.cut and shares else None
        return elements.River(landmarks, solid, shares, ticks, self.role, span, cut)

    def _thing(self, moment: Moment, scale: float) -> elements.Element | None:
        """Return what stands for a moment: a picture, or a block as large as its value says."""
        if moment.picture:
            return elements.draw_symbol(moment.picture, self.role, moment.values, scale)
        if moment.value is None:
            return None
        largest = max(each.value or 0.0 for each in self.moments)
        edge = scale * elements.edge_to_scale(moment.value, largest)
        return elements.Slab(edge, edge, edge, self.role)


def _key(name: str) -> str:
    return plain_text(name).strip().casefold()


EXAMPLES = {
    "modelos": Timeline(
        moments=[
            Moment("2018", "GPT", "117 milhões", value=117e6),
            Moment("2019", "GPT-2", "1,5 bilhão", value=1.5e9),
            Moment("2020", "GPT-3", "175 bilhões", value=175e9),
            Moment("2022", "ChatGPT", "segue instruções", picture="chat"),
        ],
        highlight="GPT-3",
    ),
    "fases": Timeline(
        moments=[
            Moment("Fase 1", "Pré-treino", "lê de tudo", picture="corpus"),
            Moment("Fase 2", "SFT", "imita respostas", picture="pairs", values=["França?", "Paris."]),
            Moment("Fase 3", "RLHF", "segue preferências", picture="vote"),
        ],
        highlight="SFT",
    ),
    "67 anos": Timeline(
        moments=[
            Moment("1950", "Teste de Turing"),
            Moment("1986", "Backpropagation"),
            Moment("2012", "AlexNet"),
            Moment("2017", "Transformer"),
        ],
        highlight="Transformer",
        since="Teste de Turing",
    ),
    "abrir uma página": Timeline(
        moments=[
            Moment("0 ms", "clique"),
            Moment("30 ms", "DNS"),
            Moment("90 ms", "TCP e TLS"),
            Moment("250 ms", "primeiro byte"),
            Moment("900 ms", "página pronta"),
        ],
        highlight="primeiro byte",
        role="response",
    ),
    "criptografia": Timeline(
        moments=[
            Moment("300 a.C.", "Euclides", "acha o mdc", at=-300),
            Moment("1976", "Diffie e Hellman", "trocam chaves", at=1976),
            Moment("1977", "RSA", "chave pública", at=1977),
            Moment("1994", "Shor", "fatora no quântico", at=1994),
        ],
        highlight="RSA",
        cut="Euclides",
    ),
}
HEADLINES = {
    "modelos": "GPT-3: **1.500 vezes**{model} o GPT",
    "fases": "Lê, **imita**{model}, depois escolhe",
    "67 anos": "De Turing ao **Transformer**{model}",
    "abrir uma página": "O servidor **pesa**{response} mais que o DNS",
    "criptografia": "O **RSA**{model} veio 22 séculos depois",
}
