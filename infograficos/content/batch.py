"""One row of a batch as training code has it: its tokens as one reads them, its labels and its losses."""

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
        tokens: the tokens as one reads them.
        labels: their labels.
        losses: their losses; 0 where a token does not count.
        attention_mask: 0 for padding and 1 for the others, or nothing where none was given.
        first_predicted: whether the first token has a loss.
    """

    tokens: list[str]
    labels: list[int]
    losses: list[float]
    attention_mask: list[int] | None
    first_predicted: bool


@dataclass(frozen=True, slots=True)
class BatchFields:
    """What of a batch stands beside its ids, each as it was given or not at all."""

    labels: object = None
    losses: object = None
    offset_mapping: object = None
    text: object = None
    attention_mask: object = None


@dataclass(frozen=True, slots=True)
class Batch:
    """The pieces of a batch, with or without the dimension of the batch: lists, arrays or tensors.

    Args:
        given: `input_ids`, or a mapping that has them and may have the other pieces, too.
        row: which example it is, counted from 0.
        pieces: the other pieces; they have precedence over those of the mapping.
    """

    given: object
    row: int
    pieces: BatchFields

    def ids(self) -> list[int]:
        """Return the ids of the row's tokens."""
        ids = self._found("input_ids")
        if ids is None:
            raise InputError("from_batch: o lote não tem “input_ids”")
        rows = _listed(ids, "input_ids") if self._is_batched() else [ids]
        if isinstance(self.row, bool) or not isinstance(self.row, int) or not 0 <= self.row < len(rows):
            raise InputError(f"from_batch: o lote tem as linhas de 0 a {len(rows) - 1}; veio row={self.row}")
        return [_whole(each, "input_ids") for each in _listed(rows[self.row], "input_ids")]

    def piece(self, name: str, size: int) -> list[object] | None:
        """Return the row of another piece, which must have one value a token."""
        values = self._row_of(name)
        if values is not None and len(values) != size:
            raise InputError(f"from_batch: {name} tem {len(values)} valores para {size} tokens")
        return values

    def losses(self, size: int, shifted: bool) -> list[object]:
        """Return the row's losses, one a token; with `shifted` the first token gets one that is not used."""
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
        text = self._found("text")
        if isinstance(text, list | tuple) and self.row < len(text):
            text = text[self.row]
        if not isinstance(text, str):
            raise InputError("from_batch: offset_mapping pede também text, o texto que foi tokenizado")
        return text

    def _row_of(self, name: str, flat: int = 0) -> list[object] | None:
        values = self._found(name)
        if values is None:
            return None
        values = _listed(values, name)
        depth = 2 if name == "offset_mapping" else 1
        if _depth(values) > depth:
            if self.row >= len(values):
                raise InputError(f"from_batch: {name} tem {len(values)} linhas; veio row={self.row}")
            return _listed(values[self.row], name)
        rows = len(_listed(self._found("input_ids"), "input_ids")) if self._is_batched() else 1
        # What a loss on `logits.view(-1, …)` gives has all rows behind each other.
        if flat and rows > 1 and len(values) == rows * flat:
            return values[self.row * flat : (self.row + 1) * flat]
        if rows > 1:
            raise InputError(f"from_batch: input_ids tem {rows} linhas, e {name}, uma só")
        return values

    def _found(self, name: str) -> object:
        found = getattr(self.pieces, name, None)
        if found is None:
            found = self.given.get(name) if isinstance(self.given, Mapping) else None
            if name == "input_ids" and not isinstance(self.given, Mapping):
                found = self.given
        return to_builtins(found)

    def _is_batched(self) -> bool:
        return _depth(self._found("input_ids")) > 1


def read_row(
    batch: Batch,
    tokens: Tokens | None = None,
    special: Mapping[int, str] | None = None,
    shifted: bool = False,
) -> BatchRow:
    """Return one example with its tokens made readable and its losses at the tokens that they are of."""
    ids = batch.ids()
    given = batch.piece("labels", len(ids))
    if given is None:
        raise InputError("from_batch: faltam os labels, um por token (−100 para ignorar)")
    labels = [_whole(label, "labels") for label in given]
    mask = batch.piece("attention_mask", len(ids))
    attention = None if mask is None else [int(bool(each)) for each in mask]
    losses = batch.losses(len(ids), shifted)
    counts = [label != IGNORED and not (shifted and i == 0) for i, label in enumerate(labels)]
    return BatchRow(
        _named(batch, ids, tokens, dict(special or {})),
        labels,
        [_number(loss) if counted else 0.0 for loss, counted in zip(losses, counts, strict=True)],
        attention,
        not shifted,
    )


def _named(batch: Batch, ids: list[int], tokens: Tokens | None, special: dict[int, str]) -> list[str]:
    """Return the tokens as one reads them: from `tokens`, or from their places in the text, or their ids."""
    offsets = batch.piece("offset_mapping", len(ids))
    if tokens is not None:
        found = to_builtins(tokens(ids) if callable(tokens) else tokens)
        words = [str(word) for word in _listed(found, "tokens")]
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
    values = _listed(offset, "offset_mapping")
    if len(values) != 2:
        raise InputError("from_batch: offset_mapping pede pares (início, fim)")
    return _whole(values[0], "offset_mapping"), _whole(values[1], "offset_mapping")


def _depth(values: object) -> int:
    depth = 0
    while isinstance(values, list | tuple) and values:
        depth, values = depth + 1, values[0]
    return depth


def _listed(values: object, name: str) -> list[object]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InputError(f"from_batch: {name} deve ser uma lista, um array ou um tensor")
    return list(values)


def _whole(value: object, name: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise InputError(f"from_batch: {name} deve ter só números inteiros; veio {value}")


def _number(value: object) -> float:
    if is_finite_number(value):
        return float(value)
    written = "um valor mascarado" if value is None else value
    raise InputError(f"from_batch: a loss de um token que conta deve ser um número finito; veio {written}")
