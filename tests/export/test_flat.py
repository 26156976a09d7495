"""`--layout flat`: all files in one folder, as the series keeps them, and what switching layouts leaves."""

from pathlib import Path

import pytest
from small_chapter import figure

from infograficos import Chapter, load_theme
from infograficos.errors import InputError, MachineError
from infograficos.export import ExportOptions, Record, differences, folder_layout, plan_files, read_manifest


def files(out):
    found = (path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    return sorted(path for path in found if path != "manifest.json")


def test_a_flat_folder_holds_an_svg_and_the_medium_png_a_figure(again, chapter, out):
    again(chapter, layout="flat")
    assert files(out) == ["01-um.png", "01-um.svg", "02-dois.png", "02-dois.svg"]
    assert read_manifest(out)["01-um.png"].preset == "medium"
    assert differences(chapter, ExportOptions(folder=out, layout="flat")) == []


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"presets": ("devto",)}, ["01-um.png"]),
        ({"presets": ("devto", "medium")}, ["01-um.png", "01-um-devto.png"]),
        ({"presets": ("phone",)}, ["01-um-phone.png"]),
        ({"presets": ("devto",), "plain_preset": "medium"}, ["01-um-devto.png"]),
        ({"plain_preset": "devto"}, ["01-um.png"]),
        ({"variants": ("light", "dark"), "widths": (None, 360)}, [
            "01-um.png", "01-um-dark.png", "01-um-360.png", "01-um-360-dark.png",
        ]),
        ({"presets": ("devto", "medium"), "steps": True}, [
            f"01-um{part}{preset}.{end}"
            for preset in ("", "-devto")
            for part, end in (*((f"-passo-{n}", "png") for n in range(1, 5)), ("-passos", "gif"))
        ]),
    ],
)  # fmt: skip
def test_what_is_beside_is_in_the_name(asked, names):
    options = ExportOptions(formats=("png",), layout="flat", **asked)
    planned = [file.record.file for file in plan_files([figure(1, "um")], options)]
    assert planned == names
    assert len({name.casefold() for name in planned}) == len(planned)


@pytest.mark.parametrize("name", ["dark", "medium-dark", "360", "Medium-360"])
def test_a_preset_named_like_a_suffix_is_refused(name):
    theme = load_theme()
    presets = theme.presets | {name: theme.presets["devto"]}
    odd = theme.model_copy(update={"presets": presets})
    with pytest.raises(InputError, match=rf"^em uma só pasta, o fim “-{name}” se confundiria"):
        ExportOptions(theme=odd, presets=("medium", name), layout="flat")
    ExportOptions(theme=odd, presets=("medium", name))


def test_switching_layouts_takes_our_files_along_and_no_others(again, chapter, out):
    again(chapter)
    again(chapter, formats=("svg",), variants=("dark",))
    (out / "devto" / "meu.png").write_bytes(b"meu")
    again(chapter, layout="flat")
    assert files(out) == ["01-um.png", "01-um.svg", "02-dois.png", "02-dois.svg", "devto/meu.png"]
    assert not (out / "svg").exists()
    again(chapter)
    assert files(out) == [
        *("devto/01-um.png", "devto/02-dois.png", "devto/meu.png"),
        *("medium/01-um.png", "medium/02-dois.png", "svg/01-um.svg", "svg/02-dois.svg"),
    ]
    assert [line.partition(":")[0] for line in differences(chapter, ExportOptions(folder=out))] == ["sobra"]


def test_a_file_changed_by_hand_stays_where_it_was_and_is_reported(again, again_with, chapter, out):
    again(chapter, formats=("svg",))
    (out / "svg" / "01-um.svg").write_bytes(b"<svg/>")
    (out / "svg" / "02-dois.svg").write_bytes((out / "svg/02-dois.svg").read_bytes().replace(b"\n", b"\r\n"))
    exported = again_with(chapter, formats=("svg",), layout="flat")
    assert files(out) == ["01-um.svg", "02-dois.svg", "svg/01-um.svg"]
    path = out / "svg/01-um.svg"
    assert exported.warnings[-1] == f"alterado depois de exportado, fica onde estava: “{path}”"
    assert "svg/01-um.svg" not in read_manifest(out)


def test_what_is_reached_through_a_link_is_not_deleted(again, chapter, out, tmp_path):
    again(chapter, formats=("svg",))
    (out / "svg").rename(tmp_path / "longe")
    (out / "svg").symlink_to(tmp_path / "longe")
    again(chapter, formats=("svg",), layout="flat")
    assert len(list((tmp_path / "longe").iterdir())) == 2


def test_one_figure_moves_alone(again, chapter, out):
    again(chapter, formats=("svg",))
    again(chapter.figures[:1], formats=("svg",), layout="flat")
    assert files(out) == ["01-um.svg", "svg/02-dois.svg"]


def test_a_switch_that_fails_leaves_everything(again, chapter, out, monkeypatch):
    again(chapter, formats=("svg",))
    before = files(out)

    def refuse(*_):
        raise OSError(28, "cheio")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MachineError):
        again(chapter, formats=("svg",), layout="flat")
    assert files(out) == before


def test_the_other_layouts_files_are_left_over(again, chapter, out):
    again(chapter, formats=("svg",))
    options = ExportOptions(folder=out, formats=("svg",), layout="flat")
    assert differences(chapter, options) == [
        *(f"falta: {out}/{name}.svg" for name in ("01-um", "02-dois")),
        *(f"sobra: {out}/svg/{name}.svg" for name in ("01-um", "02-dois")),
    ]


def test_a_flat_folder_holds_files_of_others_too(again, chapter, out):
    again(chapter, layout="flat")
    for name in ("README.md", "03-minha.png", "diario.ipynb"):
        (out / name).write_text("meu")
    options = ExportOptions(folder=out, layout="flat")
    assert differences(chapter, options) == []
    gone = Chapter(1, "Provas", chapter.figures[:1])
    assert differences(gone, options) == [f"sobra: {out}/02-dois.png", f"sobra: {out}/02-dois.svg"]


def test_a_later_preset_takes_no_name_of_an_earlier_one(again, chapter, out):
    again(chapter, formats=("png",), layout="flat")
    again(chapter.figures[:1], formats=("png",), layout="flat", presets=("devto",))
    assert files(out) == ["01-um-devto.png", "01-um.png", "02-dois.png"]
    assert {name: each.preset for name, each in read_manifest(out).items()} == {
        "01-um-devto.png": "devto", "01-um.png": "medium", "02-dois.png": "medium",
    }  # fmt: skip
    for presets in ((), ("devto",)):
        options = ExportOptions(folder=out, formats=("png",), layout="flat", presets=presets)
        assert differences(chapter.figures[:1], options, leftovers=False) == []


def test_the_folder_tells_its_layout(again, chapter, out):
    assert folder_layout(out) == {"layout": "folders", "plain_preset": ""}
    again(chapter, layout="flat", presets=("devto",))
    assert folder_layout(out) == {"layout": "flat", "plain_preset": "devto"}
    assert folder_layout(out, "folders") == {"layout": "folders", "plain_preset": "devto"}


def test_another_programs_manifest_tells_nothing(out, chapter, again):
    out.mkdir()
    (out / "manifest.json").write_text('{"name": "app"}')
    assert folder_layout(out, default="flat") == {"layout": "flat", "plain_preset": ""}
    with pytest.raises(InputError, match=r"se não é, exporte em outra pasta$"):
        again(chapter, layout="flat")
    assert files(out) == []


def test_a_flat_record_says_so():
    assert Record("01-um.svg", "01-um", "svg").is_flat
    assert not Record("svg/01-um.svg", "01-um", "svg").is_flat
