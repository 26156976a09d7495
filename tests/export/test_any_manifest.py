"""Whatever stands in a manifest's place is understood, with all its values, or refused."""

import json
from contextlib import suppress
from dataclasses import asdict

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from infograficos.errors import InputError
from infograficos.export import Record, read_manifest
from infograficos.export.manifest import manifest_bytes

GOOD = Record(
    "svg/01-um.svg", "01-um", "svg", "", "light", None, "outlined", None, 9, "00", "", "Um.", "Um", 1, 9.6,
    5.7, "0.1.0",
)  # fmt: skip

JSON = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-1, 10**20)
    | some.floats(allow_nan=False)
    | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
NAMES = some.sampled_from([*asdict(GOOD), "outro"])
PATHS = some.sampled_from(["", ".", "../x", "/x", "a/../../x", "x\0", "x" * 300, "\ud800", "svg/01-um.svg"])


def manifest(changes, names_gone=()):
    record = {name: value for name, value in asdict(GOOD).items() if name not in names_gone}
    return {"format": 1, "files": [record | changes]}


ANYTHING = (
    JSON
    | some.builds(lambda values: {"format": 1, "files": values}, JSON)
    | some.builds(manifest, some.dictionaries(NAMES, JSON, max_size=2), some.sets(NAMES, max_size=1))
    | some.builds(lambda file: manifest({"file": file}), PATHS)
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=ANYTHING)
@example(values={"format": 1, "files": ["x"]})
@example(values={"format": 1, "files": {"x": 1}})
@example(values=manifest({"alt": ["x"]}))
@example(values=manifest({"pixels": "ab"}))
@example(values=manifest({"pixels": [1, 2, 3]}))
@example(values=manifest({"file": "../fora.svg"}))
@example(values=manifest({"file": "x" * 256}))
@example(values=manifest({"caption": "\ud800"}))
def test_what_is_read_can_be_compared_and_written_again(tmp_path, values):
    (tmp_path / "manifest.json").write_text(json.dumps(values), encoding="utf-8")
    kept = {}
    with suppress(InputError):
        kept = read_manifest(tmp_path)
    for file, record in kept.items():
        assert (tmp_path / file).resolve().is_relative_to(tmp_path.resolve())
        assert not (tmp_path / file).is_file()
        assert isinstance(hash(record), int)
    (tmp_path / "manifest.json").write_bytes(manifest_bytes(kept.values()))
    assert list(read_manifest(tmp_path).values()) == sorted(kept.values(), key=lambda each: each.file)


def test_a_whole_record_is_read_as_it_was_written(tmp_path):
    (tmp_path / "manifest.json").write_bytes(manifest_bytes([GOOD]))
    assert read_manifest(tmp_path) == {GOOD.file: GOOD}


@pytest.mark.parametrize("side", [1.5, True, "1"])
def test_pixels_are_whole_numbers(tmp_path, side):
    (tmp_path / "manifest.json").write_text(json.dumps(manifest({"pixels": [side, 1]})))
    with pytest.raises(InputError):
        read_manifest(tmp_path)
