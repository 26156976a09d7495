"""Serves the page, its figures and its events on this machine only."""

from __future__ import annotations

import hashlib
import os
import re
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from infograficos.language.messages import message, message_code
from infograficos.preview.state import State
from infograficos.system.files import system_error
from infograficos.system.resources import resource_path
from infograficos.text.templates import render

HOST = "127.0.0.1"

#: How many ports are tried from the requested one on.
TRIES = 20

#: How often a closed page is noticed, in seconds.
HEARTBEAT = 15.0

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}

_FIGURE = re.compile(r"/figures/([a-z0-9-]+)/([a-z-]+)\.svg")

_FILES = {"/preview.js": "text/javascript", "/preview.css": "text/css"}


class Server(ThreadingHTTPServer):
    """A server of this machine only."""

    # On Windows this would let two programs share a port.
    allow_reuse_address = os.name != "nt"


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server_version, sys_version = "infograficos", ""
    protocol_version = "HTTP/1.1"

    def __init__(self, state: State, *request: object) -> None:
        self._state = state
        super().__init__(*request)  # type: ignore[arg-type]  # as the server gives them

    def do_GET(self) -> None:
        """Answer a path; requests under another host name are refused."""
        if not self._is_own():
            self._refuse(403, message("esta prévia só atende em 127.0.0.1"))
            return
        path = self.path.partition("?")[0]
        figure = _FIGURE.fullmatch(path)
        picture = self._state.picture(*figure.groups()) if figure else None
        if path == "/":
            shell = render("pages/preview.html", version=page_version(), language=message_code())
            self._send(200, "text/html", f"{shell}\n".encode())
        elif path in _FILES:
            self._send(200, _FILES[path], _asset(path[1:]))
        elif path == "/events":
            self._stream()
        elif picture is not None:
            self._send(200, "image/svg+xml", picture)
        else:
            self._refuse(404, message("não há nada neste endereço"))

    def send_error(self, code: int, *_: object) -> None:
        """Refuse a bad request; the usual answer would quote it."""
        self.close_connection = True
        self._refuse(code, message("esta prévia não atende a este pedido"))

    def log_message(self, *_: object) -> None:
        """Log nothing: the terminal belongs to the author's script."""

    def _is_own(self) -> bool:
        # DNS rebinding: a web page could point its own name at this machine and read the preview.
        port = self.connection.getsockname()[1]
        return self.headers.get_all("Host", []) in ([f"{HOST}:{port}"], [f"localhost:{port}"])

    def _refuse(self, status: int, reason: str) -> None:
        self._send(status, "text/plain", f"{reason}\n".encode())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self._begin(status, f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _begin(self, status: int, kind: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **_HEADERS}.items():
            self.send_header(name, value)

    def _stream(self) -> None:
        """Send the state now and on every change, as server-sent events, until the page is closed."""
        self.close_connection = True
        self._begin(200, "text/event-stream")
        self.end_headers()
        version = -1
        while True:
            before, (version, state) = version, self._state.wait_for_change(version, HEARTBEAT)
            news = f'{{"page": "{page_version()}", "state": {state}}}'
            event = ":\n\n" if version == before else f"data: {news}\n\n"
            self.wfile.write(event.encode())

    def handle(self) -> None:
        """Answer requests; a closed page is no error."""
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True


def page_version() -> str:
    """Return a digest of the page's own files and language: where it changes, the page reloads itself."""
    files = (_asset(name) for name in ("preview.html.j2", "preview.css", "preview.js"))
    return hashlib.sha256(b"".join((message_code().encode(), *files))).hexdigest()[:12]


def _asset(name: str) -> bytes:
    return resource_path(f"templates/pages/{name}").read_bytes()


def open_server(port: int, state: State) -> Server:
    """Bind a port or the next free one; raise `MachineError` if none is free."""
    refusal: OSError | None = None
    for number in [*range(port, min(port + TRIES, 65536)), 0]:
        try:
            return Server((HOST, number), partial(Handler, state))
        except OSError as error:
            refusal = refusal or error
    assert refusal is not None  # noqa: S101 — a port was tried
    raise system_error(message("abrir a porta {port}", port=port), refusal) from refusal
