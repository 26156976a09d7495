"""The program itself: what it says, and that nothing is left when it ends."""

import os
import re
import signal
import socket
import sys
import time

import pytest
from processes import descendants, gone

ADDRESS = re.compile(r"prévia em http://127\.0\.0\.1:(\d+)/ \(Ctrl-C encerra\)\n")


@pytest.mark.parametrize("script", ["import time\nwhile True: time.sleep(1)\n", None])
def test_interrupted_it_ends_at_once_and_leaves_nothing(program, folder, free_port, script):
    if script:
        (folder / "capitulo.py").write_text(script)
    started = time.monotonic()
    running = program("--from", "capitulo.py", "--port", str(free_port))
    assert ADDRESS.fullmatch(running.stdout.readline())
    start = time.monotonic() - started
    workers = started_by(running)
    time.sleep(1)
    workers |= descendants(running.pid)
    running.send_signal(signal.SIGINT)
    begun = time.monotonic()
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (0, "", "")
    # On a busy machine the start takes longer, too.
    assert time.monotonic() - begun < 2 + 4 * start
    assert gone(workers)


def test_killed_it_leaves_nothing_either(program, folder):
    (folder / "capitulo.py").write_text("while True: pass\n")
    running = program("--from", "capitulo.py")
    running.stdout.readline()
    workers = started_by(running)
    time.sleep(1)
    running.kill()
    assert gone(workers)


def started_by(running):
    while not (found := descendants(running.pid)):
        assert running.poll() is None
        time.sleep(0.05)
    return found


def test_a_taken_port_is_said(program):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        running = program("--port", str(port))
        given = ADDRESS.fullmatch(running.stdout.readline())[1]
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
    assert given != str(port)
    assert err == f"aviso: a porta {port} está ocupada; usando a {given}\n"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--port", "0"], "“--port 0” não serve; esperado um número de 1 a 65535"),
        (["--port", "99999"], "“--port 99999” não serve; esperado um número de 1 a 65535"),
        (["--port", "x"], "“--port x” não serve; esperado um número de 1 a 65535"),
        (["--from", "nada.py"], "o arquivo “nada.py” não existe"),
        (["--theme", "nada.toml"], "o arquivo “nada.toml” não existe"),
        (["--from", " "], "a opção “--from” pede um valor, e veio um texto vazio"),
    ],
)
def test_wrong_options_are_refused_at_once(program, args, told):
    _, err = program(*args).communicate(timeout=20)
    assert err == f"erro: {told}\n"


def test_the_browser_is_opened_only_where_there_is_a_screen(monkeypatch):
    from infograficos.cli.preview import _open_browser  # noqa: PLC0415

    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    _open_browser("http://127.0.0.1:8700/")
    assert opened == []
    monkeypatch.setitem(os.environ, "DISPLAY", ":0")
    _open_browser("http://127.0.0.1:8700/")
    assert opened == ["http://127.0.0.1:8700/"]
