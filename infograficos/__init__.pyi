from . import builders
from .chapter import Chapter
from .errors import InfograficosError
from .figure import Figure
from .report import check
from .theme import load_theme

__version__: str

__all__ = ["Chapter", "Figure", "InfograficosError", "__version__", "builders", "check", "load_theme"]
