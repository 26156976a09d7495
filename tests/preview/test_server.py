import http.client
import json
import socket
import threading

import pytest

from infograficos.language.messages import VARIABLE
from infograficos.preview.server import open_server, page_version
from infograficos.preview.state import State


@pytest.fixture
def state():
    state = State()
    about = {"name": "01-um", "number": 1, "title": "<b>Um</b>", "section": "", "caption": "", "alt": ""}
    state.begin_chapter("Capítulo 01: Provas", [about])
    state.set_sheet("01-um", "light", "<svg/>", 700.0, 500.0)
    return state


@pytest.fixture
def server(state):
    server = open_server(0, state)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def ask(server):
    def ask(path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
        connection.request(method, path, headers=headers)
        answers.append((connection.getresponse(), connection))
        return answers[-1][0]

    answers = []
    yield ask
    for answer, connection in answers:
        answer.close()
        connection.close()


def test_the_page_runs_only_its_own_script(ask):
    answer = ask("/")
    page = answer.read().decode()
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith(
        "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; "
        "connect-src 'self'"
    )
    assert page.count("<script") == 1
    assert '<script src="/preview.js" defer></script>' in page
    assert ask("/preview.js").headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert ask("/preview.css").status == 200


def test_the_page_and_its_refusals_are_in_the_language_of_messages(ask, monkeypatch):
    portuguese = page_version()
    monkeypatch.setenv(VARIABLE, "en")
    page = ask("/").read().decode()
    assert '<html lang="en">' in page
    assert "<legend>View</legend>" in page
    assert "<dt>Alt text</dt>" in page
    assert ask("/x").read().decode() == "there is nothing at this address\n"
    assert page_version() != portuguese


def test_a_figure_is_served_by_its_name(ask):
    answer = ask("/figures/01-um/light.svg?abc")
    assert (answer.status, answer.headers["Content-Type"], answer.read()) == (
        200,
        "image/svg+xml; charset=utf-8",
        b"<svg/>",
    )


@pytest.mark.parametrize(
    "path",
    [
        "/x", "/figures/01-um/dark.svg", "/figures/02/light.svg", "/../theme.toml", "/preview.html.j2",
        "/figures/../../etc/passwd", "/%2e%2e/theme.toml", "/figures/", "/preview.js/",
    ],
)  # fmt: skip
def test_nothing_else_is_served(ask, path):
    answer = ask(path)
    assert (answer.status, answer.read().decode()) == (404, "não há nada neste endereço\n")


def test_only_reading_is_answered(ask):
    assert ask("/", method="POST").status == 501


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", ""])
@pytest.mark.parametrize("path", ["/", "/events", "/figures/01-um/light.svg"])
def test_another_name_for_this_machine_is_refused(ask, server, host, path):
    answer = ask(path, Host=host.format(port=server.server_port))
    assert (answer.status, answer.read().decode()) == (403, "esta prévia só atende em 127.0.0.1\n")


def test_only_this_machine_can_ask(server):
    assert server.server_address[0] == "127.0.0.1"


def test_news_come_at_once_and_as_they_happen(ask, state):
    answer = ask("/events")
    assert answer.headers["Content-Type"] == "text/event-stream"

    def news():
        line = answer.readline().decode()
        assert answer.readline() == b"\n"
        return json.loads(line.removeprefix("data: "))["state"]

    assert news()["figures"][0]["sheets"]["light"]["width"] == 700
    state.update(status="failed", error="linha 1\nlinha 2 \u2028")
    assert news()["error"] == "linha 1\nlinha 2 \u2028"


def test_a_taken_port_gives_way_to_the_next(state):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = open_server(port, state)
        server.server_close()
    assert server.server_port != port


def test_figures_keep_their_pictures_until_new_ones_come(state):
    about = {"name": "01-um", "number": 1, "title": "Novo", "section": "", "caption": "", "alt": ""}
    state.update_figure("01-um", failure="não deu", findings=[])
    state.begin_chapter("Capítulo 01: Provas", [about, {**about, "name": "02-dois"}])
    one, two = json.loads(state.wait_for_change(-1, 0)[1])["figures"]
    assert (one["title"], list(one["sheets"]), one["failure"], one["findings"]) == ("Novo", ["light"], "", [])
    assert (two["sheets"], two["findings"]) == ({}, None)
    state.begin_chapter("Capítulo 01: Provas", [{**about, "name": "02-dois"}])
    assert state.picture("01-um", "light") is None
