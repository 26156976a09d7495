"""A figure laid out in one theme, variant and width, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Protocol

from infograficos.audit import Finding, Subject, judge
from infograficos.builders import Builder
from infograficos.elements.column import Column
from infograficos.elements.sheet import Sheet, heading
from infograficos.errors import FigureError, InputError
from infograficos.fonts import Fonts, default_fonts
from infograficos.geometry import Limits
from infograficos.layout import Element, Layouter
from infograficos.raster import pdf, png
from infograficos.scene import Frame
from infograficos.svg import Description, TextMode, write_svg
from infograficos.text import plain, sentence
from infograficos.theme import Look, Theme, Variant, load_theme, pick_preset, pick_variant, pick_width


class Drawable(Protocol):
    """What a figure must know to be drawn."""

    @property
    def number(self) -> int:
        """Its place in the chapter."""
        ...

    @property
    def title(self) -> str:
        """Its name in the series."""
        ...

    @property
    def headline(self) -> str:
        """What the reader takes away."""
        ...

    @property
    def subtitle(self) -> str:
        """One short sentence more, or nothing."""
        ...

    @property
    def content(self) -> Builder:
        """What a builder draws."""
        ...

    @property
    def full_name(self) -> str:
        """Its number and name, for messages."""
        ...

    @property
    def alt(self) -> str:
        """What it shows, in words."""
        ...


@dataclass(frozen=True)
class Drawing:
    """A placed figure with its words for screen readers.

    It is written only where no rule is broken: text that does not fit, or cannot be read, raises
    `FigureError` with all that is wrong, unless the writing is forced.
    """

    frame: Frame
    description: Description
    fonts: Fonts
    look: Look

    @property
    def subject(self) -> Subject:
        """The figure as the rules see it."""
        about = self.description
        return Subject(about.name, self.frame, self.look, about.title, about.text, lambda: self._outlined)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the figure, errors first."""
        # The series' own colours are tested once and for all; those of another theme are judged each time.
        return judge(self.subject, colors=self.look.theme.colors != load_theme().colors)

    def refuse_errors(self) -> None:
        """Raise `FigureError` with all the errors, if there are any."""
        errors = [finding.message for finding in self.findings if finding.severity == "error"]
        if errors:
            raise FigureError("\n".join(f"{self.description.name}: {message}" for message in errors))

    def svg(self, text: TextMode = "outlined", *, force: bool = False) -> str:
        """Return the figure as SVG; see `Figure.svg`."""
        if not force:
            self.refuse_errors()
        return self._outlined if text == "outlined" else self._written(text)

    def png(self, preset: str | int = "medium", *, force: bool = False) -> bytes:
        """Return the figure as PNG, as wide as a preset of the theme or a number of pixels says."""
        width = preset if isinstance(preset, int) else pick_preset(self.look.theme, preset).width
        return png(self.svg("traced", force=force), width)

    def pdf(self, *, force: bool = False) -> bytes:
        """Return the figure as a PDF of one page."""
        return pdf(self.svg("traced", force=force))

    @cached_property
    def _outlined(self) -> str:
        return self._written("outlined")

    def _written(self, text: TextMode) -> str:
        return write_svg(self.frame, self.description, self.fonts, text)


def draw(
    figure: Drawable,
    theme: Theme | str | PathLike[str] | None = None,
    variant: Variant = "light",
    width: float | None = None,
) -> Drawing:
    """Lay a figure out; see `Figure.draw`. What cannot be laid out raises `InputError` with its name."""
    loaded = loaded_theme(theme)
    look, wide = Look(loaded, pick_variant(variant)), pick_width(loaded, width)
    title = plain(f"{figure.title}: {figure.headline}")
    identity = f"{figure.full_name}/{variant}/{wide:g}"
    fonts = default_fonts()
    try:
        frame = Layouter(look, fonts).layout(_sheet(figure), Limits(wide))
    except InputError as error:
        lines = (f"{figure.full_name}: {line}" for line in str(error).splitlines())
        raise InputError("\n".join(lines)) from error
    return Drawing(frame, Description(figure.full_name, title, figure.alt, identity), fonts, look)


def loaded_theme(theme: Theme | str | PathLike[str] | None) -> Theme:
    """Return a theme as it is, the one in a file, or the series' own where none is given."""
    if theme is not None and not isinstance(theme, Theme | str | PathLike):
        raise InputError(f"esperado um tema ou o arquivo de um, veio {type(theme).__name__}")
    return theme if isinstance(theme, Theme) else load_theme(None if theme is None else Path(theme))


def _sheet(figure: Drawable) -> Element:
    kicker = sentence("kicker", number=figure.number, title=figure.title)
    return Sheet(Column((heading(kicker, figure.headline, figure.subtitle), figure.content.body()), "large"))
