"""Um registro com campos e o texto único em que ele se transforma."""

from __future__ import annotations

from typing import Annotated

from infograficos import elements
from infograficos.content.checks import validate_unique
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Flag, OptionalText, Some, Words, content, length
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError
from infograficos.language.grammar import join_and, join_first, phrase
from infograficos.text.markup import plain_text

__all__ = ["Field", "Record"]

WORDS = OwnWords(
    empty="(vazio)",
    optional="opcional",
    model="modelo",
)

#: More fields have no room on any sheet; up to how many have much room between them.
_MAX_FIELDS, _MAX_SPACIOUS = 8, 3
#: The names of the record, of the sheet that holds the whole text, and of who reads it.
_RECORD, _TEXT, _MODEL = "registro", "texto do modelo", "modelo"


@content
class Field:
    """One field of a record.

    Args:
        key: its name in the data file.
        value: its content; an optional field may be empty.
        marker: the line that announces it in the text.
        role: its colour role, on both sides.
        optional: whether a record may come without it.
    """

    key: Words
    value: OptionalText
    marker: Words
    role: Words
    optional: Flag = False


@content
class Record:
    """A record of the data, and the one text on a sheet that its fields become, which the model reads.

    Args:
        fields: the fields, in the order in which the text has them.
        record_name: what the record is called, or nothing.
        text_name: what the text is called, or nothing.
        note: what happens when an optional field is empty, in one sentence.
    """

    fields: Annotated[Some[Field], length(1, _MAX_FIELDS)]
    record_name: OptionalText = ""
    text_name: OptionalText = ""
    note: OptionalText = ""

    def __post_init__(self) -> None:
        validate_unique((field.key for field in self.fields), "o campo “{name}” aparece mais de uma vez")
        if not self._present_fields:
            raise ContentError("todos os campos estão vazios: não sobra texto para o modelo ler")
        empty = next((f.key for f in self.fields if not f.optional and f not in self._present_fields), None)
        if empty:
            raise ContentError("o campo “{name}” está vazio e não é opcional", name=empty)

    def body(self) -> elements.Element:
        """Return the record, the sheet that its fields become, and the model that reads it."""
        return elements.FirstThatFits((elements.WideOnly(self._wide()), self._narrow()))

    def describe(self) -> str:
        """Return the fields and the text that they become."""
        optional = {True: f" ({WORDS('optional')})", False: ""}
        keys = [f"{field.key}{optional[field.optional]}" for field in self._present_fields]
        pairs = zip(keys, self._present_fields, strict=True)
        marked = [phrase("{field} sob “{marker}”", field=key, marker=field.marker) for key, field in pairs]
        lists = [(names, count) for names in (marked, keys) for count in range(len(keys), 0, -1)]
        # All names are worth more than some with their markers.
        lists.sort(key=lambda names: -names[1])
        return fullest(f"{self._describe_fields(*names)}{self._describe_empty()}" for names in lists)

    def _describe_fields(self, names: list[str], limit: int) -> str:
        return phrase(
            (
                "Um registro de {count} campo vira o texto que o modelo lê: {fields}.",
                "Um registro de {count} campos vira o texto que o modelo lê: {fields}.",
            ),
            len(self.fields),
            fields=join_first(names, limit),
        )

    def _describe_empty(self) -> str:
        """Say which fields are not in the text, after the sentence before; nothing if all are."""
        empty = [field.key for field in self.fields if field not in self._present_fields]
        if not empty:
            return ""
        sentence = phrase(
            (
                "O campo {fields}, vazio, não aparece no texto.",
                "Os campos {fields}, vazios, não aparecem no texto.",
            ),
            len(empty),
            fields=join_and(empty),
        )
        return f" {sentence}"

    @property
    def _present_fields(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.value.strip())

    @property
    def _is_spacious(self) -> bool:
        return len(self.fields) <= _MAX_SPACIOUS

    def _wide(self) -> elements.Element:
        """Return all from left to right, with a flow for each field, level with its lines."""
        model = elements.NoWrap(self._model("object_wide"))
        reading = elements.Row((elements.Grow(self._sheet()), model), "large")
        light = elements.panel(
            reading, "model", self.text_name, padding="small" if self._is_spacious else "tiny"
        )
        row = elements.Row((elements.Grow(self._card()), elements.Grow(light)), "large")
        flows = [
            elements.Flow(f"campo {field.key}", f"trecho {field.key}", f"{field.role}.body", leaves="right")
            for field in self._present_fields
        ]
        drawn = elements.WithConnectors(row, (*flows, elements.Flow(_TEXT, _MODEL, "model.body")))
        return elements.Column((drawn, self._note()), "medium") if self.note else drawn

    def _narrow(self) -> elements.Element:
        """Return all from top to bottom; the flows are beside each other, and the note beside the model."""
        words: list[elements.Element] = [self._note()] if self.note else []
        if self.text_name:
            words.insert(0, elements.Text(self.text_name, "heading", "model.strong"))
        end: elements.Element = self._model()
        if words:
            end = elements.Row((elements.Grow(elements.Column(tuple(words))), end), "medium")
        reading = elements.Column((self._sheet(), end), "link", "stretch" if words else "center")
        light = elements.panel(reading, "model", padding="small")
        column = elements.Column((elements.Named(_RECORD, self._card()), light), "large")
        flows = [
            elements.Flow(_RECORD, _TEXT, f"{field.role}.body", leaves="bottom", arrives="top")
            for field in self._present_fields
        ]
        read = elements.Flow(_TEXT, _MODEL, "model.body", leaves="bottom", arrives="top")
        return elements.WithConnectors(column, (*flows, read))

    def _card(self) -> elements.Element:
        fields = enumerate(self.fields, 1)
        panels = (elements.named_fragment(n, f"campo {f.key}", self._panel(f)) for n, f in fields)
        column = elements.Column(tuple(map(elements.Grow, panels)), "tiny" if self._is_spacious else "hair")
        card = elements.FannedCard(column, padding="tiny")
        name = elements.Text(self.record_name, "label", "muted")
        return elements.Column((name, card), "tiny") if self.record_name else card

    def _panel(self, field: Field) -> elements.Element:
        """Return a field of the record on its panel, with a dotted outline where it may be missing."""
        key: elements.Element = elements.Text(field.key, "mark", f"{field.role}.strong", literal=True)
        if field.optional and not self.note:
            optional = elements.Text(WORDS("optional"), "label", "muted")
            key = elements.Wrap((key, optional), "tiny", "tiny", "start")
        is_empty = field not in self._present_fields
        value = elements.Text(WORDS("empty"), "label", "muted") if is_empty else elements.Text(field.value)
        fill, words = None if is_empty else f"{field.role}.soft", elements.Column((key, value), "small")
        panel = elements.Card(words, fill, None, "tiny", "small", "inner", align="center")
        return elements.DottedOutline(panel, f"{field.role}.mark", "inner") if field.optional else panel

    def _sheet(self) -> elements.Element:
        """Return the one text that the model reads; a field that is missing leaves no hole in it."""
        blocks = tuple(
            elements.named_fragment(number, f"trecho {field.key}", self._block(field))
            for number, field in enumerate(self.fields, 1)
            if field in self._present_fields
        )
        return elements.DocumentSheet(
            elements.Column(blocks, "tiny" if self._is_spacious else "none", justify="between"), name=_TEXT
        )

    def _block(self, field: Field) -> elements.Element:
        return elements.document_block(
            plain_text(field.value),
            field.role,
            field.marker,
            is_optional=field.optional,
            is_solid=field is self._answer,
        )

    @property
    def _answer(self) -> Field | None:
        """The field that the model learns to write: the last one in the role of the response."""
        answers = [field for field in self._present_fields if field.role == "response"]
        return answers[-1] if answers else None

    def _model(self, size: str = "object") -> elements.Element:
        name = elements.Text(WORDS("model"), "mark", "model.strong", "center")
        drawn = elements.Named(_MODEL, elements.Model(size=size))
        return elements.Column((drawn, name), "tiny", "center")

    def _note(self) -> elements.Element:
        """Return the note, beside a swatch of the outline that it speaks of."""
        words: elements.Element = elements.Text(self.note, "label")
        if optional := next((field for field in self.fields if field.optional), None):
            is_empty = optional not in self._present_fields
            fill = "surface" if is_empty else f"{optional.role}.soft"
            swatch = elements.Swatch(fill, None, "disc", "cell")
            outline = elements.DottedOutline(swatch, f"{optional.role}.mark", "bar")
            words = elements.Row((outline, elements.Grow(words)), "small")
        return elements.Fragment(len(self.fields), words)


EXAMPLES = {
    "sem entrada": Record(
        fields=[
            Field("instruction", "Capital da França?", "### Instrução:", "instruction"),
            Field("input", "", "### Entrada:", "input", optional=True),
            Field("output", "Paris.", "### Resposta:", "response"),
        ],
    ),
    "conversa": Record(
        fields=[
            Field("user", "Oi!", "<|user|>", "instruction"),
            Field("assistant", "Olá!", "<|assistant|>", "response"),
        ],
    ),
}

HEADLINES = {
    "sem entrada": "O campo vazio **não aparece**{input}",
    "conversa": "O modelo lê **um texto só**{model}",
}
