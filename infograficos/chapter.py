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
    def _check_unique(self) -> Chapter:
        for kind, values in (
            ("o número", [str(figure.number) for figure in self.figures]),
            ("o nome", [figure.name for figure in self.figures]),
        ):
            duplicate = first_duplicate(values)
            if duplicate:
                raise ValueError(f"{kind} de figura “{duplicate}” aparece mais de uma vez")
        return self

    def find(self, selector: str) -> Figure:
        """Return a figure by number, name or full name.

        An unknown one raises `InputError`.
        """
        by_name = {figure.name: figure for figure in self.figures}
        by_full_name = {figure.full_name: figure for figure in self.figures}
        by_number = {form: each for each in self.figures for form in (str(each.number), f"{each.number:02d}")}
        figure = (by_name | by_full_name | by_number).get(selector)
        if figure:
            return figure
        raise InputError(
            unknown_name_message("a figura", selector, [figure.full_name for figure in self.figures])
        )

    def subset(self, selectors: list[str]) -> Chapter:
        """Return the chapter with only the selected figures; see `select`."""
        return replace(self, figures=self.select(selectors))

    def select(self, selectors: list[str]) -> tuple[Figure, ...]:
        """Return the selected figures, each once and in the chapter's order; without selectors, all."""
        selected = [self.find(selector) for selector in selectors]
        return tuple(figure for figure in self.figures if not selected or figure in selected)
