import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from infograficos.builders import examples
from infograficos.content.validation_messages import (
    CUSTOM_ERRORS,
    EXPECTED_VALUES,
    MISSING_ERRORS,
    UNKNOWN_NAME_ERRORS,
    validation_issues,
)
from infograficos.errors import InputError, MachineError
from infograficos.export.plan import ExportOptions, plan_files
from infograficos.figure import Figure
from infograficos.theme import Theme, load_theme
from infograficos.theme.loading import known_keys

#: The errors that each kind of schema in pydantic's core raises, and the limits that add their own.
RAISED = {
    "str": {"string_type"},
    "int": {"int_type"},
    "float": {"float_type"},
    "bool": {"bool_type"},
    "literal": {"literal_error"},
    "dict": {"dict_type"},
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "function-before": {"value_error"},
    "function-after": {"value_error"},
}
LIMITS = {
    "gt": "greater_than",
    "ge": "greater_than_equal",
    "lt": "less_than",
    "le": "less_than_equal",
    "allow_inf_nan": "finite_number",
}
NO_CHECKS = {"model-field", "nullable", "default", "definitions", "definition-ref", "no-info", "with-info"}


def kinds_raised(schema):
    if isinstance(schema, list):
        return set().union(*map(kinds_raised, schema))
    if not isinstance(schema, dict):
        return set()
    found = set().union(*map(kinds_raised, schema.values()))
    if isinstance(schema.get("type"), str) and schema["type"] not in NO_CHECKS:
        found |= RAISED[schema["type"]] | {error for limit, error in LIMITS.items() if limit in schema}
    return found


def test_every_kind_of_mistake_that_the_models_can_find_has_portuguese_words():
    raised = kinds_raised({**Theme.__pydantic_core_schema__, "metadata": None})
    assert {"float_type", "finite_number", "greater_than", "literal_error", "value_error"} <= raised
    assert raised <= set(EXPECTED_VALUES) | MISSING_ERRORS | UNKNOWN_NAME_ERRORS | CUSTOM_ERRORS


def test_every_closed_table_can_name_what_it_foresees():
    assert "light" in known_keys(("colors",))
    assert known_keys(("colors", "dark", "roles", "qualquer"))[:2] == ["soft", "tint"]
    assert "phone" in known_keys(("presets", "qualquer"))


TOML_VALUES = st.sampled_from(
    [
        "1",
        '"x"',
        "true",
        "nan",
        "[]",
        "{}",
        "0x" + "f" * 5000,
        "1e999",
        "[{a=1}]",
        "07:32:00",
        '"""\na=1\n"""',
    ]
)
TOML_NAMES = st.sampled_from(
    [
        "sheet",
        "type",
        "colors",
        "light",
        "roles",
        "body",
        "size",
        "presets",
        '"a b"',
        "''",
        "é",
        "limits",
        "x",
    ]
)
TOML_KEYS = st.lists(TOML_NAMES, min_size=1, max_size=5).map(".".join)
TOML_LINES = st.one_of(
    st.builds("{} = {}".format, TOML_KEYS, TOML_VALUES), TOML_KEYS.map("[{}]".format), st.text(max_size=20)
)
ANYTHING = st.one_of(
    st.binary(), st.text().map(str.encode), st.lists(TOML_LINES).map(lambda lines: "\n".join(lines).encode())
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=ANYTHING)
def test_any_file_is_a_theme_or_is_refused_in_our_own_words(content, written):
    try:
        theme = load_theme(written(content))
    except (InputError, MachineError) as refusal:
        for line in str(refusal).split("\n"):
            assert line.startswith("tema.toml")
            assert "outro valor" not in line
    else:
        assert isinstance(theme, Theme)


@settings(max_examples=100, deadline=None)
@given(
    data=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["sheet", "type", "width"]), inner),
    )
)
def test_any_table_is_explained(data):
    tables = {**load_theme().model_dump(), "type": data, "sheet": data}
    with pytest.raises(ValidationError) as refusal:
        Theme.model_validate(tables)
    found = validation_issues(refusal.value, tables, known_keys)
    assert found
    assert not any("outro valor" in str(mistake) for mistake in found)


MEASURES = [
    (table, name)
    for table in ("sheet", "space", "radius", "stroke", "size", "limits")
    for name in load_theme().model_dump()[table]
] + [(f"type.{name}", measure) for name in load_theme().type for measure in ("size", "leading")]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    measures=st.dictionaries(st.sampled_from(MEASURES), st.floats() | st.integers(), min_size=1, max_size=3),
    preset=st.text("aZ9_-é./\\ ", min_size=1, max_size=6),
)
@example(measures={("space", "tiny"): 1e15}, preset="a")
@example(measures={("space", "small"): 10**15}, preset="..")
@example(measures={("sheet", "width"): 1e300}, preset="a/b")
@example(measures={("type.body", "size"): 10_000}, preset="CON")
def test_any_measures_are_refused_or_drawn_and_no_file_leaves_its_folder(measures, preset, written):
    lines = [f"[{table}]\n{name} = {value}" for (table, name), value in measures.items()]
    described = load_theme().presets["medium"].model_dump(exclude={"sheet"})
    row = ", ".join(f"{name} = {json.dumps(value)}" for name, value in described.items())
    text = "\n".join([f"presets.{json.dumps(preset, ensure_ascii=False)} = {{ {row} }}", *lines])
    with suppress(InputError):
        theme = load_theme(written(text))
        figure = Figure(1, "um", "Um", "A ideia", examples()["Matrix/atenção causal"])
        drawing = figure.draw(theme)
        assert drawing.svg(force=True) == figure.draw(theme).svg(force=True)
        assert isinstance(drawing.findings, tuple)
        for job in plan_files([figure], ExportOptions(Path("/saida"), theme=theme)):
            assert [*job.path.resolve().parents][1] == Path("/saida")
