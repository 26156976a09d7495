"""What a table compares, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.language.grammar import join_and, join_first, phrase
from infograficos.language.texts import mark_text


@dataclass(frozen=True, slots=True)
class TableSummary:
    """The headings of a table, the first of them of the rows' names, and its cells as they are written."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]

    def columns(self) -> str:
        """Say how many rows there are, and what they are compared by."""
        (subject, *names), count = self.headings, len(self.rows)
        if not names:
            source = mark_text(
                ("Tabela de {count} linha de {subject}.", "Tabela de {count} linhas de {subject}.")
            )
        elif subject:
            source = mark_text(
                (
                    "Tabela de {count} linha por {subject}: {columns}.",
                    "Tabela de {count} linhas por {subject}: {columns}.",
                )
            )
        else:
            source = mark_text(
                ("Tabela de {count} linha: {columns}.", "Tabela de {count} linhas: {columns}.")
            )
        return phrase(source, count, subject=subject, columns=join_and(names or [""]))

    def cells(self, number: int) -> str:
        """Return the first rows with their cells, and how many more there are."""
        rows = []
        for subject, *cells in self.rows[:number]:
            rows.append(f"{subject}: {'; '.join(cells)}." if cells else f"{subject}.")
        if more := len(self.rows) - number:
            rows.append(phrase(("E mais {count} linha.", "E mais {count} linhas."), more))
        return " ".join(rows)

    def names(self, number: int) -> str:
        """Return the names of the first rows, and how many more there are."""
        return phrase("Linhas: {names}.", names=join_first([row[0] for row in self.rows], number))

    def best(self, column: str, goal: str, value: str, rows: Sequence[int]) -> str:
        """Return the best value of a column, and in which rows it is."""
        names = [self.rows[row][0] for row in rows]
        said = f"{value} ({join_and(names)})" if names else phrase("sem valores")
        return phrase(
            "Menor {name}: {value}." if goal == "min" else "Maior {name}: {value}.", name=column, value=said
        )
