"""What a picture depends on besides its SVG: the engine, the libraries and our own code."""

from __future__ import annotations

from ctypes import CDLL, c_char_p
from functools import cache
from hashlib import sha256
from pathlib import Path

from infograficos.system.resources import installed_versions

_LIBRARIES = ("cairosvg-", "cairocffi-", "resvg_py-", "pillow-")

#: Under which names the system may have libcairo.
_CAIROS = ("libcairo.so.2", "libcairo.2.dylib", "libcairo-2.dll")


@cache
def signature() -> str:
    """Return a text that is another wherever a picture of the same SVG might be another.

    It is found without the engines, which take a sixth of a second to import.
    """
    # A hidden file is an editor's, and may be a link that leads nowhere.
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("[!.]*.py")))
    versions = [name for name in installed_versions() if name.lower().startswith(_LIBRARIES)]
    return " ".join([*versions, _cairo(), sha256(code).hexdigest()])


def _cairo() -> str:
    for name in _CAIROS:
        try:
            spoken = CDLL(name).cairo_version_string
        except (OSError, AttributeError):
            continue
        spoken.restype = c_char_p
        return str(spoken().decode())
    return "-"
