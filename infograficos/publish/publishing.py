"""The snippet that shows a figure on a platform, and the files that it points to."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass, field
from os.path import isfile
from pathlib import Path
from urllib.parse import quote

from infograficos.errors import InputError
from infograficos.export import PlannedFile, plan_files
from infograficos.figure import Figure
from infograficos.publish.addresses import below, checked_base, needed_base, relative
from infograficos.publish.platforms import Platform
from infograficos.text.markup import plain_text
from infograficos.text.templates import render_snippet
from infograficos.theme import Theme, load_theme


@dataclass(frozen=True)
class Publication:
    """Figures on one platform.

    A platform that wants an address where there is none, or a wrong one, raises `InputError`.

    Args:
        platform: where the article is read.
        folder: where the exported files are.
        article: the folder that addresses are seen from.
        base: the web's address of `folder`; None where the article and the files travel together.
        script: the author's file that defines the chapter; None for the series' own.
        theme: the visual system; by default the series' own.
    """

    platform: Platform
    folder: Path = Path("dist")
    article: Path = Path()
    base: str | None = None
    script: Path | None = None
    theme: Theme = field(default_factory=load_theme)

    def __post_init__(self) -> None:
        if self.base is not None:
            checked_base(self.base)
        elif self.platform.absolute:
            raise InputError(needed_base(self.platform.name))

    def snippet(self, figure: Figure) -> str:
        """Return the lines that show a figure, as the platform accepts them."""
        script = relative(self.script, self.article) if self.script else None
        return render_snippet(
            self.platform.template,
            figure=figure,
            alt=_line(figure.alt),
            caption=_line(plain_text(figure.summary)),
            file={_role(file): self._address(file.path) for file in self._files([figure])},
            upload=[relative(file.path, self.article) for file in self._files([figure])],
            script=script,
            sheet=self.theme.sheet,
            svg=lambda width: figure.svg(theme=self.theme, width=width).strip(),
        )

    def in_article(self, figure: Figure) -> str:
        """Return the lines that show a figure in a Markdown article; as code where they are no Markdown."""
        lines = self.snippet(figure)
        if not self.platform.fence:
            return lines
        longest = max(map(len, re.findall("`+", lines)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"{fence}{self.platform.fence}\n{lines}\n{fence}"

    def advice(self, figures: Iterable[Figure]) -> list[str]:
        """Return what to do before publishing, in Portuguese: files to export, words to shorten."""
        chosen = tuple(figures)
        most = self.theme.limits.alt_most
        long = [
            f"{figure.full_name}: o texto alternativo tem {len(figure.alt)} caracteres; esperados até {most}"
            for figure in chosen
            if len(figure.alt) > most
        ]
        return [*long, *self._missing(chosen)]

    def _missing(self, figures: tuple[Figure, ...]) -> list[str]:
        # Where no file can be called so, there is none; the path itself would raise before Python 3.14.
        absent = [file for file in self._files(figures) if not isfile(file.path)]  # noqa: PTH113
        if not absent:
            return []
        numbers = dict.fromkeys(str(file.figure.number) for file in absent)
        first, count = absent[0].path, len(absent)
        told = f"falta “{first}”" if count == 1 else f"faltam {count} arquivos, como “{first}”"
        return [f"{told}; para gravar: {self._command(numbers)}"]

    def _command(self, numbers: Iterable[str]) -> str:
        words = ["infograficos", "export", *numbers, "--for", self.platform.name]
        if self.script:
            words += ["--from", str(self.script)]
        if self.folder != Path("dist"):
            words += ["--out", str(self.folder)]
        return shlex.join(words)

    def _files(self, figures: Iterable[Figure]) -> tuple[PlannedFile, ...]:
        if not self.platform.format:
            return ()
        return plan_files(figures, self.platform.needed(self.folder, self.theme))

    def _address(self, path: Path) -> str:
        if self.base is not None:
            return below(checked_base(self.base), path.relative_to(self.folder).as_posix())
        return quote(relative(path, self.article))


def _role(file: PlannedFile) -> str:
    return f"{'phone_' if file.width else ''}{file.variant}"


def _line(text: str) -> str:
    return " ".join(text.split())
