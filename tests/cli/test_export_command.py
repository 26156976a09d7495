import re
from xml.etree import ElementTree

import pytest
from extras import RESVG_NOTICE

from infograficos.export import ExportOptions, WrittenFile, export, plan_files
from infograficos.script import load_chapter


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["1", "--format", "svg"], {"svg/01-um.svg"}),
        (["dois", "um", "02", "--format", "svg"], {"svg/01-um.svg", "svg/02-dois.svg"}),
        (["1", "--format", "svg", "--text", "live"], {"svg/01-um-live.svg"}),
        (["1", "--format", "svg", "--variant", "dark"], {"svg/01-um-dark.svg"}),
        (["1", "--format", "svg", "--variant", "auto"], {"svg/01-um-auto.svg"}),
        (["1", "--format", "svg", "--width", "360"], {"svg/01-um-360.svg"}),
        (["1", "--format", "svg", "--width", "360,5"], {"svg/01-um-360.5.svg"}),
        (["1", "--format", "svg", "--width", "700"], {"svg/01-um.svg"}),
        (
            ["1", "--format", "svg", "--text=live", "--variant=dark", "--width=360"],
            {"svg/01-um-live-360-dark.svg"},
        ),
        (["1", "--preset", "medium"], {"svg/01-um.svg", "medium/01-um.png"}),
        (["1", "--format", "png", "--preset", "devto", "--variant", "dark"], {"devto/01-um-dark.png"}),
        (["1", "--format", "png", "--preset", "medium", "--text", "outlined"], {"medium/01-um.png"}),
        (["1", "--format", "svg", "--format", "svg"], {"svg/01-um.svg"}),
    ],
)
def test_each_option_names_its_files(run, script, out, files, *, notice, options, names):
    outcome = run("export", *options, "--from", script(), "--out", out)
    has_png = any(name.endswith(".png") for name in names)
    assert (outcome.code, outcome.err) == (0, notice if has_png else "")
    assert set(files()) == names


def test_a_pdf_has_a_folder_of_its_own(run, script, out, files, needs_libcairo):
    formats = ["--format", "svg", "--format", "pdf", "--format", "svg"]
    outcome = run("export", "1", *formats, "--from", script(), "--out", out)
    assert (outcome.code, outcome.err) == (0, "")
    assert set(files()) == {"svg/01-um.svg", "pdf/01-um.pdf"}


def test_the_figures_asked_for_are_together_in_one_pdf(run, script, out, files, needs_libcairo):
    outcome = run("export", "2", "--format", "pdf", "--together", "--from", script(), "--out", out)
    assert (outcome.code, outcome.err) == (0, "")
    assert re.fullmatch(r".*/capitulo-\d\d\.pdf  \d+ kB\n", outcome.out)
    assert len(files()) == 1


def test_without_libcairo_a_pdf_is_refused_and_nothing_is_written(run, script, out, without_libcairo):
    formats = ["--format", "svg", "--format", "pdf"]
    outcome = run("export", "1", *formats, "--from", script(), "--out", out)
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith("erro: 01-um: para gerar PDF é preciso a libcairo, que não foi encontrada ")
    assert outcome.err.count("\n") == 1
    assert not out.exists()


def test_one_line_a_file_says_path_pixels_and_size(run, script, out):
    outcome = run(
        "export",
        "1",
        "--preset",
        "medium",
        "--format",
        "svg",
        "--format",
        "png",
        "--from",
        script(),
        "--out",
        out,
    )
    svg, png = outcome.out.splitlines()
    assert re.fullmatch(rf"{re.escape(str(out))}/svg/01-um\.svg  [1-9]\d* kB", svg)
    assert re.fullmatch(rf"{re.escape(str(out))}/medium/01-um\.png  1400 × [1-9]\d+ px, [1-9]\d* kB", png)


def test_the_folder_is_dist_unless_set_otherwise(run, script, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("export", "1", "--format", "svg", "--from", script()).code == 0
    assert (tmp_path / "dist" / "svg" / "01-um.svg").is_file()


def test_a_theme_changes_colours_and_adds_presets(run, script, out, files, tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text(
        '[colors.light]\npaper = "#fffaf0"\n'
        "[presets.mini]\nwidth = 300\ncolumn = 600\nphone = 300\nsmall_phone = 300\ntallest = 1.0\n"
        'description = "mini"\n'
    )
    given = ["1", "--theme", theme, "--preset", "mini", "--from", script(), "--out", out]
    assert run("export", *given).code == 0
    assert b"#fffaf0" in files()["svg/01-um.svg"]
    assert int.from_bytes(files()["mini/01-um.png"][16:20]) == 300


def test_live_text_is_text_and_narrow_sheets_are_narrow(run, script, out, files):
    given = ["1", "--format", "svg", "--text", "live", "--width", "360", "--from", script(), "--out", out]
    assert run("export", *given).code == 0
    root = ElementTree.fromstring(files()["svg/01-um-live-360.svg"])  # noqa: S314 — written just now
    assert root.get("width") == "360"
    assert "olá" in "".join(root.itertext())
    assert root.findall(".//{http://www.w3.org/2000/svg}text")


def test_what_changes_nothing_is_reported(run, script, out, notice):
    outcome = run("export", "1", "--format", "svg", "--preset", "medium", "--from", script(), "--out", out)
    assert outcome.code == 0
    assert outcome.err == "aviso: os presets só valem para PNG, que não foi pedido\n"
    given = ["--format", "png", "--preset", "medium", "--text", "live", "--from", script(), "--out", out]
    outcome = run("export", "1", *given)
    assert outcome.code == 0
    assert outcome.err == f"aviso: o texto vivo só vale para SVG, que não foi pedido\n{notice}"


def test_a_wordy_figure_is_written_with_a_warning(run, script, out, files, tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text("[limits]\nwords_advised = 3\n")
    given = ["--format", "svg", "--theme", theme, "--from", script(), "--out", out]
    outcome = run("export", "1", *given)
    assert (outcome.code, set(files())) == (0, {"svg/01-um.svg"})
    said = (
        r"aviso: 01-um: folha: tem \d+ palavras \(esperado: até 3\); corte palavras ou divida a figura .*\n"
    )
    assert re.fullmatch(said, outcome.err)


def test_the_notice_of_the_other_engine_comes_once(run, script, out, without_libcairo):
    given = ["--format", "png", "--preset", "medium", "--from", script(), "--out", out]
    outcome = run("export", *given)
    assert (outcome.code, outcome.err) == (0, f"aviso: {RESVG_NOTICE}\n")


def test_planning_touches_nothing(script, out):
    chapter = load_chapter(script())
    jobs = plan_files(chapter.figures, ExportOptions(folder=out))
    assert [job.path.relative_to(out).as_posix() for job in jobs] == [
        f"{place}/{name}"
        for figure in ("01-um", "02-dois")
        for place, name in (
            ("svg", f"{figure}.svg"),
            ("medium", f"{figure}.png"),
            ("devto", f"{figure}.png"),
        )
    ]
    assert [job.pixels for job in jobs[:3]] == [None, 1400, 1600]
    assert not out.exists()


def test_a_script_may_export_its_figures_itself(script, out, files):
    exported = export(load_chapter(script()).figures[:1], ExportOptions(folder=out, formats=("svg",)))
    assert exported.paths == [out / "svg" / "01-um.svg"]
    assert exported.files[0].size == len(files()["svg/01-um.svg"])
    assert exported.warnings == ()


@pytest.mark.parametrize(
    ("size", "said"),
    [(999, "999 bytes"), (1000, "1 kB"), (999_499, "999 kB"), (999_500, "1,0 MB"), (1_250_000, "1,3 MB")],
)
def test_sizes_are_short(size, said, out):
    assert str(WrittenFile(out, size)) == f"{out}  {said}"
