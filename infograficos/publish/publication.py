"""The snippet that shows a figure on a platform, and the files that it points to."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from os.path import isfile
from pathlib import Path
from urllib.parse import quote, urlsplit

from infograficos.errors import InputError
from infograficos.export import ExportOptions, PlannedFile, folder_layout, pick_layout, plan_files
from infograficos.figure import Figure
from infograficos.language.messages import mark_message, message
from infograficos.language.texts import in_language
from infograficos.publish.platforms import Platform
from infograficos.text.markup import plain_text
from infograficos.text.templates import render
from infograficos.theme import Theme, load_theme

_EXAMPLE = mark_message("https://raw.githubusercontent.com/voce/artigos/main/dist")


@dataclass(frozen=True)
class Publication:
    """Figures as one platform shows them; a wrong base, or a missing one, raises `InputError`.

    Args:
        platform: where the article is read.
        export_folder: the folder of the exported files.
        article_folder: the folder of the article, which paths are relative to.
        base: the URL of `export_folder`; None for relative paths.
        script: the file that defines the chapter; None for the series' own.
        theme: the visual system; by default the series' own.
        layout: of `export_folder`; by default as it was exported.
    """

    platform: Platform
    export_folder: Path = Path("dist")
    article_folder: Path = Path()
    base: str | None = None
    script: Path | None = None
    theme: Theme = field(default_factory=load_theme)
    layout: str | None = None
    _snippets: dict[tuple[str, bool], str] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        _validate_base(self.base, self.platform)
        if self.layout:
            pick_layout(self.layout)

    def snippet(self, figure: Figure, *, mdx: bool = False) -> str:
        """Return what shows a figure, as the platform accepts it.

        Args:
            figure: the figure.
            mdx: whether it is for MDX, where HTML is JSX; `InputError` if the platform's cannot be.
        """
        key = (figure.full_name, mdx)
        if key not in self._snippets:
            self._snippets[key] = self._render(figure, mdx=mdx)
        return self._snippets[key]

    def _render(self, figure: Figure, *, mdx: bool) -> str:
        if mdx and not self.platform.mdx:
            raise InputError(
                "o trecho de “{name}” não serve em MDX, que lê HTML como JSX; use “--for github”",
                name=self.platform.name,
            )
        files = self._files([figure])
        with in_language(figure.language or self.theme.language):
            return render(
                f"article/{self.platform.template}",
                figure=figure,
                alt=_collapse_spaces(figure.alt),
                caption=_collapse_spaces(plain_text(figure.summary)),
                file={
                    f"{'phone_' if file.record.width else ''}{file.record.variant}": self._address(file.path)
                    for file in files
                },
                upload=[_relative_path(file.path, self.article_folder) for file in files],
                script=_relative_path(self.script, self.article_folder) if self.script else None,
                sheet=self.theme.sheet,
                mdx=mdx,
                svg=lambda width: figure.svg(theme=self.theme, width=width).strip(),
            )

    def article_lines(self, figure: Figure, *, mdx: bool = False) -> str:
        """Return a figure's snippet for an article, in a code block unless it is Markdown or MDX."""
        snippet = self.snippet(figure, mdx=mdx)
        if not self.platform.fence:
            return snippet
        longest = max(map(len, re.findall("`+", snippet)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"{fence}{self.platform.fence}\n{snippet}\n{fence}"

    def advice(self, figures: Iterable[Figure]) -> list[str]:
        """Return what to do before publishing: alt texts to shorten, files to export."""
        chosen = tuple(figures)
        most = self.theme.limits.alt_most
        long = [
            message(
                "{figure}: o texto alternativo tem {count} caracteres; esperados até {most}",
                figure=figure.full_name,
                count=len(figure.alt),
                most=most,
            )
            for figure in chosen
            if len(figure.alt) > most
        ]
        # Unlike `Path.is_file`, this answers for names that are too long before Python 3.14.
        missing = [file for file in self._files(chosen) if not isfile(file.path)]  # noqa: PTH113
        return [*long, self._export_advice(missing)] if missing else long

    def _export_advice(self, missing: list[PlannedFile]) -> str:
        numbers = dict.fromkeys(str(file.figures[0].number) for file in missing)
        words = ["infograficos", "export", *numbers, "--for", self.platform.name]
        if self.script:
            words += ["--from", str(self.script)]
        if self.export_folder != Path("dist"):
            words += ["--out", str(self.export_folder)]
        if self.layout:
            words += ["--layout", self.layout]
        return message(
            (
                "falta “{first}”; para gravar: {words}",
                "faltam {count} arquivos, como “{first}”; para gravar: {words}",
            ),
            len(missing),
            first=missing[0].path,
            words=shlex.join(words),
        )

    def _files(self, figures: Iterable[Figure]) -> tuple[PlannedFile, ...]:
        if not self.platform.format:
            return ()
        return plan_files(figures, self._options)

    @cached_property
    def _options(self) -> ExportOptions:
        naming = folder_layout(self.export_folder, self.layout)
        return self.platform.narrow(ExportOptions(folder=self.export_folder, theme=self.theme, **naming))

    def _address(self, path: Path) -> str:
        if self.base is not None:
            return f"{self.base.rstrip('/')}/{quote(path.relative_to(self.export_folder).as_posix())}"
        return quote(_relative_path(path, self.article_folder))


def _validate_base(base: str | None, platform: Platform) -> None:
    if base is None:
        if platform.absolute:
            raise InputError(
                "o {name} só mostra imagens que estão na web; "
                "diga em “--base-url” onde a pasta está, como “{example}”",
                name=platform.name,
                example=message(_EXAMPLE),
            )
        return
    try:
        parts = urlsplit(base)
        is_complete = parts.scheme == "https" and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        is_complete = False
    # These characters would end the address in Markdown or HTML.
    if not is_complete or not base.isprintable() or re.search(r"[\s<>\"'`()\[\]{}\\|^]", base):
        raise InputError(
            "o endereço “{base}” não serve em “--base-url”; esperado algo como “{example}”",
            base=base,
            example=message(_EXAMPLE),
        )


def _relative_path(path: Path, folder: Path) -> str:
    try:
        relative = Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        raise InputError(
            "“{path}” e “{folder}” estão em discos diferentes; use “--base-url”, ou uma pasta no mesmo disco",
            path=path,
            folder=folder,
        ) from None
    if any("\ud800" <= character <= "\udfff" for character in relative):
        raise InputError(
            "o nome de “{path}” não está em UTF-8, e um artigo não o pode dizer; mude esse nome",
            path=path,
        )
    return relative


def _collapse_spaces(text: str) -> str:
    return " ".join(text.split())
