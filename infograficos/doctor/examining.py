"""All that drawing needs, examined one by one."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.doctor import drawing, machine, material
from infograficos.doctor.condition import Condition, examined
from infograficos.doctor.libraries import PART, Library, condition, libraries
from infograficos.doctor.telling import Diagnosis
from infograficos.errors import REINSTALL

if TYPE_CHECKING:
    from infograficos.theme import Theme


def diagnose(theme_file: Path | None = None) -> Diagnosis:
    """Examine all that drawing needs; what is missing is told, and nothing is raised.

    Args:
        theme_file: the theme to examine; None is the series' own.
    """
    asked: list[Library] = []

    def examine_libraries() -> Condition:
        asked.extend(libraries())
        return condition(asked)

    conditions = (
        examined("infograficos", material.files, REINSTALL),
        examined("Python", machine.python),
        examined("sistema", machine.system),
        examined(PART, examine_libraries, REINSTALL),
        *_figures(theme_file),
        examined("cache", machine.cache),
        examined("temporários", machine.temporary),
        examined("terminal", lambda: machine.terminal(sys.stdout, os.environ)),
    )
    return Diagnosis(conditions, tuple(asked))


def _figures(theme_file: Path | None) -> list[Condition]:
    """Examine what a figure is made of and, where all of it is well, draw one."""
    themes: list[Theme] = []

    def examine_theme() -> Condition:
        theme, said = material.theme_in_force(theme_file)
        themes.append(theme)
        return said

    found = [examined("tema", examine_theme, REINSTALL)]
    if themes:
        found.append(examined("presets", partial(material.presets, themes[0])))
    found.append(examined("modelos", material.templates, REINSTALL))
    found.append(examined("fontes", material.fonts, REINSTALL))
    found.append(examined("ícones", material.icons, REINSTALL))
    found.append(examined("desenho", drawing.engine))
    # What is broken by itself would only be told a second time.
    if all(each.status != "broken" for each in found):
        found.append(examined("prova", partial(drawing.proof, themes[0])))
    return found
