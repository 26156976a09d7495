"""All that drawing needs, examined one by one."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.doctor import drawing, machine
from infograficos.doctor import package as material
from infograficos.doctor.condition import Condition, examine
from infograficos.doctor.diagnosis import Diagnosis
from infograficos.doctor.libraries import PART, Library, libraries, summarize
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
        return summarize(asked)

    conditions = (
        examine("infograficos", material.files, REINSTALL),
        examine("Python", machine.python),
        examine("sistema", machine.system),
        examine(PART, examine_libraries, REINSTALL),
        *_figures(theme_file),
        examine("cache", machine.cache),
        examine("temporários", machine.temporary),
        examine("terminal", lambda: machine.terminal(sys.stdout, os.environ)),
    )
    return Diagnosis(conditions, tuple(asked))


def _figures(theme_file: Path | None) -> list[Condition]:
    """Examine what a figure is made of and, where all of it is well, draw one."""
    themes: list[Theme] = []

    def examine_theme() -> Condition:
        theme, said = material.effective_theme(theme_file)
        themes.append(theme)
        return said

    found = [examine("tema", examine_theme, REINSTALL)]
    if themes:
        found.append(examine("presets", partial(material.presets, themes[0])))
    found.append(examine("modelos", material.templates, REINSTALL))
    found.append(examine("fontes", material.fonts, REINSTALL))
    found.append(examine("ícones", material.icons, REINSTALL))
    found.append(examine("desenho", drawing.engine))
    # What is broken by itself would only be told a second time.
    if all(each.status != "broken" for each in found):
        found.append(examine("prova", partial(drawing.proof, themes[0])))
    return found
