from .shaping import Fonts as Fonts
from .shaping import default_fonts as default_fonts
from .subset import woff2_subset as woff2_subset
