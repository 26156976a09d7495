"""Pages that Cairo drew, bound into one PDF with their words, their titles and what they show."""

from __future__ import annotations

from io import BytesIO
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, PdfObject, TextStringObject

from infograficos.raster.glyphless_font import GlyphlessFont
from infograficos.raster.page import Page
from infograficos.raster.pdf_objects import array, dictionary, stream

#: The date in every PDF, so that the same figure is the same bytes on any day.
CREATION_DATE = "D:20000101000000Z"


class TaggedPdf:
    """A PDF in the making.

    Args:
        title: of the whole, which readers show on their windows.
        language: of all its words.
    """

    def __init__(self, title: str, language: str) -> None:
        self._title, self._language = title, language
        self._writer = PdfWriter()
        self._font = GlyphlessFont()
        self._pages: list[tuple[Page, PageObject]] = []

    def add(self, page: Page, drawn: bytes, width: float) -> None:
        """Add a page, drawn as a PDF of its own from a picture so many units wide."""
        sheet = self._writer.add_page(PdfReader(BytesIO(drawn)).pages[0])
        box = sheet.mediabox
        words = self._font.shown(page.lines, float(box.height), float(box.width) / width)
        # Screen readers take all that is drawn for one figure, and say what it shows.
        before, after = "/Figure <</MCID 0>> BDC q", f"Q {words} EMC"
        streams = [self._held(stream(before)), sheet.raw_get("/Contents"), self._held(stream(after))]
        number = len(self._pages)
        sheet.update(dictionary(Contents=streams, StructParents=number, Tabs="/S"))
        self._pages.append((page, sheet))

    def bound(self) -> bytes:
        """Return the PDF."""
        font = self._held(self._font.resource(self._held))
        for number, (page, sheet) in enumerate(self._pages):
            cast(DictionaryObject, sheet["/Resources"]).update(dictionary(Font=dictionary(Unseen=font)))
            if len(self._pages) > 1:
                self._writer.add_outline_item(title=page.title, page_number=number)
        self._describe()
        output = BytesIO()
        self._writer.write(output)
        return output.getvalue()

    def _describe(self) -> None:
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
                StructTreeRoot=self._tree(),
            )
        )

    def _tree(self) -> PdfObject:
        """Return the structure of the PDF: a figure a page, each with what it shows."""
        root, document = dictionary(Type="/StructTreeRoot"), dictionary(Type="/StructElem", S="/Document")
        place, whole = self._held(root), self._held(document)
        figures = [
            self._held(
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
        root.update(dictionary(K=[whole], ParentTree=self._held(dictionary(Nums=numbers))))
        return place

    def _held(self, value: PdfObject) -> PdfObject:
        return self._writer._add_object(value)
