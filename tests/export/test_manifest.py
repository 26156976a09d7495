"""`manifest.json`: what it says is so."""

import json
from hashlib import sha256

import pytest
from PIL import Image
from small_chapter import figure

from infograficos import Figure
from infograficos.builders import examples
from infograficos.errors import InputError
from infograficos.export import read_manifest
from infograficos.report import check
from infograficos.theme import load_theme


def test_it_says_of_every_file_what_it_is(again, chapter, out):
    names = again(chapter)
    kept = read_manifest(out)
    assert set(kept) == names
    for name, record in kept.items():
        data = (out / name).read_bytes()
        assert (record.bytes, record.sha256) == (len(data), sha256(data).hexdigest())
        assert record.figure in name
        assert record.alt == chapter.find(record.figure).alt
        assert record.caption == chapter.find(record.figure).summary
        if record.format == "png":
            with Image.open(out / name) as picture:
                assert picture.size == record.pixels
            assert record.preset == name.split("/")[0]


def test_its_measures_are_the_readers(again, chapter, out):
    again(chapter)
    kept = read_manifest(out)
    # 20 units on a sheet of 700, in a column of 312 px on the narrowest phone: Medium's.
    assert kept["medium/01-um.png"].smallest_pixels == pytest.approx(20 * 312 / 700, abs=0.01)
    assert kept["devto/01-um.png"].smallest_pixels == pytest.approx(20 * 336 / 700, abs=0.01)
    assert kept["svg/01-um.svg"].smallest_pixels == kept["medium/01-um.png"].smallest_pixels
    assert 4.5 <= kept["svg/01-um.svg"].contrast < 8


@pytest.mark.parametrize("example", ["Pipeline/avaliar", "Code/registro"])
def test_it_measures_as_check_does(again, out, example):
    measured = Figure(1, "um", "Título", "A ideia", examples()[example])
    ours = load_theme()
    # On a sheet of its own: what is drawn on another is not meant for it.
    pocket = ours.presets["phone"].model_copy(update={"on_request": False, "small_phone": 280})
    theme = ours.model_copy(update={"presets": ours.presets | {"bolso": pocket}})
    again([measured], formats=("svg",), variants=("light", "dark"), theme=theme)
    (report,) = check(measured, theme=theme).figures
    light, dark = read_manifest(out).values()
    assert light.words == dark.words == report.words
    assert light.smallest_pixels == round(report.smallest_pixels, 2)
    assert min(light.contrast, dark.contrast) == round(report.contrast, 2)


def test_another_export_adds_to_it_and_what_is_gone_leaves_it(again, chapter, out):
    again(chapter, formats=("svg",))
    again(chapter.figures[:1], formats=("svg",), variants=("dark",), widths=(360,))
    assert set(read_manifest(out)) == {"svg/01-um.svg", "svg/02-dois.svg", "svg/01-um-360-dark.svg"}
    (out / "svg" / "02-dois.svg").unlink()
    again(chapter.figures[:1], formats=("svg",))
    assert set(read_manifest(out)) == {"svg/01-um.svg", "svg/01-um-360-dark.svg"}


def test_its_bytes_are_the_same_in_any_order(again, chapter, out):
    again(chapter)
    before = (out / "manifest.json").read_bytes()
    (out / "manifest.json").unlink()
    again([*reversed(chapter.figures)])
    assert (out / "manifest.json").read_bytes() == before
    assert json.loads(before)["format"] == 1


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 2}', '{"format": 1, "files": [{}]}', "[" * 99999]
)
def test_one_that_nobody_understands_is_refused(again, chapter, out, text):
    out.mkdir()
    (out / "manifest.json").write_text(text)
    with pytest.raises(InputError, match="não é um manifesto que se entenda"):
        again(chapter, formats=("svg",))
    assert [path.name for path in out.iterdir()] == ["manifest.json"]


def test_a_phone_sheet_is_legible_as_it_is(again, out):
    again([figure(1, "um")], formats=("png",), presets=("phone",))
    record = read_manifest(out)["phone/01-um.png"]
    assert (record.width, record.pixels[0]) == (360, 1080)
    assert record.smallest_pixels == pytest.approx(20 * 312 / 360, abs=0.01)


def test_a_forced_figure_leaves_the_others_records(again, chapter, out):
    again(chapter)
    before = read_manifest(out)
    again(chapter.figures[:1], force=True)
    assert read_manifest(out) == before
