"""The program itself: what it says, and that nothing is left when it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import time

import pytest

ADDRESS = re.compile(r"prévia em http://127\.0\.0\.1:(\d+)/ \(Ctrl-C encerra\)\n")


@pytest.fixture
def program(folder):
    """Start the program as a shell would, and end what is left of it."""
    started = []

    def program(*args):
        command = [sys.executable, "-m", "infograficos", "preview", "--no-open", *args]
        started.append(
            subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        )
        return started[-1]

    yield program
    for each in started:
        each.kill()
        each.communicate()


def children(pid):
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True)
    return found.stdout.split()


def alive(pid):
    state = subprocess.run(["ps", "-o", "stat=", "-p", pid], capture_output=True, text=True).stdout
    return state[:1] not in ("", "Z")


@pytest.mark.parametrize("script", ["import time\nwhile True: time.sleep(1)\n", None])
def test_interrupted_it_ends_at_once_and_leaves_nothing(program, folder, script):
    if script:
        (folder / "capitulo.py").write_text(script)
    running = program("--from", "capitulo.py")
    assert ADDRESS.fullmatch(running.stdout.readline())
    while not (workers := children(running.pid)):
        time.sleep(0.05)
    time.sleep(1)
    running.send_signal(signal.SIGINT)
    begun = time.monotonic()
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (0, "", "")
    assert time.monotonic() - begun < 2
    assert [pid for pid in workers if alive(pid)] == []


def test_killed_it_leaves_nothing_either(program, folder):
    (folder / "capitulo.py").write_text("while True: pass\n")
    running = program("--from", "capitulo.py")
    running.stdout.readline()
    time.sleep(1)
    workers = children(running.pid)
    running.kill()
    end = time.monotonic() + 20
    while left := [pid for pid in workers if alive(pid)]:
        assert time.monotonic() < end, left
        time.sleep(0.1)


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
    from infograficos.cli.preview import _open  # noqa: PLC0415

    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    _open("http://127.0.0.1:8700/")
    assert opened == []
    monkeypatch.setitem(os.environ, "DISPLAY", ":0")
    _open("http://127.0.0.1:8700/")
    assert opened == ["http://127.0.0.1:8700/"]
