"""A figure laid out in one theme, colour scheme and width, ready for export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from infograficos.audit import AuditedFigure, Finding, check
from infograficos.errors import FigureError, InputError
from infograficos.fonts import Fonts, default_fonts
from infograficos.language.grammar import ensure_full_stop, phrase
from infograficos.language.texts import in_language, mark_text
from infograficos.layout import Layouter
from infograficos.raster.page import Page
from infograficos.raster.pdf import pdf
from infograficos.raster.png import png
from infograficos.scene.items import Frame
from infograficos.steps import new_texts, step_count, step_frames
from infograficos.svg import Description, TextMode, write_svg
from infograficos.svg.text_layer import text_layer
from infograficos.text.typography import truncate_at_word
from infograficos.theme import (
    ColorScheme,
    ResolvedTheme,
    ThemeSource,
    Variant,
    load_theme,
    pick_color_scheme,
    pick_preset,
    pick_width,
    presets_for,
)

#: The most characters of a step's new texts in its alternative text.
_MAX_STEP_TEXT = 160


@dataclass(frozen=True)
class Drawing:
    """A placed figure with its description for screen readers.

    Exporting one with errors raises `FigureError` with all of them, unless `force` is set.

    Args:
        frame: the placed figure.
        description: its title and alternative text.
        fonts: the fonts that its texts were shaped with.
        look: its theme and variant.
        whole: for a step, the whole figure, which is audited instead.
        dark: the same figure in the dark variant, for an SVG with both.
        presets: names of presets to audit for; by default all but those `on_request`.
        untranslated: texts of the library that the figure's language lacks.
    """

    frame: Frame
    description: Description
    fonts: Fonts
    look: ResolvedTheme
    whole: Drawing | None = None
    dark: Drawing | None = None
    presets: tuple[str, ...] = ()
    untranslated: tuple[str, ...] = ()

    @cached_property
    def audited_figure(self) -> AuditedFigure:
        """The audited figure of the first variant."""
        description, dark = self.description, self.dark.frame if self.dark else None
        # A reference to the drawing itself would be a cycle.
        outlined = partial(write_svg, self.frame, description, self.fonts, "outlined", dark)
        presets = presets_for(self.look.theme, self.frame.size.width, self.presets)
        whole = self.frame, self.look, description.text, outlined, presets, description.language
        return AuditedFigure(description.name, *whole, self.untranslated)

    @property
    def audited_figures(self) -> tuple[AuditedFigure, ...]:
        """The audited figure of each variant."""
        return (self.audited_figure, *self.dark.audited_figures) if self.dark else (self.audited_figure,)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings on the figure, errors first."""
        return self.whole.findings if self.whole else check(*self.audited_figures)

    def for_presets(self, *names: str) -> Drawing:
        """Return the drawing audited for these presets."""
        if names == self.presets:
            return self
        whole = self.whole and self.whole.for_presets(*names)
        dark = self.dark and self.dark.for_presets(*names)
        return replace(self, presets=names, whole=whole, dark=dark)

    def refuse_errors(self) -> None:
        """Raise `FigureError` with all errors, if any."""
        errors = [finding.message for finding in self.findings if finding.severity == "error"]
        if errors:
            lines = (f"{self.description.name}: {message}" for message in dict.fromkeys(errors))
            raise FigureError("\n".join(lines))

    def svg(self, text: TextMode = "outlined", *, force: bool = False) -> str:
        """Return the figure as SVG; see `Figure.svg`."""
        if not force:
            self.refuse_errors()
        if text == "traced":
            return self.traced_svg
        return self.audited_figure.svg_text if text == "outlined" else self._write(text)

    def png(self, preset: str | int = "medium", *, force: bool = False) -> bytes:
        """Return the figure as PNG, in the width of a preset or in pixels.

        The layout stays the same, and is audited for the preset if it has the preset's sheet width;
        `Figure.png` lays the figure out on the preset's sheet.
        """
        self._refuse_auto("PNG")
        if isinstance(preset, int):
            return png(self.svg("traced", force=force), preset)
        width = pick_preset(self.look.theme, preset).width
        return png(self.for_presets(preset).svg("traced", force=force), width)

    def pdf(self, *, force: bool = False) -> bytes:
        """Return the figure as a PDF of one page."""
        self._refuse_auto("PDF")
        if not force:
            self.refuse_errors()
        return pdf([self.page])

    @property
    def page(self) -> Page:
        """The figure as a page of a PDF, with an invisible text layer; not audited."""
        description = self.description
        lines = text_layer(self.frame)
        return Page(self.traced_svg, lines, description.title, description.text, description.language)

    @property
    def step_count(self) -> int:
        """The number of steps; a figure of one part raises `InputError`."""
        count = step_count(self.frame)
        if count < 2:
            raise InputError(
                "{figure}: a figura tem uma parte só, e passos pedem ao menos duas; "
                "exporte-a sem “--steps”, ou divida o conteúdo em mais partes",
                figure=self.description.name,
            )
        return count

    def steps(self) -> tuple[Drawing, ...]:
        """Return the figure at each step; see `Figure.steps`."""
        frames = step_frames(self.frame) if self.step_count else ()
        with in_language(self.description.language):
            descriptions = [self._step_description(number, frames) for number in range(1, len(frames) + 1)]
        dark = self.dark.steps() if self.dark else [None] * len(frames)
        return tuple(
            replace(self, frame=frame, description=description, whole=self, dark=on_dark)
            for frame, description, on_dark in zip(frames, descriptions, dark, strict=True)
        )

    def _step_description(self, number: int, frames: Sequence[Frame]) -> Description:
        description, count = self.description, len(frames)
        frame, before = frames[number - 1], frames[number - 2] if number > 1 else None
        text = phrase("Passo {number} de {count}.", number=number, count=count)
        excerpt = truncate_at_word(" · ".join(new_texts(frame, before)), _MAX_STEP_TEXT)
        if number == count:
            text = f"{text} {description.text}"
        elif excerpt:
            opening = mark_text("Aparece: {shown}") if before else mark_text("De início: {shown}")
            text = f"{text} {phrase(opening, shown=ensure_full_stop(excerpt))}"
        identity = f"{description.identity}/{number} de {count}"
        return replace(
            description, title=f"{description.title} ({number}/{count})", text=text, identity=identity
        )

    @cached_property
    def traced_svg(self) -> str:
        """The figure as SVG for rasterizing; not audited."""
        return self._write("traced")

    def _write(self, text: TextMode) -> str:
        dark = self.dark.frame if self.dark else None
        return write_svg(self.frame, self.description, self.fonts, text, dark)

    def _refuse_auto(self, format: str) -> None:
        if self.dark:
            raise InputError(
                "{figure}: a variante “auto” só existe em SVG; para {format}, peça “light” ou “dark”",
                figure=self.description.name,
                format=format,
            )


def lay_out_figure(
    description: Description,
    layout: Callable[[Layouter, float], Frame],
    theme: ThemeSource,
    scheme: ColorScheme,
    width: float | None,
) -> Drawing:
    """Lay a figure out with its `layout`; see `Figure.draw`."""
    loaded, scheme = load_theme(theme), pick_color_scheme(scheme)
    sheet_width = pick_width(loaded, width)
    description = replace(description, identity=f"{description.identity}/{scheme}/{sheet_width:g}")

    def in_variant(variant: Variant) -> Drawing:
        look, fonts = ResolvedTheme(loaded, variant), default_fonts()
        return Drawing(layout(Layouter(look, fonts), sheet_width), description, fonts, look)

    return replace(in_variant("light"), dark=in_variant("dark")) if scheme == "auto" else in_variant(scheme)
