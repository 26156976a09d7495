"""The command `preview`."""

from __future__ import annotations

import os
import re
import sys
import threading
from typing import Annotated

from infograficos.cli.arguments import parse_optional_path, parse_theme_file
from infograficos.cli.command import command
from infograficos.cli.options import ScriptFile, ThemeFile, flag, option
from infograficos.errors import InputError
from infograficos.language.messages import message
from infograficos.system.console import flush_output, print_message, print_result
from infograficos.system.signals import StopRequested

#: The default port, which the help names.
PORT = 8700


@command(
    "preview",
    summary="Mostra o capítulo no navegador, e o renova a cada vez que você salva.",
    help="Mostra o capítulo no navegador como ele será visto: na coluna do artigo, no celular, no claro "
    "e no escuro, com o que o “check” encontrou. A página se renova quando o script, o que ele lê da "
    "própria pasta ou o tema são salvos. Ctrl-C encerra.",
)
def preview_chapter(
    script: ScriptFile = None,
    theme: ThemeFile = None,
    port: Annotated[
        str | None, option("--port", "N", "Porta do endereço (padrão: 8700, ou a próxima livre).")
    ] = None,
    no_open: Annotated[bool, flag("--no-open", "Não abre o navegador; só diz o endereço.")] = False,
) -> None:
    """Show a chapter in the browser until Ctrl-C."""
    from infograficos.preview.server import open_server
    from infograficos.preview.session import Session
    from infograficos.preview.state import State

    for path in (parse_optional_path("--from", script), parse_theme_file(theme)):
        if path and not path.exists():
            raise InputError("o arquivo “{file}” não existe", file=path)
    requested, state = _parse_port(port), State()
    server = open_server(requested, state)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        _announce(server.server_port, requested, no_open)
        Session(script, theme, state).run()
    except (KeyboardInterrupt, StopRequested):
        # Ctrl-C is how the preview ends.
        return
    finally:
        server.shutdown()
        server.server_close()


def _announce(port: int, requested: int, no_open: bool) -> None:
    if port != requested:
        taken = message("a porta {requested} está ocupada; usando a {port}", requested=requested, port=port)
        print_message("aviso", taken)
    address = f"http://127.0.0.1:{port}/"
    print_result(message("prévia em {address} (Ctrl-C encerra)", address=address))
    flush_output()
    if not no_open:
        threading.Thread(target=_open_browser, args=(address,), daemon=True).start()


def _open_browser(address: str) -> None:
    import webbrowser

    # Without a display, only browsers that take over the terminal would be found.
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if has_screen or not sys.platform.startswith("linux"):
        webbrowser.open(address)


def _parse_port(text: str | None) -> int:
    if text is None:
        return PORT
    if not re.fullmatch(r"[0-9]{1,5}", text.strip()) or not 1 <= int(text) <= 65535:
        raise InputError("“--port {port}” não serve; esperado um número de 1 a 65535", port=text)
    return int(text)
