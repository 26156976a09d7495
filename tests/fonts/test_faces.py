import subprocess
import sys
from pathlib import Path

import pytest

import infograficos.fonts
from infograficos.errors import InputError, MachineError
from infograficos.fonts import Fonts
from infograficos.fonts.faces import DATA, FACE_NAMES, fallback_order, load_face
from infograficos.scene.glyph_run import FontStyle

MENDING = "reinstale a biblioteca com “pip install --force-reinstall infograficos”"


@pytest.mark.parametrize(
    ("family", "weight", "order"),
    [
        ("sans", 400, ("Inter-Regular", "NotoSansMath-Subset", "JetBrainsMono-Regular")),
        ("sans", 600, ("Inter-SemiBold", "NotoSansMath-Subset", "JetBrainsMono-SemiBold")),
        ("sans", 700, ("Inter-Bold", "NotoSansMath-Subset", "JetBrainsMono-SemiBold")),
        ("mono", 400, ("JetBrainsMono-Regular", "Inter-Regular", "NotoSansMath-Subset")),
        ("mono", 600, ("JetBrainsMono-SemiBold", "Inter-SemiBold", "NotoSansMath-Subset")),
        ("mono", 700, ("JetBrainsMono-SemiBold", "Inter-Bold", "NotoSansMath-Subset")),
    ],
)
def test_each_style_has_its_faces_in_order(family, weight, order):
    assert fallback_order(family, weight) == order


def test_an_unknown_family_is_refused():
    with pytest.raises(InputError) as refusal:
        fallback_order("sanz", 400)
    assert str(refusal.value) == "a família de fontes “sanz” não existe; você quis dizer “sans”?"


@pytest.mark.parametrize("weight", [0, 500, 900])
def test_an_unknown_weight_is_refused(weight):
    with pytest.raises(InputError) as refusal:
        Fonts().shape("a", FontStyle(weight=weight))
    message = f"o peso de fonte {weight} não existe; os pesos válidos são 400, 600 e 700"
    assert str(refusal.value) == message


def test_an_unknown_face_is_refused():
    with pytest.raises(InputError) as refusal:
        load_face("Inter-Regula")
    assert str(refusal.value).startswith("a fonte “Inter-Regula” não existe; você quis dizer “Inter-Regular”")


def test_every_bundled_file_is_a_face_and_every_face_a_bundled_file():
    assert {file.stem for file in DATA.glob("*.ttf")} == set(FACE_NAMES)
    assert [load_face(name).name for name in FACE_NAMES] == list(FACE_NAMES)


def test_every_family_brings_its_licence():
    families = {name.split("-")[0] for name in FACE_NAMES}
    assert {file.name.removesuffix("-OFL.txt") for file in DATA.glob("*-OFL.txt")} == families


def test_the_mathematical_face_stays_small_and_keeps_its_signs():
    assert (DATA / "NotoSansMath-Subset.ttf").stat().st_size <= 36 * 1024
    signs = set("∈∪∩∇∀∃≡∝⊥⊤ℝℕℤℚℂ⟨⟩⌊⌋⌈⌉↦⇌𝔼ℒ⋯⋮⋱𝒜ℬ𝒪𝒳𝔻𝕀⨁⟸")
    assert signs <= load_face("NotoSansMath-Subset").characters


def test_no_bundled_file_is_added_up(monkeypatch):
    monkeypatch.setattr("infograficos.fonts.faces._is_whole", lambda _data: pytest.fail("added up"))
    assert [load_face.__wrapped__(name).name for name in FACE_NAMES] == list(FACE_NAMES)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("infograficos.fonts.faces.DATA", tmp_path)
    return tmp_path


def test_a_missing_file_is_named(folder):
    with pytest.raises(MachineError) as failure:
        load_face.__wrapped__("Inter-Regular")
    file = folder / "Inter-Regular.ttf"
    assert str(failure.value) == f"o arquivo de fonte “{file}” não foi encontrado; {MENDING}"


@pytest.mark.parametrize("kept", [0, 3, 100, 2000, -4])
def test_a_damaged_file_is_named(folder, kept):
    file = folder / "Inter-Regular.ttf"
    file.write_bytes((DATA / file.name).read_bytes()[:kept])
    with pytest.raises(MachineError) as failure:
        load_face.__wrapped__("Inter-Regular")
    assert str(failure.value) == f"o arquivo de fonte “{file}” está danificado; {MENDING}"


@pytest.mark.parametrize("place", [300, 100_000, -5])
def test_one_changed_bit_is_noticed(folder, place):
    file = folder / "Inter-Regular.ttf"
    data = bytearray((DATA / file.name).read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    with pytest.raises(MachineError) as failure:
        load_face.__wrapped__("Inter-Regular")
    assert str(failure.value) == f"o arquivo de fonte “{file}” está danificado; {MENDING}"


def test_a_file_of_another_kind_is_named(folder):
    file = folder / "Inter-Regular.ttf"
    file.write_text("<html>404</html>" * 100)
    with pytest.raises(MachineError, match="está danificado"):
        load_face.__wrapped__("Inter-Regular")


def test_a_file_that_cannot_be_read_is_named(folder):
    file = folder / "Inter-Regular.ttf"
    file.mkdir()
    with pytest.raises(MachineError) as failure:
        load_face.__wrapped__("Inter-Regular")
    expected = f"o arquivo de fonte “{file}” não pôde ser lido; confira suas permissões ou {MENDING}"
    assert str(failure.value) == expected


def test_importing_the_package_loads_no_font_library():
    program = (
        "import sys, infograficos.fonts as fonts\n"
        "assert not {'uharfbuzz', 'fontTools'} & set(sys.modules)\n"
        "fonts.default_fonts()\n"
        "assert 'uharfbuzz' in sys.modules and 'fontTools' not in sys.modules\n"
        "fonts.woff2_subset('Inter-Regular', ['a'])\n"
        "assert 'fontTools' in sys.modules\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True, cwd=root)


def test_the_package_has_only_the_names_it_lists():
    assert all(hasattr(infograficos.fonts, name) for name in infograficos.fonts.__all__)
    assert not hasattr(infograficos.fonts, "shape")
