"""A diagnosis as the author reads it, and as a program does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from infograficos.doctor.condition import Condition
from infograficos.doctor.libraries import Library
from infograficos.language.portuguese import pluralize
from infograficos.system.console import replace_unprintable

#: The version of the JSON's shape; it grows when a name changes or goes.
FORMAT = 1

_STATUSES = {"ok": "certo", "note": "aviso", "broken": "erro"}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found of each part, and of each library that is asked for."""

    conditions: tuple[Condition, ...]
    libraries: tuple[Library, ...]

    @property
    def passes(self) -> bool:
        """Whether nothing is broken."""
        return not self._count("broken")

    def lines(self) -> Iterator[str]:
        """Yield the diagnosis in aligned lines, with what to do below what is not well."""
        width = max(len(each.part) for each in self.conditions)
        for each in self.conditions:
            first, *more = each.said.splitlines() or [""]
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
        """Return the diagnosis as JSON whose names are stable within a format."""
        whole = {
            "format": FORMAT,
            "passes": self.passes,
            "conditions": [asdict(each) for each in self.conditions],
            "libraries": [asdict(each) for each in self.libraries],
        }
        return json.dumps(whole, ensure_ascii=False, indent=2)

    def _library_lines(self) -> Iterator[str]:
        rows = [(each.name, each.installed or "falta", each.wanted) for each in self.libraries]
        rows.insert(0, ("dependência", "instalada", "pedida"))
        name, installed = (max(len(row[column]) for row in rows) for column in (0, 1))
        for row in rows:
            yield f"{row[0]:{name}}  {row[1]:{installed}}  {row[2]}".rstrip()

    def _summary(self) -> str:
        broken, notes = self._count("broken"), self._count("note")
        if not broken and not notes:
            return "tudo certo"
        said = f"{pluralize(broken, 'erro', 'erros')}, {pluralize(notes, 'aviso', 'avisos')}"
        return said if broken else f"{said}: as figuras saem assim mesmo"

    def _count(self, status: str) -> int:
        return sum(each.status == status for each in self.conditions)
