import pytest
from engines import by_cairo, by_resvg


@pytest.fixture(params=["cairo", "resvg"])
def draw(request):
    """Draw with one engine, then with the other."""
    if request.param == "resvg":
        return by_resvg
    request.getfixturevalue("needs_libcairo")
    return by_cairo
