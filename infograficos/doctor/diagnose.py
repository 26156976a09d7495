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
        examine("python", machine.python),
        examine("system", machine.system),
        examine(PART, examine_libraries, REINSTALL),
        *_examine_figures(theme),
        examine("cache", machine.cache),
        examine("temporary-files", machine.temporary),
        examine("terminal", lambda: machine.terminal(sys.stdout, os.environ)),
    )
    return Diagnosis(conditions, tuple(required))


def _examine_figures(theme: str | None) -> list[Condition]:
    conditions = [examine("theme", partial(package.effective_theme, theme), REINSTALL)]
    if conditions[0].status == "ok":
        conditions.append(examine("presets", partial(package.presets, theme)))
    conditions += [
        examine("templates", package.templates, REINSTALL),
        examine("fonts", package.fonts, REINSTALL),
        examine("icons", package.icons, REINSTALL),
        examine("engine", package.engine),
    ]
    # A broken part would only be reported a second time.
    if all(each.status != "broken" for each in conditions):
        conditions.append(examine("proof", partial(package.proof, theme)))
    return conditions
