"""A tagged PDF of pages drawn by Cairo: selectable words, bookmarks and alternative texts."""

from __future__ import annotations

from io import BytesIO
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, PdfObject, TextStringObject

from infograficos.raster.glyphless_font import GlyphlessFont
from infograficos.raster.pdf import Page
from infograficos.raster.pdf_objects import array, dictionary, stream

#: The date in every PDF, so that the same figure is the same bytes on any day.
CREATION_DATE = "D:20000101000000Z"


class TaggedPdf:
    """Builds a PDF page by page.

    Args:
        title: the document's title.
        language: of all its words, such as `pt-BR`.
    """

    def __init__(self, title: str, language: str) -> None:
        self._title, self._language = title, language
        self._writer = PdfWriter()
        self._font = GlyphlessFont()
        self._pages: list[tuple[Page, PageObject]] = []

    def add(self, page: Page, drawing: bytes, width: float) -> None:
        """Add a page, drawn as a PDF of its own from an SVG of this width in user units."""
        sheet = self._writer.add_page(PdfReader(BytesIO(drawing)).pages[0])
        box = sheet.mediabox
        words = self._font.text_operators(page.lines, float(box.height), float(box.width) / width)
        # One marked-content figure a page: screen readers read its alternative text.
        before, after = "/Figure <</MCID 0>> BDC q", f"Q {words} EMC"
        streams = [self._register(stream(before)), sheet.raw_get("/Contents"), self._register(stream(after))]
        number = len(self._pages)
        sheet.update(dictionary(Contents=streams, StructParents=number, Tabs="/S"))
        self._pages.append((page, sheet))

    def to_bytes(self) -> bytes:
        """Write the PDF."""
        font = self._register(self._font.resource(self._register))
        for number, (page, sheet) in enumerate(self._pages):
            cast(DictionaryObject, sheet["/Resources"]).update(dictionary(Font=dictionary(Unseen=font)))
            if len(self._pages) > 1:
                self._writer.add_outline_item(title=page.title, page_number=number)
        self._add_metadata()
        output = BytesIO()
        self._writer.write(output)
        return output.getvalue()

    def _add_metadata(self) -> None:
        self._writer.metadata = {
            "/Title": self._title,
            "/Producer": "infograficos",
            "/CreationDate": CREATION_DATE,
        }
        self._writer.root_object.update(
            dictionary(
                Lang=self._language,
                MarkInfo=dictionary(Marked=True),
                ViewerPreferences=dictionary(DisplayDocTitle=True),
                StructTreeRoot=self._structure_tree(),
            )
        )

    def _structure_tree(self) -> PdfObject:
        """Add a figure with its alternative text for each page."""
        root, document = dictionary(Type="/StructTreeRoot"), dictionary(Type="/StructElem", S="/Document")
        place, whole = self._register(root), self._register(document)
        figures = [
            self._register(
                dictionary(
                    Type="/StructElem",
                    S="/Figure",
                    P=whole,
                    Pg=sheet.indirect_reference,
                    K=0,
                    T=TextStringObject(page.title),
                    Alt=TextStringObject(page.alt),
                )
            )
            for page, sheet in self._pages
        ]
        numbers = [entry for number, figure in enumerate(figures) for entry in (number, array([figure]))]
        document.update(dictionary(P=place, K=figures))
        root.update(dictionary(K=[whole], ParentTree=self._register(dictionary(Nums=numbers))))
        return place

    def _register(self, value: PdfObject) -> PdfObject:
        # pypdf has no public method for this yet.
        return self._writer._add_object(value)
