"""The platforms: which files each shows, and the template of its snippets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from infograficos.errors import InputError, look_up
from infograficos.export import ExportOptions
from infograficos.theme import Variant


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform on which figures are shown.

    Args:
        name: what authors call it.
        template: its snippet's file in `templates/article/`.
        format: format of the files that a snippet links; "" where it contains the figure.
        presets: names of its PNGs' presets.
        variants: `light`, `dark` or both.
        phone: whether the snippet shows the phone sheet, too.
        absolute: whether it needs URLs, since it fetches the files.
        mdx: whether its snippet can be written in MDX.
        entities: whether its snippet may hold any character as an entity.
        fence: the language of the code block around the snippet in an article; "" for none.
    """

    name: str
    template: str
    format: str = ""
    presets: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ("light",)
    phone: bool = False
    absolute: bool = False
    mdx: bool = True
    entities: bool = False
    fence: str = ""

    def narrow(self, options: ExportOptions) -> ExportOptions:
        """Return options limited to the files of this platform's snippets.

        A platform without files, and options for steps or a joint PDF, raise `InputError`.
        """
        if not self.format:
            raise InputError(
                "o trecho de “{name}” já leva a figura; não há arquivo a gravar para ele", name=self.name
            )
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
        Platform("github", "github.html", "svg", variants=("light", "dark"), phone=True, entities=True),
        Platform("mkdocs", "mkdocs.md", "svg", variants=("light", "dark"), entities=True),
        Platform("html", "html.html", mdx=False, entities=True),
        Platform("notebook", "notebook.py", fence="python"),
    )
}


def pick_platform(name: str | None) -> Platform:
    """Return a platform by its name; a wrong one, or none, raises `InputError`."""
    if name is None:
        names = ", ".join(f"“{known}”" for known in PLATFORMS)
        raise InputError("falta dizer em “--for” onde o artigo sai: {names}", names=names)
    return look_up("a plataforma", name, PLATFORMS)
