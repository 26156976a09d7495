"""One example of a training batch: its tokens as one reads them, its labels and its losses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from infograficos.content.data.read_numbers import is_finite_number, to_builtins
from infograficos.content.token_alphabets import DecodedToken
from infograficos.content.token_offsets import find_ranges, read_offset, restore_spaces, slice_text
from infograficos.content.token_row import TokenRow, token_row
from infograficos.content.token_sources import TokenSource, find_tokens
from infograficos.content.token_text import label_tokens
from infograficos.errors import ContentError, InputError
from infograficos.language.messages import message

#: The label that PyTorch's cross entropy leaves out (`ignore_index`).
IGNORED = -100

#: A longer token would leave no room for its label and bar on a phone.
_MAX_LABEL = 10


def read_row(
    batch: object,
    row: int,
    fields: Mapping[str, object],
    *,
    tokens: TokenSource | None = None,
    special: Mapping[int, str] | None = None,
    shifted: bool = False,
) -> dict[str, Any]:
    """Return one example's fields for a figure, a value a token; the loss is 0 where a token does not count.

    Args:
        batch: `input_ids`, or a mapping with them and perhaps other fields: lists, arrays or tensors.
        row: index of the example; the batch dimension may be absent.
        fields: other fields by name, None where absent; they override those of the mapping.
        tokens: the tokenizer, or names of the ids; without it, these are the text at the offsets, or the ids.
        special: other names by id.
        shifted: whether the losses are of all tokens but the first.
    """
    example = _Row(batch, row, fields)
    labels = example.labels(shifted)
    mask = example.values("attention_mask")
    losses = zip(labels, example.losses(shifted), strict=True)
    return {
        "tokens": _token_texts(example, tokens, dict(special or {})),
        "labels": labels,
        "losses": [
            0.0 if label == IGNORED or (shifted and i == 0) else _as_loss(loss)
            for i, (label, loss) in enumerate(losses)
        ],
        "attention_mask": None if mask is None else [int(bool(each)) for each in mask],
        "first_predicted": not shifted,
    }


class _Row:
    """One example of a batch, by its fields."""

    def __init__(self, batch: object, row: int, fields: Mapping[str, object]) -> None:
        held = batch if isinstance(batch, Mapping) else {"input_ids": batch}
        row = to_builtins(row)  # type: ignore[assignment]
        self._data = {**held, **{name: value for name, value in fields.items() if value is not None}}
        ids = self._field("input_ids")
        if ids is None:
            raise InputError("from_batch: o lote não tem “input_ids”")
        rows = _as_list(ids, "input_ids") if _depth(ids) > 1 else [ids]
        if isinstance(row, bool) or not isinstance(row, int) or not 0 <= row < len(rows):
            raise InputError(
                "from_batch: o lote tem as linhas de 0 a {last}; veio row={row}",
                last=len(rows) - 1,
                row=str(row),
            )
        self._row, self._rows = row, len(rows)
        self.ids = [_as_int(each, "input_ids") for each in _as_list(rows[row], "input_ids")]

    def values(self, name: str) -> list[object] | None:
        """Return the values of another field, one a token, or None."""
        values = self._values(name)
        if values is not None and len(values) != len(self.ids):
            raise InputError(
                "from_batch: {field} tem {values} valores para {tokens} tokens",
                field=name,
                values=len(values),
                tokens=len(self.ids),
            )
        return values

    def labels(self, shifted: bool) -> list[int]:
        """Return the labels, each the id of its own token, or −100."""
        values = self._values("labels")
        if values is None:
            raise InputError("from_batch: faltam os labels, um por token (−100 para ignorar)")
        labels = [_as_int(label, "labels") for label in values]
        _check_alignment(self.ids, labels, len(self._values("losses", len(self.ids) - shifted) or ()))
        self.values("labels")
        return labels

    def losses(self, shifted: bool) -> list[object]:
        """Return the losses, one a token; with `shifted` the first token gets an unused 0."""
        size = len(self.ids)
        expected = size - shifted
        values = self._values("losses", expected)
        if values is None:
            raise InputError("from_batch: faltam as losses, uma por token (reduction='none')")
        if len(values) == expected:
            return [0.0, *values] if shifted else values
        wrong = message(
            "from_batch: esperadas {expected} losses, vieram {found}", expected=expected, found=len(values)
        )
        if not shifted and len(values) == size - 1:
            wrong += f"; {message('se vêm de logits[:-1] com labels[1:], use shifted=True')}"
        elif shifted and len(values) == size:
            wrong += f"; {message('se já há uma por token, use shifted=False')}"
        raise InputError(wrong)

    def text(self) -> str:
        """Return the text."""
        text = self._field("text")
        if isinstance(text, list | tuple) and self._row < len(text):
            text = text[self._row]
        if not isinstance(text, str):
            raise InputError("from_batch: offset_mapping pede também text, o texto que foi tokenizado")
        return text

    def _values(self, name: str, flat: int = 0) -> list[object] | None:
        field = self._field(name)
        if field is None:
            return None
        values = _as_list(field, name)
        if _depth(values) > (2 if name == "offset_mapping" else 1):
            if self._row >= len(values):
                raise InputError(
                    "from_batch: {field} tem {rows} linhas; veio row={row}",
                    field=name,
                    rows=len(values),
                    row=self._row,
                )
            return _as_list(values[self._row], name)
        # A loss on `logits.view(-1, …)` has all rows one after another.
        if flat and self._rows > 1 and len(values) == self._rows * flat:
            return values[self._row * flat : (self._row + 1) * flat]
        if self._rows > 1:
            raise InputError(
                "from_batch: input_ids tem {rows} linhas, e {field}, uma só", rows=self._rows, field=name
            )
        return values

    def _field(self, name: str) -> object:
        return to_builtins(self._data.get(name))


def _check_alignment(ids: list[int], labels: list[int], losses: int) -> None:
    """Refuse labels of the tokens that come next: here, each label is the id of its own token."""
    pairs = [(i, label) for i, label in enumerate(labels) if label != IGNORED]
    known = [(i, label) for i, label in pairs if i + 1 < len(ids)]
    is_aligned = len(labels) == len(ids) and all(label == ids[i] for i, label in pairs)
    if is_aligned or not known or any(label != ids[i + 1] for i, label in known):
        return
    place, label = known[0]
    raise InputError(
        "from_batch: os labels já vêm deslocados, cada um é o id seguinte: labels[{place}] é {label}, como "
        "input_ids[{next}]. Aqui cada label é o id do próprio token: dê {arguments}",
        place=place,
        label=label,
        next=place + 1,
        arguments=_aligned_arguments(len(ids), labels, losses),
    )


def _aligned_arguments(size: int, labels: list[int], losses: int) -> list[str]:
    """Return the arguments with which shifted labels, and losses that go with them, are right."""
    if len(labels) < size:
        return ["labels=[-100, *labels]", *(["shifted=True"] if losses < size else [])]
    # The last label is the id of a token that the inputs lack.
    if labels[-1] != IGNORED and losses == size:
        more = message("e mais um em tokens, se é uma lista")
        return [f"input_ids=[*input_ids, labels[-1]] ({more})", "labels=[-100, *labels]", "shifted=True"]
    kept = ["losses=losses[:-1]"] if losses == size else []
    return ["labels=[-100, *labels[:-1]]", *kept, "shifted=True"]


def _token_texts(row: _Row, tokens: TokenSource | None, special: dict[int, str]) -> TokenRow:
    """Return the tokens' names: those that are given for their ids, their text, or the ids themselves."""
    decoded = _decode(row, tokens)
    labels = label_tokens(decoded, _MAX_LABEL)
    names = [special.get(i) or label or str(i) for i, label in zip(row.ids, labels, strict=True)]
    return token_row(names, decoded, are_labels=True)


def _decode(row: _Row, tokens: TokenSource | None) -> tuple[DecodedToken, ...]:
    if tokens is not None:
        return find_tokens(tokens, row.ids, "from_batch")[0].decoded
    offsets = row.values("offset_mapping")
    if offsets is None:
        return tuple(DecodedToken(str(i), "", b"") for i in row.ids)
    text = row.text()
    ranges = find_ranges(text, [read_offset(offset, "from_batch: offset_mapping") for offset in offsets])
    slices = [piece if place else "" for piece, place in zip(slice_text(text, ranges), ranges, strict=True)]
    spaces = restore_spaces(text, ranges)
    return tuple(
        DecodedToken(str(i), space + piece, piece.encode())
        for i, space, piece in zip(row.ids, spaces, slices, strict=True)
    )


def _depth(values: object) -> int:
    depth = 0
    while isinstance(values, list | tuple) and values:
        depth, values = depth + 1, values[0]
    return depth


def _as_list(values: object, name: str) -> list[object]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InputError(
            "{owner}: {field} deve ser uma lista, um array ou um tensor", owner="from_batch", field=name
        )
    return list(values)


def _as_int(value: object, name: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise InputError(
        "from_batch: {field} deve ter só números inteiros; veio {value}", field=name, value=str(value)
    )


def _as_loss(value: object) -> float:
    if is_finite_number(value):
        return float(value)
    raise InputError(
        "from_batch: a loss de um token que conta deve ser um número finito; veio {value}",
        value=message("um valor mascarado") if value is None else str(value),
    )


def validate_padding(attention_mask: Sequence[int], labels: Sequence[int]) -> None:
    """Raise `ValueError` unless there is a value for each token and no padding has a label."""
    if len(attention_mask) != len(labels):
        raise ContentError(
            "attention_mask deve ter um valor por token; vieram {values} para {tokens}",
            values=len(attention_mask),
            tokens=len(labels),
        )
    for i, (seen, label) in enumerate(zip(attention_mask, labels, strict=True)):
        if not seen and label != IGNORED:
            raise ContentError(
                "o token {index} é preenchimento (attention_mask 0) e tem o rótulo {label}, que "
                "entraria na loss; o rótulo do preenchimento é −100",
                index=i,
                label=label,
            )
