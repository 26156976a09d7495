"""`--steps`: which files there are, what the manifest says, and that `--check` knows them."""

import json

import pytest
from PIL import Image

from infograficos import Chapter, Figure
from infograficos.builders import examples
from infograficos.errors import InputError
from infograficos.export import ExportOptions, differences

NAMES = [
    "medium/01-etapas-passo-1.png",
    "medium/01-etapas-passo-2.png",
    "medium/01-etapas-passo-3.png",
    "medium/01-etapas-passos.gif",
    "svg/01-etapas-passo-1.svg",
    "svg/01-etapas-passo-2.svg",
    "svg/01-etapas-passo-3.svg",
]


@pytest.fixture
def staged():
    return Chapter(1, "t", [Figure(1, "etapas", "Título", "A ideia", examples()["Pipeline/avaliar"])])


def test_a_figure_becomes_a_file_for_each_step_and_an_animation(again, staged, out):
    assert sorted(again(staged, steps=True, presets=("medium",))) == NAMES
    with Image.open(out / "medium" / "01-etapas-passos.gif") as animation:
        assert (animation.n_frames, animation.width) == (3, 1400)
    assert (out / "medium" / "01-etapas-passos.gif").stat().st_size < 1_000_000
    assert again(staged, steps=True, presets=("medium",)) == set()


def test_what_is_not_as_usual_is_in_the_name(again, staged):
    written = again(staged, steps=True, formats=("svg",), variants=("dark",), widths=(360,))
    assert sorted(written)[0] == "svg/01-etapas-passo-1-360-dark.svg"


def test_the_manifest_tells_the_steps_apart(again, staged, out):
    again(staged, steps=True, presets=("medium",))
    files = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["files"]
    told = {file["file"]: (file["figure"], file["format"], file["step"]) for file in files}
    assert told["medium/01-etapas-passo-2.png"] == ("01-etapas", "png", 2)
    assert told["medium/01-etapas-passos.gif"] == ("01-etapas", "gif", 3)
    alts = {file["file"]: file["alt"] for file in files}
    assert alts["svg/01-etapas-passo-2.svg"] == "Passo 2 de 3. Aparece: Lima. · 2 · Respostas."
    assert alts["medium/01-etapas-passos.gif"] == staged.figures[0].alt


def test_steps_and_whole_figures_live_in_one_folder(again, staged, out):
    again(staged, presets=("medium",))
    again(staged, steps=True, presets=("medium",))
    for steps in (False, True):
        assert differences(staged, ExportOptions(folder=out, presets=("medium",), steps=steps)) == []
    (out / "medium" / "01-etapas-passos.gif").unlink()
    told = differences(staged, ExportOptions(folder=out, presets=("medium",)))
    assert told == [f"falta: {out}/medium/01-etapas-passos.gif"]


def test_a_changed_figure_is_stale_in_the_steps_that_show_the_change(again, staged, out):
    again(staged, steps=True, presets=("medium",))
    other = Figure(1, "etapas", "Título", "A ideia", examples()["Pipeline/RAG"])
    told = differences([other], ExportOptions(folder=out, presets=("medium",), steps=True))
    assert f"falta: {out}/svg/01-etapas-passo-4.svg" in told
    assert f"desatualizado: {out}/medium/01-etapas-passos.gif" in told


def test_a_pdf_of_steps_is_refused():
    with pytest.raises(InputError) as refusal:
        ExportOptions(formats=("svg", "pdf"), steps=True)
    assert str(refusal.value) == (
        "os passos só existem em SVG e PNG; tire o “pdf” dos formatos, ou peça sem passos"
    )
