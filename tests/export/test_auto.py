"""`auto`: one SVG for light and dark."""

from __future__ import annotations

import json

import pytest

from infograficos.errors import InputError
from infograficos.export import ExportOptions, differences

AUTO = {"formats": ("svg",), "variants": ("light", "auto")}


def test_has_a_name_and_an_entry_of_its_own(again, chapter, out):
    both = {f"svg/{name}{end}.svg" for name in ("01-um", "02-dois") for end in ("", "-auto")}
    assert again(chapter, **AUTO) == both
    records = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert {record["file"]: record["variant"] for record in records} == {
        name: "auto" if "auto" in name else "light" for name in both
    }


def test_its_contrast_is_the_lower_of_both_papers(again, chapter, out):
    again(chapter, formats=("svg",), variants=("light", "dark", "auto"))
    records = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["files"]
    found = {r["variant"]: r["contrast"] for r in records if r["figure"] == "01-um"}
    assert found["auto"] == min(found["light"], found["dark"])


def test_is_compared_as_the_others_are(again, chapter, out):
    again(chapter, **AUTO)
    options = ExportOptions(folder=out, formats=("svg",))
    assert differences(chapter, options) == []
    (out / "svg" / "01-um-auto.svg").write_text("meu")
    assert differences(chapter, options) == [f"desatualizado: {out / 'svg' / '01-um-auto.svg'}"]


@pytest.mark.parametrize(("formats", "named"), [(("svg", "png"), "PNG"), (("pdf",), "PDF")])
def test_a_picture_in_pixels_is_refused_before_anything_is_drawn(formats, named):
    with pytest.raises(InputError) as refusal:
        ExportOptions(formats=formats, variants=("auto",))
    assert str(refusal.value) == (
        f"a variante “auto” só existe em SVG, e foi pedido também {named}; peça só o formato “svg” com ela"
    )
