"""A chapter: an ordered set of figures, found by number or name."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import Field, model_validator

from infograficos.content.fields import MAX_FIGURE_NUMBER, Some, Words, content, first_duplicate
from infograficos.errors import InputError, unknown_name_message
from infograficos.figure import Figure


@content
class Chapter:
    """The figures of one chapter of the series.

    Args:
        number: the chapter's number; 0 is the introduction.
        title: its title in the series.
        figures: its figures, in the order of the article.
        series: the series that it belongs to.
    """

    number: Annotated[int, Field(strict=True, ge=0, le=MAX_FIGURE_NUMBER)]
    title: Words
    figures: Some[Figure]
    series: Words = "Fazendo um LLM do Zero"

    @model_validator(mode="after")
    def _no_name_twice(self) -> Chapter:
        for kind, values in (
            ("o número", [str(figure.number) for figure in self.figures]),
            ("o nome", [figure.name for figure in self.figures]),
        ):
            twice = first_duplicate(values)
            if twice:
                raise ValueError(f"{kind} de figura “{twice}” aparece mais de uma vez")
        return self

    def find(self, selector: str) -> Figure:
        """Return a figure by its number or else by its name, alone or after its number.

        A selector that finds none raises `InputError`.
        """
        by_name = {figure.name: figure for figure in self.figures}
        by_full_name = {figure.full_name: figure for figure in self.figures}
        by_number = {form: each for each in self.figures for form in (str(each.number), f"{each.number:02d}")}
        found = (by_name | by_full_name | by_number).get(selector)
        if found:
            return found
        raise InputError(
            unknown_name_message("a figura", selector, [figure.full_name for figure in self.figures])
        )

    def part(self, selectors: list[str]) -> Chapter:
        """Return the chapter with only the figures asked for, as `select` finds them."""
        return replace(self, figures=self.select(selectors))

    def select(self, selectors: list[str]) -> tuple[Figure, ...]:
        """Return the figures asked for, in the chapter's order and once each; all where none is asked for."""
        wanted = [self.find(selector) for selector in selectors]
        return tuple(figure for figure in self.figures if not wanted or figure in wanted)
