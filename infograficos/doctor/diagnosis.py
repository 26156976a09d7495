"""A diagnosis of the installation, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from infograficos.doctor.condition import TITLES, Condition
from infograficos.doctor.libraries import Library
from infograficos.language.messages import mark_message, message
from infograficos.system.console import replace_unprintable

#: The version of the JSON's shape; it grows when a name changes or goes.
FORMAT = 2

_STATUSES = {"ok": mark_message("certo"), "note": mark_message("aviso"), "broken": mark_message("erro")}


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
        statuses = {status: message(word) for status, word in _STATUSES.items()}
        parts = [message(TITLES[each.part]) for each in self.conditions]
        first_width, width = max(map(len, statuses.values())), max(map(len, parts))
        indent = " " * (first_width + width + 4)
        for part, each in zip(parts, self.conditions, strict=True):
            first, *more = each.finding.splitlines() or [""]
            yield f"{statuses[each.status]:{first_width}}  {part:{width}}  {replace_unprintable(first)}"
            yield from (f"{indent}{replace_unprintable(line)}" for line in more)
            if each.remedy:
                yield indent + message("o que fazer: {remedy}", remedy=replace_unprintable(each.remedy))
        yield ""
        yield from self._library_lines()
        yield ""
        yield self._summary()

    def json(self) -> str:
        """Return JSON whose names, those of the parts too, are the same in a format and in all languages."""
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
        rows = [(each.name, each.installed or message("falta"), each.required) for each in self.libraries]
        rows.insert(0, (message("dependência"), message("instalada"), message("pedida")))
        name, installed = (max(len(row[column]) for row in rows) for column in (0, 1))
        for row in rows:
            yield f"{row[0]:{name}}  {row[1]:{installed}}  {row[2]}".rstrip()

    def _summary(self) -> str:
        broken, notes = self._count("broken"), self._count("note")
        if not broken and not notes:
            return message("tudo certo")
        errors = message(("{count} erro", "{count} erros"), broken)
        warnings = message(("{count} aviso", "{count} avisos"), notes)
        if broken:
            return f"{errors}, {warnings}"
        return message("{errors}, {warnings}: as figuras saem assim mesmo", errors=errors, warnings=warnings)

    def _count(self, status: str) -> int:
        return sum(each.status == status for each in self.conditions)
