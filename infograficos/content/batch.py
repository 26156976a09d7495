"""One example of a training batch: its tokens as one reads them, its labels and its losses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from infograficos.content.data.numbers import is_finite_number, to_builtins
from infograficos.content.token_text import display_text, display_tokens
from infograficos.errors import InputError

#: The label that PyTorch's cross entropy leaves out (`ignore_index`).
IGNORED = -100

#: The tokens of all ids, or what finds those of some, such as `tokenizer.convert_ids_to_tokens`.
Tokens = Callable[[list[int]], Sequence[str]] | Sequence[str]


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One example of a batch, with a value a token in each field.

    Args:
        tokens: as one reads them.
        labels: `IGNORED` where a token does not count.
        losses: 0 where a token does not count.
        attention_mask: 0 for padding and 1 for the others, or None.
        first_predicted: whether the first token has a loss.
    """

    tokens: list[str]
    labels: list[int]
    losses: list[float]
    attention_mask: list[int] | None
    first_predicted: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch, with or without its batch dimension: lists, arrays or tensors.

    Args:
        data: `input_ids`, or a mapping with them and perhaps other fields.
        row: index of the example.
        fields: other fields by name, None where absent; they override those of the mapping.
    """

    data: object
    row: int
    fields: Mapping[str, object]

    def ids(self) -> list[int]:
        """Return the ids of the row's tokens."""
        ids = self._field("input_ids")
        if ids is None:
            raise InputError("from_batch: o lote não tem “input_ids”")
        rows = _as_list(ids, "input_ids") if _depth(ids) > 1 else [ids]
        if isinstance(self.row, bool) or not isinstance(self.row, int) or not 0 <= self.row < len(rows):
            raise InputError(f"from_batch: o lote tem as linhas de 0 a {len(rows) - 1}; veio row={self.row}")
        return [_as_int(each, "input_ids") for each in _as_list(rows[self.row], "input_ids")]

    def values(self, name: str, size: int) -> list[object] | None:
        """Return the row's values of another field, one a token, or None."""
        values = self._row_of(name)
        if values is not None and len(values) != size:
            raise InputError(f"from_batch: {name} tem {len(values)} valores para {size} tokens")
        return values

    def losses(self, size: int, shifted: bool) -> list[object]:
        """Return the row's losses, one a token; with `shifted` the first token gets an unused 0."""
        expected = size - shifted
        values = self._row_of("losses", expected)
        if values is None:
            raise InputError("from_batch: faltam as losses, uma por token (reduction='none')")
        if len(values) == expected:
            return [0.0, *values] if shifted else values
        hint = ""
        if not shifted and len(values) == size - 1:
            hint = "; se vêm de logits[:-1] com labels[1:], use shifted=True"
        elif shifted and len(values) == size:
            hint = "; se já há uma por token, use shifted=False"
        raise InputError(f"from_batch: esperadas {expected} losses, vieram {len(values)}{hint}")

    def text(self) -> str:
        """Return the row's text."""
        text = self._field("text")
        if isinstance(text, list | tuple) and self.row < len(text):
            text = text[self.row]
        if not isinstance(text, str):
            raise InputError("from_batch: offset_mapping pede também text, o texto que foi tokenizado")
        return text

    def _row_of(self, name: str, flat: int = 0) -> list[object] | None:
        values = self._field(name)
        if values is None:
            return None
        values = _as_list(values, name)
        depth = 2 if name == "offset_mapping" else 1
        if _depth(values) > depth:
            if self.row >= len(values):
                raise InputError(f"from_batch: {name} tem {len(values)} linhas; veio row={self.row}")
            return _as_list(values[self.row], name)
        ids = self._field("input_ids")
        rows = len(_as_list(ids, "input_ids")) if _depth(ids) > 1 else 1
        # A loss on `logits.view(-1, …)` has all rows one after another.
        if flat and rows > 1 and len(values) == rows * flat:
            return values[self.row * flat : (self.row + 1) * flat]
        if rows > 1:
            raise InputError(f"from_batch: input_ids tem {rows} linhas, e {name}, uma só")
        return values

    def _field(self, name: str) -> object:
        value = self.fields.get(name)
        if value is None and isinstance(self.data, Mapping):
            value = self.data.get(name)
        elif value is None and name == "input_ids":
            value = self.data
        return to_builtins(value)


def read_row(
    batch: Batch,
    tokens: Tokens | None = None,
    special: Mapping[int, str] | None = None,
    shifted: bool = False,
) -> BatchRow:
    """Return one example with readable tokens and each loss at its token.

    Args:
        batch: the batch.
        tokens: names the ids; without it, the names are the text at the offsets, or the ids.
        special: other names by id.
        shifted: whether the losses are of all tokens but the first.
    """
    ids = batch.ids()
    values = batch.values("labels", len(ids))
    if values is None:
        raise InputError("from_batch: faltam os labels, um por token (−100 para ignorar)")
    labels = [_as_int(label, "labels") for label in values]
    mask = batch.values("attention_mask", len(ids))
    attention = None if mask is None else [int(bool(each)) for each in mask]
    losses = batch.losses(len(ids), shifted)
    counts = [label != IGNORED and not (shifted and i == 0) for i, label in enumerate(labels)]
    return BatchRow(
        _token_texts(batch, ids, tokens, dict(special or {})),
        labels,
        [_as_loss(loss) if counted else 0.0 for loss, counted in zip(losses, counts, strict=True)],
        attention,
        not shifted,
    )


def _token_texts(batch: Batch, ids: list[int], tokens: Tokens | None, special: dict[int, str]) -> list[str]:
    offsets = batch.values("offset_mapping", len(ids))
    if tokens is not None:
        names = to_builtins(tokens(ids) if callable(tokens) else tokens)
        words = [str(word) for word in _as_list(names, "tokens")]
        if len(words) != len(ids):
            raise InputError(f"from_batch: vieram {len(words)} tokens para {len(ids)} ids")
        words = display_tokens(words)
    elif offsets is not None:
        text = batch.text()
        words = [display_text(text[slice(*_pair(offset))]) for offset in offsets]
    else:
        words = [""] * len(ids)
    return [special.get(i) or word or str(i) for i, word in zip(ids, words, strict=True)]


def _pair(offset: object) -> tuple[int, int]:
    values = _as_list(offset, "offset_mapping")
    if len(values) != 2:
        raise InputError("from_batch: offset_mapping pede pares (início, fim)")
    return _as_int(values[0], "offset_mapping"), _as_int(values[1], "offset_mapping")


def _depth(values: object) -> int:
    depth = 0
    while isinstance(values, list | tuple) and values:
        depth, values = depth + 1, values[0]
    return depth


def _as_list(values: object, name: str) -> list[object]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InputError(f"from_batch: {name} deve ser uma lista, um array ou um tensor")
    return list(values)


def _as_int(value: object, name: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise InputError(f"from_batch: {name} deve ter só números inteiros; veio {value}")


def _as_loss(value: object) -> float:
    if is_finite_number(value):
        return float(value)
    shown = "um valor mascarado" if value is None else value
    raise InputError(f"from_batch: a loss de um token que conta deve ser um número finito; veio {shown}")
