"""What frames, columns and indices of pandas have in common with each other, as far as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


class Column:
    """A column of a frame: its values and its index."""

    def __init__(self, values: Iterable[object], index: Iterable[object], name: object = None) -> None:
        self.values, self.index, self.name = list(values), Index(index), name
        self.iloc = self.values

    def tolist(self) -> list[object]:
        return self.values

    def items(self) -> Iterable[tuple[object, object]]:
        return zip(self.index, self.values, strict=True)

    def isna(self) -> list[bool]:
        return [value is None or value != value for value in self.values]  # noqa: PLR0124


class Index(list):
    """Labels of rows and the names of their levels."""

    def __init__(self, labels: Iterable[object], names: Sequence[object] = (None,)) -> None:
        super().__init__(labels)
        self.names = list(names)


class Frame:
    """A data frame: columns by their names, and labels of its rows."""

    def __init__(
        self,
        columns: Mapping[object, Sequence[object]],
        index: Iterable[object],
        names: Sequence[object] = (None,),
        column_names: Sequence[object] = (None,),
    ) -> None:
        self.columns, self.index = Index(columns, column_names), Index(index, names)
        self._rows = [list(row) for row in zip(*columns.values(), strict=True)]
        self.iloc = _Places([Column(values, index) for values in columns.values()])

    def isna(self) -> None:
        raise NotImplementedError

    def to_numpy(self) -> list[list[object]]:
        return self._rows


class _Places:
    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns

    def __getitem__(self, place: tuple[slice, int]) -> Column:
        return self._columns[place[1]]
