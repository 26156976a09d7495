"""The preview answers its own page on this machine, and nothing else, however it is asked."""

from __future__ import annotations

import socket
import threading

import pytest

from infograficos.preview.server import open_server
from infograficos.preview.state import State


@pytest.fixture(scope="module")
def port():
    server = open_server(0, State())
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def ask(port, capfd):
    """Send a request as it is, and return the answer; the terminal stays as it was."""

    def ask(line: str, host: str = "127.0.0.1:{port}", more: str = "") -> str:
        request = f"{line}\r\nHost: {host.format(port=port)}\r\nConnection: close\r\n{more}\r\n"
        with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
            connection.sendall(request.encode("latin-1"))
            answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode("latin-1")
        assert capfd.readouterr() == ("", "")
        return answer

    return ask


@pytest.mark.parametrize(
    "path",
    [
        "//[", "//[::1", "http://evil.test:x/", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd",
        "//etc/passwd", "/\0", "/%00", "/preview.js%00.svg", "/figures/..%2f..%2fx/light.svg",
        "/..\\..\\etc\\passwd", "/preview.js/..", "/./preview.js", "file:///etc/passwd", "*",
        "/" + "a" * 60_000, "/\xff", "/?" + "../" * 50, "/;/preview.js",
    ],
)  # fmt: skip
def test_no_path_leads_to_a_file(ask, path):
    answer = ask(f"GET {path} HTTP/1.1")
    status = answer.split(" ")[1] if answer else ""
    assert status in (("200",) if path.startswith("/?") else ("400", "404"))
    assert "root:" not in answer
    assert "Access-Control" not in answer


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD", "<script>alert(1)</script>"])
def test_only_reading_is_answered_and_nothing_is_repeated_as_markup(ask, method):
    answer = ask(
        f"{method} / HTTP/1.1", more="Origin: https://evil.test\r\nAccess-Control-Request-Method: GET\r\n"
    )
    assert answer.split(" ")[1] == "501"
    assert "<script>" not in answer
    assert "Access-Control" not in answer


@pytest.mark.parametrize(
    "host",
    ["evil.test", "127.0.0.1.evil.test:{port}", "evil.test:{port}", "0.0.0.0:{port}", "[::1]:{port}", "",
     "127.0.0.1:{port}@evil.test", "127.0.0.1:{port}\r\nHost: evil.test"],
)  # fmt: skip
def test_another_name_of_this_machine_reads_nothing(ask, host):
    assert ask("GET /preview.js HTTP/1.1", host).split(" ")[1] == "403"


def test_another_site_may_read_nothing(ask):
    answer = ask("GET / HTTP/1.1", more="Origin: https://evil.test\r\n")
    assert "Cross-Origin-Resource-Policy: same-origin" in answer
    assert "frame-ancestors 'none'" in answer
    assert "Access-Control" not in answer
