"""A figure laid out in one theme, variant and width, ready to be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from infograficos.audit import AuditedFigure, Finding, check
from infograficos.errors import FigureError, InputError
from infograficos.fonts import Fonts, default_fonts
from infograficos.language.portuguese import ensure_full_stop
from infograficos.layout import Layouter
from infograficos.raster.page import Page
from infograficos.raster.pdf import pdf
from infograficos.raster.png import png
from infograficos.scene.items import Frame
from infograficos.steps import new_words, step_count, step_frames
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

#: The most characters of a step's new words in its alternative text.
_MAX_STEP_TEXT = 160


@dataclass(frozen=True)
class Drawing:
    """A placed figure with its words for screen readers.

    It is written only where no rule is broken: text that does not fit, or cannot be read, raises
    `FigureError` with all that is wrong, unless the writing is forced.

    Args:
        frame: the placed figure.
        description: its words.
        fonts: what its texts were shaped with.
        look: the theme and variant that it was laid out in.
        whole: of a step: the whole figure, which is audited in its place.
        dark: the same figure on dark paper, if one SVG holds both.
        presets: the names of those that it is published for; by default all but those `on_request`.
    """

    frame: Frame
    description: Description
    fonts: Fonts
    look: ResolvedTheme
    whole: Drawing | None = None
    dark: Drawing | None = None
    presets: tuple[str, ...] = ()

    @cached_property
    def audited_figure(self) -> AuditedFigure:
        """The figure as the rules see it."""
        about, dark = self.description, self.dark.frame if self.dark else None
        # A reference to the drawing itself would be a cycle.
        outlined = partial(write_svg, self.frame, about, self.fonts, "outlined", dark)
        presets = presets_for(self.look.theme, self.frame.size.width, self.presets)
        return AuditedFigure(about.name, self.frame, self.look, about.text, outlined, presets)

    @property
    def audited_figures(self) -> tuple[AuditedFigure, ...]:
        """The figure as the rules see it, on each paper."""
        return (self.audited_figure, *self.dark.audited_figures) if self.dark else (self.audited_figure,)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the figure, errors first."""
        return self.whole.findings if self.whole else check(*self.audited_figures)

    def for_presets(self, *names: str) -> Drawing:
        """Return the drawing, audited in the columns of some presets."""
        if names == self.presets:
            return self
        whole = self.whole and self.whole.for_presets(*names)
        dark = self.dark and self.dark.for_presets(*names)
        return replace(self, presets=names, whole=whole, dark=dark)

    def refuse_errors(self) -> None:
        """Raise `FigureError` with all the errors, if there are any."""
        errors = [finding.message for finding in self.findings if finding.severity == "error"]
        if errors:
            lines = (f"{self.description.name}: {message}" for message in dict.fromkeys(errors))
            raise FigureError("\n".join(lines))

    def svg(self, text: TextMode = "outlined", *, force: bool = False) -> str:
        """Return the figure as SVG; see `Figure.svg`."""
        if not force:
            self.refuse_errors()
        if text == "traced":
            return self.traced
        return self.audited_figure.svg_text if text == "outlined" else self._written(text)

    def png(self, preset: str | int = "medium", *, force: bool = False) -> bytes:
        """Return the figure as PNG, as wide as a preset of the theme or a number of pixels says.

        The layout stays as it is, and is audited in the preset's columns if it has the width of its sheet;
        `Figure.png` lays the figure out on the preset's own sheet.
        """
        self._refuse_both_papers("PNG")
        if isinstance(preset, int):
            return png(self.svg("traced", force=force), preset)
        width = pick_preset(self.look.theme, preset).width
        return png(self.for_presets(preset).svg("traced", force=force), width)

    def pdf(self, *, force: bool = False) -> bytes:
        """Return the figure as a PDF of one page."""
        self._refuse_both_papers("PDF")
        if not force:
            self.refuse_errors()
        return pdf([self.page])

    @property
    def page(self) -> Page:
        """The figure as a page of a PDF, with its words over it, unseen; not audited."""
        about = self.description
        return Page(self.traced, text_layer(self.frame), about.title, about.text)

    @property
    def step_count(self) -> int:
        """In how many steps the figure can be shown; a figure of one part raises `InputError`."""
        count = step_count(self.frame)
        if count < 2:
            raise InputError(
                f"{self.description.name}: a figura tem uma parte só, e passos pedem ao menos duas; "
                "exporte-a sem “--steps”, ou divida o conteúdo em mais partes"
            )
        return count

    def steps(self) -> tuple[Drawing, ...]:
        """Return the figure step by step, with everything where it is in the whole; see `Figure.steps`."""
        frames = step_frames(self.frame) if self.step_count else ()
        words = [self._step_description(number, frames) for number in range(1, len(frames) + 1)]
        dark = self.dark.steps() if self.dark else [None] * len(frames)
        return tuple(
            replace(self, frame=frame, description=description, whole=self, dark=on_dark)
            for frame, description, on_dark in zip(frames, words, dark, strict=True)
        )

    def _step_description(self, number: int, frames: Sequence[Frame]) -> Description:
        about, count = self.description, len(frames)
        frame, before = frames[number - 1], frames[number - 2] if number > 1 else None
        text = f"Passo {number} de {count}."
        shown = truncate_at_word(" · ".join(new_words(frame, before)), _MAX_STEP_TEXT)
        if number == count:
            text = f"{text} {about.text}"
        elif shown:
            text = f"{text} {'Aparece' if before else 'De início'}: {ensure_full_stop(shown)}"
        identity = f"{about.identity}/{number} de {count}"
        return replace(about, title=f"{about.title} ({number}/{count})", text=text, identity=identity)

    @cached_property
    def traced(self) -> str:
        """The figure as SVG for rasterizing, not audited."""
        return self._written("traced")

    def _written(self, text: TextMode) -> str:
        dark = self.dark.frame if self.dark else None
        return write_svg(self.frame, self.description, self.fonts, text, dark)

    def _refuse_both_papers(self, format: str) -> None:
        if self.dark:
            message = f"a variante “auto” só existe em SVG; para {format}, peça “light” ou “dark”"
            raise InputError(f"{self.description.name}: {message}")


def draw(
    words: Description,
    layout: Callable[[Layouter, float], Frame],
    theme: ThemeSource,
    variant: ColorScheme,
    width: float | None,
) -> Drawing:
    """Lay a figure of some words out by its `layout`; see `Figure.draw`."""
    loaded, scheme = load_theme(theme), pick_color_scheme(variant)
    wide = pick_width(loaded, width)
    description = replace(words, identity=f"{words.identity}/{scheme}/{wide:g}")

    def on(paper: Variant) -> Drawing:
        look, fonts = ResolvedTheme(loaded, paper), default_fonts()
        return Drawing(layout(Layouter(look, fonts), wide), description, fonts, look)

    return replace(on("light"), dark=on("dark")) if scheme == "auto" else on(scheme)
