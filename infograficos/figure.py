"""A figure of the series: number, heading, and content that a builder lays out."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import field, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypedDict, Unpack

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag

from infograficos.builders.kind import validate_builder
from infograficos.content.descriptions import limit_room
from infograficos.content.fields import MAX_FIGURE_NUMBER, FileName, LanguageTag, OptionalText, Words, content
from infograficos.content.nested_contents import nested_contents
from infograficos.content.own_code import blame_own_code, is_own_code
from infograficos.content.own_words import validate_words, with_words
from infograficos.errors import InputError
from infograficos.language.grammar import ensure_full_stop
from infograficos.language.languages import SOURCE
from infograficos.language.messages import message
from infograficos.language.texts import in_language
from infograficos.system.files import write_by_extension
from infograficos.system.languages import pick_language
from infograficos.text.characters import validate_characters
from infograficos.text.markup import plain_text, strong_words
from infograficos.text.typography import one_line

if TYPE_CHECKING:
    from infograficos.drawing import Drawing
    from infograficos.layout import Layouter
    from infograficos.scene.items import Frame
    from infograficos.svg import TextMode
    from infograficos.theme import ColorScheme, ThemeSource


#: How many characters are heard without losing the thread; a subtitle that has no room is left out.
_ALT_ROOM = 250


def _text_or_pair(value: object) -> str:
    return "pair" if isinstance(value, list | tuple) else "text"


#: What stands in place of a word that a kind draws by itself.
_WordText = Annotated[
    Annotated[Words, Tag("text")] | Annotated[tuple[Words, Words], Tag("pair")], Discriminator(_text_or_pair)
]


class DrawingOptions(TypedDict, total=False):
    """The theme and variant of a drawing, its width in units, and its language."""

    theme: ThemeSource
    variant: ColorScheme
    width: float | None
    language: str | None


def _one_mark(headline: str) -> str:
    if len(marked := strong_words(headline)) > 1:
        raise ValueError(
            message(
                "esperado um só trecho marcado com **, vieram {count}: {quoted}; deixe o principal",
                len(marked),
                quoted=[f"“{plain_text(words)}”" for words in marked],
            )
        )
    return headline


@content
class Figure:
    """A figure, which can be drawn in any theme, variant and width.

    Args:
        number: its number in the chapter, from 1.
        name: the rest of its file names: lower-case letters without accents, digits and “-”.
        title: its name in the series.
        headline: its main message; **one stretch** may be marked, as in **the answer**{response} with a role.
        content: a builder, such as a `LossMask`.
        subtitle: an optional short sentence.
        section: the section of the article that it belongs to.
        description: one line for lists; by default the headline and the subtitle.
        alt: the alternative text, for those who do not see the figure; by default what the content says.
        words: other texts in place of words that the content draws by itself, by the names that its `help()`
            lists: `{"ignored": "no loss"}`; a pair where the text depends on a count.
        language: the language of its content, such as `en`; by default that of the chapter, else the theme's.
    """

    number: Annotated[int, Field(strict=True, ge=1, le=MAX_FIGURE_NUMBER)]
    name: FileName
    title: Words
    headline: Annotated[Words, AfterValidator(_one_mark)]
    content: Annotated[Any, BeforeValidator(validate_builder)]
    subtitle: OptionalText = ""
    section: OptionalText = ""
    description: OptionalText = ""
    # Not `alt`, which is what is read aloud, whoever wrote it.
    alt_text: OptionalText = Field(default="", alias="alt")
    words: Mapping[str, _WordText] = field(default_factory=dict, hash=False)
    language: LanguageTag = ""

    def __post_init__(self) -> None:
        validate_words(type(self.content), self.words, list(map(type, nested_contents(self.content)))[1:])

    @property
    def full_name(self) -> str:
        """Number and name, as in its file names: `03-mascaramento-loss-resposta`."""
        return f"{self.number:02d}-{self.name}"

    @property
    def alt(self) -> str:
        """The alternative text in one line: the author's, or else headline, subtitle and what is shown."""
        with in_language(self.language or SOURCE):
            return one_line(self.alt_text) if self.alt_text.strip() else self._describe()

    def _describe(self) -> str:
        """Return the alternative text: headline, subtitle and what is shown."""
        headline, subtitle = (plain_text(text).strip() for text in (self.headline, self.subtitle))
        own, room = blame_own_code(self.full_name, self.content), limit_room(_ALT_ROOM - len(headline) - 2)
        with own, room, with_words(self.content, self.words) as content:
            described = content.describe()
        alt = one_line(f"{ensure_full_stop(headline)} {described}")
        if subtitle and len(alt) + len(subtitle) + 2 <= _ALT_ROOM:
            alt = one_line(f"{ensure_full_stop(headline)} {ensure_full_stop(subtitle)} {described}")
        try:
            return validate_characters(alt)
        except ValueError as error:
            place = message("{figure}, texto alternativo", figure=self.full_name)
            raise InputError(f"{place}: {error}") from None

    @property
    def summary(self) -> str:
        """One line for lists."""
        heading = f"{ensure_full_stop(plain_text(self.headline))} {plain_text(self.subtitle)}"
        return self.description or heading.strip().rstrip(".")

    def in_language(self, language: str) -> Figure:
        """Return the figure in a language, such as `en`: its own words, and how numbers are written."""
        return self if language == self.language else replace(self, language=language)

    def layout(self, layouter: Layouter, width: float) -> Frame:
        """Lay the figure out on a sheet of a width in units; `InputError` names the figure."""
        # These imports take a fifth of a second; listing figures needs none of them.
        from infograficos.elements.row import Column  # noqa: PLC0415
        from infograficos.elements.sheet import Sheet, height_below, title_block  # noqa: PLC0415
        from infograficos.scene.geometry import Limits  # noqa: PLC0415

        with blame_own_code(self.full_name, self.content), in_language(self.language or SOURCE):
            try:
                role = getattr(self.content, "focal_role", "model")
                heading = title_block(self.title, self.headline, self.subtitle, self.number, role)
                gap = "title" if self.subtitle else "large"
                layouter.height_left = height_below(heading, gap, width, layouter)
                with with_words(self.content, self.words) as content:
                    sheet = Sheet(Column((heading, content.body()), gap))
                    frame = layouter.layout(sheet, Limits(width))
                    is_narrow = width < layouter.look.theme.sheet.narrow
                    if is_narrow and frame.overflowing and is_own_code(self.content):
                        # Who says nothing of phones gets columns of rows that do not fit one.
                        layouter.stack_rows()
                        frame = layouter.layout(sheet, Limits(width))
                    return frame
            except InputError as error:
                lines = (f"{self.full_name}: {line}" for line in str(error).splitlines())
                raise InputError("\n".join(lines)) from error

    def draw(
        self,
        theme: ThemeSource = None,
        variant: ColorScheme = "light",
        width: float | None = None,
        language: str | None = None,
    ) -> Drawing:
        """Lay the figure out.

        Args:
            theme: a theme or its file; by default the bundled one.
            variant: `light`, `dark`, or `auto` for an SVG that follows the reader's system.
            width: the sheet's width in units; below the theme's `narrow` the layout is for a phone.
            language: such as `en`; by default the figure's own, else the theme's.
        """
        from infograficos.drawing import lay_out_figure  # noqa: PLC0415 — see `layout`
        from infograficos.svg import Description  # noqa: PLC0415 — see `layout`
        from infograficos.theme import load_theme  # noqa: PLC0415 — see `layout`

        loaded = load_theme(theme)
        code = pick_language(language) if language else self.language or loaded.language
        # A figure is validated anew only where its language is another.
        figure = self if code == (self.language or SOURCE) else self.in_language(code)
        title = one_line(plain_text(f"{self.title}: {self.headline}"))
        with in_language(code) as translator:
            alt = figure.alt
            # Two chapters on a page may have figures of one number and name.
            identity = f"{self.full_name}/{title}/{alt}"
            description = Description(self.full_name, title, alt, identity, code)
            drawing = lay_out_figure(description, figure.layout, loaded, variant, width)
        missing = tuple(sorted(translator.missing))
        return replace(drawing, untranslated=missing) if missing else drawing

    def steps(
        self,
        theme: ThemeSource = None,
        variant: ColorScheme = "light",
        width: float | None = None,
        language: str | None = None,
    ) -> tuple[Drawing, ...]:
        """Return a drawing of each step: the first shows one part, the last the whole figure.

        Nothing moves between steps. A figure of one part raises `InputError`.
        """
        return self.draw(theme, variant, width, language).steps()

    def svg(self, *, text: TextMode = "outlined", **drawing: Unpack[DrawingOptions]) -> str:
        """Return the figure as SVG.

        Args:
            text: `outlined` depends on no font; `live` embeds the fonts and keeps real text.
            drawing: `theme`, `variant`, `width` and `language`, as for `draw`.
        """
        return self.draw(**drawing).svg(text)

    def png(self, *, preset: str | int = "medium", **drawing: Unpack[DrawingOptions]) -> bytes:
        """Return the figure as PNG.

        Args:
            preset: the preset for the sheet and the width, or a width in pixels.
            drawing: `theme`, `variant`, `width` and `language`, as for `draw`.
        """
        return self._draw_for(preset, **drawing).png(preset)

    def pdf(self, **drawing: Unpack[DrawingOptions]) -> bytes:
        """Return the figure as a vector PDF of one page."""
        return self.draw(**drawing).pdf()

    def save(
        self, path: str | PathLike[str], *, preset: str | None = None, **drawing: Unpack[DrawingOptions]
    ) -> Path:
        """Write the figure to a file, atomically.

        Args:
            path: the file, which ends in `.svg`, `.png` or `.pdf`.
            preset: the preset for the sheet and the width of a PNG; by default `medium`.
            drawing: `theme`, `variant`, `width` and `language`, as for `draw`.
        """
        formats = {
            ".svg": lambda: self._draw_for(preset, **drawing).svg().encode(),
            ".png": lambda: self._draw_for(preset, **drawing).png(preset or "medium"),
            ".pdf": lambda: self._draw_for(preset, **drawing).pdf(),
        }
        return write_by_extension(path, formats)

    def _draw_for(self, preset: str | int | None, **drawing: Unpack[DrawingOptions]) -> Drawing:
        """Lay the figure out on a preset's sheet, unless a width is given."""
        from infograficos.theme import load_theme, pick_preset  # noqa: PLC0415 — see `layout`

        if not isinstance(preset, str):
            return self.draw(**drawing)
        theme, width = load_theme(drawing.get("theme")), drawing.get("width")
        sheet = pick_preset(theme, preset).sheet
        drawing |= {"theme": theme, "width": sheet if width is None else width}
        return self.draw(**drawing).for_presets(preset)

    def _repr_svg_(self) -> str:
        return self.svg()

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        from html import escape  # noqa: PLC0415 — with it come two thousand names that few figures need

        # Notebooks prefer the HTML; for an SVG alone nbconvert writes an image without an alternative text.
        svg, alt = self.svg(), self.alt
        address = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
        image = f'<img src="{address}" alt="{escape(alt)}" style="max-width: 100%">'
        return {"text/html": image, "image/svg+xml": svg, "text/plain": alt}
