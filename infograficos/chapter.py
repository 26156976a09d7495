"""A chapter: an ordered set of figures, found by number or name."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, count
from typing import Annotated

from pydantic import Field, model_validator

from infograficos.content.fields import (
    MAX_FIGURE_NUMBER,
    Items,
    LanguageTag,
    OptionalText,
    Some,
    Words,
    content,
    first_duplicate,
)
from infograficos.errors import InputError, truncate, unknown_name_message
from infograficos.figure import Figure
from infograficos.language.languages import SOURCE
from infograficos.language.messages import mark_message, message, offer
from infograficos.system.languages import pick_language

_NUMBER = re.compile(r"[0-9]+")

#: A range or a list of numbers, which some programs take.
_SEVERAL = re.compile(r"[0-9]+(?:(?:\s*(?:[-–,;:]|\.{2,3})\s*|\s+(?:a\s+)?)[0-9]+)+")


@content
class Chapter:
    """The figures of one chapter of a series.

    Args:
        number: the chapter's number; 0 is the introduction.
        title: its title in the series.
        figures: its figures, in the order of the article.
        series: the series that it belongs to, if any.
        introduction: what its figures help to see, in a sentence or two, for its README.
        cover_object: what its covers show: a model that is `base`, `tuned`, `frozen` or `lora`, or a picture,
            such as `attention` or `database`.
        language: that of its figures and cover, such as `en`; by default the theme's.
        translations: the chapter in other languages, each with its own and with figures of the same numbers.
    """

    number: Annotated[int, Field(strict=True, ge=0, le=MAX_FIGURE_NUMBER)]
    title: Words
    figures: Some[Figure]
    series: OptionalText = ""
    introduction: OptionalText = ""
    cover_object: str = "base"
    language: LanguageTag = ""
    translations: Items[Chapter] = ()

    def in_language(self, language: str) -> Chapter:
        """Return the chapter in a language, such as `en`: its translation or, without one, as it is written.

        Files of a figure in another language than the chapter's never take the names of its own.
        """
        code = pick_language(language)
        own = (each for each in self.translations if each.language == code)
        chosen = next(own, replace(self, translations=()))
        taken = {each.name for each in self.figures} if code != (self.language or SOURCE) else set()
        figures = [each.in_language(code) for each in chosen.figures]
        figures = [
            replace(each, name=f"{each.name}-{code.lower()}") if each.name in taken else each
            for each in figures
        ]
        return replace(chosen, figures=figures, language=code)

    def with_default_language(self, language: str) -> Chapter:
        """Return the chapter in a language if it does not say its own."""
        return self if self.language or language == SOURCE else replace(self, language=language)

    @model_validator(mode="after")
    def _give_language(self) -> Chapter:
        """Put figures without a language of their own in the chapter's."""
        figures = [each if each.language else each.in_language(self.language) for each in self.figures]
        object.__setattr__(self, "figures", tuple(figures))
        return self

    @model_validator(mode="after")
    def _check_translations(self) -> Chapter:
        languages = [self.language or SOURCE, *(each.language for each in self.translations)]
        if "" in languages:
            raise ValueError(message("cada tradução diz a sua língua, como em Chapter(…, language=“en”)"))
        if twice := first_duplicate(languages):
            raise ValueError(message("a língua “{name}” aparece mais de uma vez", name=twice))
        numbers = [figure.number for figure in self.figures]
        for each in self.translations:
            if [figure.number for figure in each.figures] != numbers:
                source = mark_message("a tradução “{language}” deve ter as figuras {numbers}, nesta ordem")
                raise ValueError(message(source, language=each.language, numbers=str(numbers)))
        return self

    @model_validator(mode="after")
    def _check_unique(self) -> Chapter:
        numbers, names = zip(*((str(figure.number), figure.name) for figure in self.figures), strict=True)
        if twice := first_duplicate(numbers):
            raise ValueError(message("o número de figura “{name}” aparece mais de uma vez", name=twice))
        if twice := first_duplicate(names):
            raise ValueError(message("o nome de figura “{name}” aparece mais de uma vez", name=twice))
        return self

    def find(self, selector: str | int) -> Figure:
        """Return a figure by number, name or full name; digits alone are a number.

        An unknown selector, or one that means two figures, raises `InputError`.
        """
        name = str(selector).strip()
        found = self._matches(name)
        number = name.lstrip("0") if _NUMBER.fullmatch(name) else None
        if len(found) == 1 and number in (None, str(found[0].number)):
            return found[0]
        if len(found) > 1:
            figures = offer(f"“{self._selector(figure)}”" for figure in found)
            raise InputError(
                "“{name}” pode ser mais de uma figura; escreva {figures}",
                name=truncate(name),
                figures=figures,
            )
        if _SEVERAL.fullmatch(name):
            raise InputError(
                "“{name}” não é uma figura; escreva cada uma por si, com espaços, como “{example}”",
                name=truncate(name),
                example=" ".join(str(figure.number) for figure in self.figures[:3]),
            )
        names = [self._selector(figure) for figure in self.figures]
        raise InputError(unknown_name_message("a figura", name, names))

    def _matches(self, name: str) -> list[Figure]:
        is_number = _NUMBER.fullmatch(name)
        return [
            figure
            for figure in self.figures
            if name in (figure.name, figure.full_name)
            or (is_number and name.lstrip("0") == str(figure.number))
        ]

    def _selector(self, figure: Figure) -> str:
        """Return what finds a figure and no other: its full name, unless another figure is named so."""
        numbers = (str(figure.number).zfill(digits) for digits in count(1))
        return next(each for each in chain([figure.full_name], numbers) if self._matches(each) == [figure])

    def subset(self, selectors: list[str]) -> Chapter:
        """Return the chapter with only the selected figures; see `select`."""
        return replace(self, figures=self.select(selectors), translations=())

    def select(self, selectors: list[str]) -> tuple[Figure, ...]:
        """Return the selected figures, each once and in the chapter's order; without selectors, all."""
        selected = [self.find(selector) for selector in selectors]
        return tuple(figure for figure in self.figures if not selected or figure in selected)
