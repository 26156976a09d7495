"""A chapter is built again whenever a file of it is saved, whatever its script does."""

import json
import os
import pkgutil
import signal
import subprocess
import sys

import pytest
from processes import gone

from infograficos import elements


def headlines(shown):
    return [figure["alt"].split(".")[0] for figure in shown["figures"]]


def versions(shown, sheet="light"):
    return [figure["sheets"][sheet]["version"] for figure in shown["figures"]]


def saved(path, old, new):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_every_figure_is_drawn_on_every_sheet_and_judged(start, folder):
    saved(folder / "capitulo.py", "A outra", "Um título " + "comprido demais " * 12)
    run = start(folder / "capitulo.py")
    shown = run.ready()
    assert shown["chapter"] == "Capítulo 01: Provas"
    one, two = shown["figures"]
    assert set(one["sheets"]) == {"light", "dark", "phone", "phone-dark"}
    assert one["sheets"]["phone"]["width"] == 360
    assert (one["name"], one["findings"], one["caption"]) == ("01-um", [], "Uma linha")
    assert two["findings"][0]["severity"] == "error"
    assert {sheet for each in two["findings"] for sheet in each["places"]} <= {"light", "dark", "phone"}
    assert b"<svg" in run.state.picture("01-um", "phone-dark")


def test_only_what_was_saved_looks_different(start_own, folder):
    run = start_own(folder / "capitulo.py")
    before = run.ready()
    saved(folder / "capitulo.py", "A outra", "Outra ainda")
    after = run.until(lambda shown: versions(shown)[1] != versions(before)[1])
    assert versions(after)[0] == versions(before)[0]
    saved(folder / "numeros.py", "1.5", "2.5")
    run.until(lambda shown: versions(shown)[0] != versions(before)[0])


def test_a_broken_script_is_reported_over_the_last_figures_and_can_be_mended(start, folder, capfd):
    run = start(folder / "capitulo.py")
    before = run.ready()
    saved(folder / "capitulo.py", "chapter =", "chapter = =")
    error = run.failed()
    assert error.startswith("capitulo.py, linha 12, coluna 11: isto não é Python válido: “chapter = =")
    assert f"erro: {error}\n" in capfd.readouterr().err
    assert versions(run.shown()) == versions(before)
    saved(folder / "capitulo.py", "chapter = =", "chapter =")
    assert run.ready()["error"] == ""


def test_a_broken_theme_is_reported_with_its_line_and_can_be_mended(start, folder):
    theme = folder / "tema.toml"
    theme.write_text('[colors.light]\npaper = "#fffefa"\n')
    run = start(folder / "capitulo.py", theme)
    before = run.ready()
    saved(theme, "paper", "papel")
    assert run.failed().startswith("tema.toml, linha 2: ")
    saved(theme, "papel", "paper")
    saved(theme, "#fffefa", "#fffff0")
    after = run.ready()
    assert versions(after) != versions(before)
    assert versions(after, "dark") == versions(before, "dark")


def test_script_and_theme_tell_their_mistakes_together(start, folder):
    (folder / "tema.toml").write_text("[colours]\n")
    saved(folder / "capitulo.py", "from numeros", "from numerus")
    first, second = start(folder / "capitulo.py", folder / "tema.toml").failed().splitlines()
    assert first.startswith("tema.toml, linha 1: ")
    assert second.startswith("capitulo.py, linha 2: o arquivo parou com ModuleNotFoundError: ")


def test_a_module_that_was_missing_is_noticed_when_it_comes(start, folder):
    (folder / "numeros.py").unlink()
    run = start(folder / "capitulo.py")
    assert "numeros" in run.failed()
    (folder / "numeros.py").write_text("LOSS = 3.5\n")
    run.ready()


def test_data_that_was_missing_is_noticed_when_it_comes(start, folder):
    (folder / "numeros.py").write_text("LOSS = float(open(__file__ + '.txt').read())\n")
    run = start(folder / "capitulo.py")
    assert "FileNotFoundError" in run.failed()
    (folder / "numeros.py.txt").write_text("1.5")
    run.ready()


def test_data_that_the_script_reads_renews_it_and_what_it_writes_does_not(start, folder):
    (folder / "loss.txt").write_text("1.5")
    (folder / "numeros.py").write_text(
        "from pathlib import Path\n"
        "here = Path(__file__).parent\n"
        "LOSS = float((here / 'loss.txt').read_text())\n"
        "log = here / 'log.txt'\n"
        "log.write_text((log.read_text() if log.exists() else '') + 'x')\n"
    )
    run = start(folder / "capitulo.py")
    before = run.ready()
    for _ in range(20):
        run.session.step()
    assert (folder / "log.txt").read_text() == "x"
    (folder / "loss.txt").write_text("2.5")
    run.until(lambda shown: versions(shown) != versions(before))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("import sys; sys.exit(3)", "o arquivo encerrou o programa (sys.exit)"),
        ("raise KeyboardInterrupt", "a prévia parou com KeyboardInterrupt"),
        ("input()", "o arquivo parou com EOFError"),
        ("1 / 0", "capitulo.py, linha 1: o arquivo parou com ZeroDivisionError: division by zero"),
    ],
)
def test_whatever_ends_the_script_is_reported(start, folder, line, told):
    script = folder / "capitulo.py"
    text = script.read_text(encoding="utf-8")
    script.write_text(f"{line}\n{text}", encoding="utf-8")
    run = start(script)
    assert told in run.failed()
    script.write_text(text, encoding="utf-8")
    run.ready()


def test_a_script_that_ends_its_process_is_reported(start_own, folder):
    script = folder / "capitulo.py"
    script.write_text("import os; os._exit(3)\n", encoding="utf-8")
    told = "capitulo.py: o script encerrou o processo de repente (código 3)"
    assert start_own(script).failed() == told


def test_a_script_that_hangs_is_ended_and_reported(start_own, folder, monkeypatch):
    monkeypatch.setattr("infograficos.preview.session.LIMIT", 1.0)
    script = folder / "capitulo.py"
    text = script.read_text(encoding="utf-8")
    mark = folder / "pid.txt"
    script.write_text(
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(mark)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "while True: pass\n" + text,
        encoding="utf-8",
    )
    run = start_own(script)
    assert run.failed() == "capitulo.py: o script não terminou em 1 s"
    assert gone(map(int, mark.read_text().split()), seconds=5)
    script.write_text(text, encoding="utf-8")
    run.ready()


def test_a_new_saving_does_not_wait_for_a_build_that_hangs(start_own, folder):
    script = folder / "capitulo.py"
    text = script.read_text(encoding="utf-8")
    script.write_text("while True: pass\n" + text, encoding="utf-8")
    run = start_own(script)
    for _ in range(5):
        run.session.step()
    script.write_text(text, encoding="utf-8")
    assert run.until(lambda shown: shown["status"] != "drawing")["status"] == "ready"


def test_what_a_script_prints_goes_to_stderr(start_own, folder, capfd):
    saved(
        folder / "capitulo.py", "chapter =", "print('olá')\nimport os\nos.system('echo sistema')\nchapter ="
    )
    start_own(folder / "capitulo.py").ready()
    said = capfd.readouterr()
    assert said.out == ""
    assert "olá\n" in said.err
    assert "sistema\n" in said.err


def test_a_figure_that_cannot_be_drawn_leaves_the_others_alone(start, folder):
    saved(
        folder / "capitulo.py",
        "chapter =",
        "class Broken(LossMask):\n    def body(self):\n        return 1 / 0\n\n\n"
        "broken = Broken(tokens=['a'], labels=[7], losses=[1.0])\n"
        "chapter = Chapter(1, 'Provas', [figure(1, 'um', 'Boa'), Figure(2, 'ma', 'M', 'Má', broken)])\n"
        "other =",
    )
    saved(folder / "capitulo.py", "other = Chapter(1, ", "other = (lambda *_: 0)(1, ")
    one, two = start(folder / "capitulo.py").ready()["figures"]
    assert (one["failure"], one["findings"]) == ("", [])
    assert two["failure"] == (
        "02-ma: capitulo.py, linha 14: o desenho parou com ZeroDivisionError: division by zero"
    )


def test_nothing_of_one_build_is_left_in_the_next(start, folder):
    saved(
        folder / "capitulo.py",
        "from numeros",
        "import json\nassert not hasattr(json, 'mine')\njson.mine = 1\nfrom numeros",
    )
    run = start(folder / "capitulo.py")
    run.ready()
    saved(folder / "numeros.py", "1.5", "4.5")
    run.until(lambda shown: shown["status"] == "drawing")
    assert run.ready()["error"] == ""
    assert not (folder / "__pycache__").exists()


def test_a_worker_ends_when_nobody_is_there_to_hear_it(folder):
    program = (
        "import os, sys, time\n"
        "from infograficos.preview.build_process import BuildRunner\n"
        "runner = BuildRunner()\n"
        "runner.build(sys.argv[1], None, {})\n"
        "while not runner.receive(1): pass\n"
        "print(runner._running._process.pid, flush=True)\n"
        "time.sleep(1)\n"
        "os._exit(0)\n"
    )
    (folder / "sempre.py").write_text("while True: pass\n")
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder / "sempre.py")], capture_output=True, text=True, timeout=60
    )
    assert gone([int(done.stdout)])


def test_a_spare_process_that_died_is_replaced(start_own, folder):
    run = start_own(folder / "capitulo.py")
    run.ready()
    spare = run.session._runner._spare
    os.kill(spare._process.pid, signal.SIGKILL)
    spare._process.wait()
    saved(folder / "capitulo.py", "A outra", "Outra ainda")
    run.until(lambda shown: shown["status"] == "drawing")
    assert run.ready()["error"] == ""


def test_a_warm_worker_has_all_elements_at_hand():
    program = (
        "import sys; from infograficos.preview.build_process import prepare; prepare(); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = {module.name for module in pkgutil.walk_packages(elements.__path__, f"{elements.__name__}.")}
    assert modules - set(done.stdout.split()) == set()


def test_a_library_that_is_broken_is_reported():
    program = (
        "import sys; sys.modules['infograficos.report'] = None\n"
        "from infograficos.preview.build_process import prepare; print(prepare())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    report = json.loads(done.stdout)
    assert (report["kind"], report["files"]) == ("failed", [])
    assert "a prévia parou com ModuleNotFoundError: " in report["failure"]
