"""A digest of what pictures depend on besides their SVG: engine, libraries and this package's code."""

from __future__ import annotations

from ctypes import CDLL, c_char_p
from functools import cache
from hashlib import sha256
from pathlib import Path

from infograficos.system.resources import installed_versions

_LIBRARIES = ("cairosvg-", "cairocffi-", "resvg_py-", "pillow-")

#: The names of libcairo on Linux, macOS and Windows.
_CAIRO_NAMES = ("libcairo.so.2", "libcairo.2.dylib", "libcairo-2.dll")


@cache
def signature() -> str:
    """Return a text that changes whenever the same SVG might be drawn differently; imports no engine."""
    # Hidden files are an editor's, and may be dangling links.
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("[!.]*.py")))
    versions = [name for name in installed_versions() if name.lower().startswith(_LIBRARIES)]
    return " ".join([*versions, _cairo(), sha256(code).hexdigest()])


def _cairo() -> str:
    for name in _CAIRO_NAMES:
        try:
            version_string = CDLL(name).cairo_version_string
        except (OSError, AttributeError):
            continue
        version_string.restype = c_char_p
        return str(version_string().decode())
    return "-"
