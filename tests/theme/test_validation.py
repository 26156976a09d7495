from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from infograficos.content.validation_messages import (
    ValidationIssue,
    error_message,
    expected_message,
    format_value,
    suggest_names,
    validation_issues,
)

STRICT = ConfigDict(strict=True, allow_inf_nan=False)


class Tone(Enum):
    SOFT = "soft"
    STRONG = "strong"


@dataclass
class Token:
    __pydantic_config__ = ConfigDict(extra="forbid", revalidate_instances="always")

    text: str
    loss: float = 0.0


@dataclass
class StrictToken:
    __pydantic_config__ = STRICT

    text: str


class Strip(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str | int
    tokens: list[Token]


OWN_CONFIG = (Token, StrictToken, Strip)


def refuse(value):
    raise ValueError(expected_message("um número par", value))


def check(value):
    raise AssertionError(f"{value} não serve")


def problem_of(kind, value):
    with pytest.raises(ValidationError) as problem:
        TypeAdapter(kind, config=None if kind in OWN_CONFIG else STRICT).validate_python(value)
    return problem.value


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (str, 3, "esperado um texto, veio 3"),
        (Annotated[str, Field(min_length=1)], "", 'esperado um texto de ao menos 1 caractere, veio ""'),
        (
            Annotated[str, Field(max_length=2)],
            "abc",
            'esperado um texto de no máximo 2 caracteres, veio "abc"',
        ),
        (Annotated[str, Field(pattern="^a+$")], "b", 'esperado um texto no formato ^a+$, veio "b"'),
        (int, "3", 'esperado um número inteiro, veio "3"'),
        (int, 2.5, "esperado um número inteiro, veio 2.5"),
        (Annotated[int, Field(strict=False)], 2.5, "esperado um número inteiro, veio 2.5"),
        (float, True, "esperado um número, veio true"),
        (float, float("nan"), "esperado um número finito, veio NaN"),
        (Annotated[int, Field(strict=False)], "x", 'esperado um número inteiro, veio "x"'),
        (Annotated[float, Field(strict=False)], "x", 'esperado um número, veio "x"'),
        (Annotated[bool, Field(strict=False)], "x", 'esperado true ou false, veio "x"'),
        (bool, 1, "esperado true ou false, veio 1"),
        (Annotated[float, Field(gt=0.5)], 0.5, "esperado um número maior que 0,5, veio 0.5"),
        (Annotated[float, Field(ge=2)], 1, "esperado um número maior ou igual a 2, veio 1"),
        (Annotated[float, Field(lt=2)], 2, "esperado um número menor que 2, veio 2"),
        (Annotated[float, Field(le=2)], 3, "esperado um número menor ou igual a 2, veio 3"),
        (Annotated[int, Field(multiple_of=5)], 3, "esperado um múltiplo de 5, veio 3"),
        (Literal["a", "b"], "c", 'esperado "a" ou "b", veio "c"'),
        (Tone, "weak", 'esperado um objeto Tone, veio "weak"'),
        (Annotated[Tone, Field(strict=False)], "weak", 'esperado "soft" ou "strong", veio "weak"'),
        (list[int], "abc", 'esperada uma lista, veio "abc"'),
        (tuple[int, ...], None, "esperada uma lista, veio nada"),
        (set[int], {}, "esperada uma lista, veio uma tabela"),
        (
            Annotated[list[int], Field(min_length=2)],
            [1],
            "esperada uma lista de ao menos 2 itens, veio uma lista com 1 item",
        ),
        (
            Annotated[list[int], Field(max_length=1)],
            [1, 2],
            "esperada uma lista de no máximo 1 item, veio uma lista com 2 itens",
        ),
        (dict[str, int], [], "esperada uma tabela, veio uma lista vazia"),
        (Strip, 3, "esperada uma tabela, veio 3"),
        (StrictToken, {"text": "a"}, "esperado um objeto StrictToken, veio uma tabela"),
        (Token, 3, "esperado um objeto Token, veio 3"),
        (type(None), Token("a"), "esperado nada, veio um objeto Token"),
        (Annotated[int, AfterValidator(refuse)], 3, "esperado um número par, veio 3"),
        (Annotated[int, AfterValidator(check)], 3, "3 não serve"),
        (datetime, 3, "esperado outro valor, veio 3"),
    ],
)
def test_one_error_says_what_was_expected_and_what_came(kind, value, said):
    (error,) = problem_of(kind, value).errors()
    assert error_message(error) == said


def test_fields_of_a_dataclass_that_are_missing_or_too_many():
    data = {"title": [], "tokens": [{"txet": "a"}, {"text": "b", "loss": "c"}], "tokns": 3}
    found = validation_issues(
        problem_of(Strip, data), data, lambda path: ["text", "loss"] if path else ["title", "tokens"]
    )
    assert [str(mistake) for mistake in found] == [
        "title: esperado um texto ou um número inteiro, veio uma lista vazia",
        "tokens[0].text: falta este valor",
        "tokens[0].txet não existe; você quis dizer “text”?",
        'tokens[1].loss: esperado um número, veio "c"',
        "tokns não existe; você quis dizer “tokens”?",
    ]


def test_the_branches_of_a_union_are_no_part_of_the_way():
    data = {"x": [1, "a", None]}
    kind = dict[str, list[int | Annotated[float, Field(gt=0)]]]
    assert validation_issues(problem_of(kind, data), data) == [
        ValidationIssue(("x", 1), 'esperado um número inteiro ou um número, veio "a"'),
        ValidationIssue(("x", 2), "esperado um número inteiro ou um número, veio nada"),
    ]


def test_a_place_inside_an_object_is_found_by_its_attributes():
    data = {"token": Token(text=3)}
    kind = dict[str, Token]
    assert validation_issues(problem_of(kind, data), data) == [
        ValidationIssue(("token", "text"), "esperado um texto, veio 3"),
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "true"),
        (-2.5, "-2.5"),
        pytest.param(10**5000, "um número grande demais", id="huge"),
        ("a\n“b”", '"a\\n“b”"'),
        ("x" * 40, f'"{"x" * 40}"'),
        ("x" * 41, f'"{"x" * 39}…"'),
        (None, "nada"),
        ((1,), "uma lista com 1 item"),
        ({1, 2}, "uma lista com 2 itens"),
        ({}, "uma tabela"),
        (datetime(2024, 5, 1, 7, 30), "2024-05-01T07:30:00"),
        (Token("a"), "um objeto Token"),
    ],
)
def test_values_are_shown_as_they_are_written(value, said):
    assert format_value(value) == said


def test_unknown_names_where_nothing_is_near_or_known():
    assert suggest_names("zzz", ["a", "b"]) == "não existe; os nomes válidos são: “a”, “b”"
    assert suggest_names("zzz", []) == "não existe; os nomes válidos são: nenhum"
