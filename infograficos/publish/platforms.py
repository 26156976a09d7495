"""Where articles are published: which files each platform shows, and how its snippets are written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from infograficos.errors import InputError, look_up
from infograficos.export import ExportOptions
from infograficos.theme import Theme, Variant


@dataclass(frozen=True, slots=True)
class Platform:
    """One place where figures are shown.

    Args:
        name: what authors call it.
        template: the file of its snippet in `templates/article/`.
        format: of the files that a snippet points to; "" where it carries the figure itself.
        presets: of its PNGs.
        variants: of `light` and `dark`.
        phone: the snippet shows the sheet for phones, too.
        absolute: a file must have an address of its own, since the platform fetches it.
        fence: in a Markdown article the snippet is a code block in this language; "" where it is Markdown.
    """

    name: str
    template: str
    format: str = ""
    presets: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ("light",)
    phone: bool = False
    absolute: bool = False
    fence: str = ""

    def needed(self, folder: Path, theme: Theme) -> ExportOptions:
        """Return the export that writes all the files that this platform's snippets point to."""
        return self.narrowed(ExportOptions(folder=folder, theme=theme))

    def narrowed(self, options: ExportOptions) -> ExportOptions:
        """Return an export that writes only what this platform's snippets point to.

        A platform without files, or an export of anything but whole figures, raises `InputError`.
        """
        if not self.format:
            raise InputError(f"o trecho de “{self.name}” já leva a figura; não há arquivo a gravar para ele")
        if options.steps or options.together:
            raise InputError(
                "“--for” grava cada figura inteira, em seu arquivo, sem “--steps” nem “--together”"
            )
        return replace(
            options,
            formats=(self.format,),
            presets=self.presets,
            variants=self.variants,
            widths=(None, options.theme.sheet.phone) if self.phone else (None,),
        )


PLATFORMS = {
    platform.name: platform
    for platform in (
        Platform("medium", "medium.txt", "png", ("medium",), fence="text"),
        Platform("devto", "devto.md", "png", ("devto",), absolute=True),
        Platform("github", "github.html", "svg", variants=("light", "dark"), phone=True),
        Platform("mkdocs", "mkdocs.md", "svg", variants=("light", "dark")),
        Platform("html", "html.html"),
        Platform("notebook", "notebook.py", fence="python"),
    )
}


def pick_platform(name: str | None) -> Platform:
    """Return a platform by its name; a wrong one, or none, raises `InputError`."""
    if name is None:
        names = ", ".join(f"“{known}”" for known in PLATFORMS)
        raise InputError(f"falta dizer em “--for” onde o artigo sai: {names}")
    return look_up("a plataforma", name, PLATFORMS)
