"""A diagnosis of the installation, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from infograficos.doctor.condition import Condition
from infograficos.doctor.libraries import Library
from infograficos.language.grammar import pluralize
from infograficos.system.console import replace_unprintable

#: The version of the JSON's shape; it grows when a name changes or goes.
FORMAT = 1

_STATUSES = {"ok": "certo", "note": "aviso", "broken": "erro"}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The conditions of all parts, and the required libraries."""

    conditions: tuple[Condition, ...]
    libraries: tuple[Library, ...]

    @property
    def passes(self) -> bool:
        """Whether nothing is broken."""
        return not self._count("broken")

    def lines(self) -> Iterator[str]:
        """Yield aligned lines, with the remedy below each part that needs one."""
        width = max(len(each.part) for each in self.conditions)
        for each in self.conditions:
            first, *more = each.finding.splitlines() or [""]
            yield f"{_STATUSES[each.status]:5}  {each.part:{width}}  {replace_unprintable(first)}"
            indent = " " * (width + 9)
            yield from (f"{indent}{replace_unprintable(line)}" for line in more)
            if each.remedy:
                yield f"{indent}o que fazer: {replace_unprintable(each.remedy)}"
        yield ""
        yield from self._library_lines()
        yield ""
        yield self._summary()

    def json(self) -> str:
        """Return JSON whose names are stable within a format."""
        whole = {
            "format": FORMAT,
            "passes": self.passes,
            "conditions": [
                {"part": each.part, "said": each.finding, "status": each.status, "remedy": each.remedy}
                for each in self.conditions
            ],
            "libraries": [
                {"name": each.name, "wanted": each.required, "installed": each.installed, "fault": each.fault}
                for each in self.libraries
            ],
        }
        return json.dumps(whole, ensure_ascii=False, indent=2)

    def _library_lines(self) -> Iterator[str]:
        rows = [(each.name, each.installed or "falta", each.required) for each in self.libraries]
        rows.insert(0, ("dependência", "instalada", "pedida"))
        name, installed = (max(len(row[column]) for row in rows) for column in (0, 1))
        for row in rows:
            yield f"{row[0]:{name}}  {row[1]:{installed}}  {row[2]}".rstrip()

    def _summary(self) -> str:
        broken, notes = self._count("broken"), self._count("note")
        if not broken and not notes:
            return "tudo certo"
        finding = f"{pluralize(broken, 'erro', 'erros')}, {pluralize(notes, 'aviso', 'avisos')}"
        return finding if broken else f"{finding}: as figuras saem assim mesmo"

    def _count(self, status: str) -> int:
        return sum(each.status == status for each in self.conditions)
