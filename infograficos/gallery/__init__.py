"""Every kind of figure at a glance: a page with the code of each, and a contact sheet."""

from infograficos.gallery.code import figure_codes
from infograficos.gallery.page import contact_sheet, gallery

__all__ = ["contact_sheet", "figure_codes", "gallery"]
