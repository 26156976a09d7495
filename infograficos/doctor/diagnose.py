"""The examination of all that drawing needs."""

from __future__ import annotations

import os
import sys
from functools import partial

from infograficos.doctor import machine, package
from infograficos.doctor.condition import Condition, examine
from infograficos.doctor.diagnosis import Diagnosis
from infograficos.doctor.libraries import PART, Library, libraries, summarize
from infograficos.errors import REINSTALL


def diagnose(theme: str | None = None) -> Diagnosis:
    """Examine all that drawing needs, with a theme or the series' own; nothing is raised."""
    required: list[Library] = []

    def examine_libraries() -> Condition:
        required.extend(libraries())
        return summarize(required)

    conditions = (
        examine("infograficos", package.files, REINSTALL),
        examine("Python", machine.python),
        examine("sistema", machine.system),
        examine(PART, examine_libraries, REINSTALL),
        *_examine_figures(theme),
        examine("cache", machine.cache),
        examine("temporários", machine.temporary),
        examine("terminal", lambda: machine.terminal(sys.stdout, os.environ)),
    )
    return Diagnosis(conditions, tuple(required))


def _examine_figures(theme: str | None) -> list[Condition]:
    conditions = [examine("tema", partial(package.effective_theme, theme), REINSTALL)]
    if conditions[0].status == "ok":
        conditions.append(examine("presets", partial(package.presets, theme)))
    conditions += [
        examine("modelos", package.templates, REINSTALL),
        examine("fontes", package.fonts, REINSTALL),
        examine("ícones", package.icons, REINSTALL),
        examine("desenho", package.engine),
    ]
    # A broken part would only be reported a second time.
    if all(each.status != "broken" for each in conditions):
        conditions.append(examine("prova", partial(package.proof, theme)))
    return conditions
