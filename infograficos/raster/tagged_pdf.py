"""A tagged PDF of pages drawn by Cairo: selectable words, bookmarks and alternative texts."""

from __future__ import annotations

from io import BytesIO
from typing import Any, cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, IndirectObject, NameObject, TextStringObject

from infograficos.raster.glyphless_font import GlyphlessFont
from infograficos.raster.page import Page

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
        """Add a page, drawn as a separate PDF from an SVG of this width in user units."""
        sheet = self._writer.add_page(PdfReader(BytesIO(drawing)).pages[0])
        box = sheet.mediabox
        words = self._font.text_operators(page.lines, float(box.height), float(box.width) / width)
        # One marked-content figure a page: screen readers read its alternative text.
        before, after = self._add_stream("/Figure <</MCID 0>> BDC q"), self._add_stream(f"Q {words} EMC")
        streams = f"{before} {_reference(sheet.raw_get('/Contents'))} {after}"
        sheet.update(self._parse(f"<</Contents [{streams}] /StructParents {len(self._pages)} /Tabs /S>>"))
        self._pages.append((page, sheet))

    def to_bytes(self) -> bytes:
        """Write the PDF."""
        font = self._add(self._font.resource(self._add, self._add_stream))
        for number, (page, sheet) in enumerate(self._pages):
            resources = cast(DictionaryObject, sheet["/Resources"])
            resources.update(self._parse(f"<</Font <</Unseen {font}>>>>"))
            if len(self._pages) > 1:
                self._writer.add_outline_item(title=page.title, page_number=number)
        about = {"/Title": self._title, "/Producer": "infograficos", "/CreationDate": CREATION_DATE}
        self._writer.metadata = about
        root = self._writer.root_object
        root[NameObject("/Lang")] = TextStringObject(self._language)
        settings = "/MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>>"
        root.update(self._parse(f"<<{settings} /StructTreeRoot {self._structure_tree()}>>"))
        output = BytesIO()
        self._writer.write(output)
        return output.getvalue()

    def _structure_tree(self) -> str:
        """Add a figure with its alternative text for each page."""
        root = self._parse("<</Type /StructTreeRoot>>")
        document = self._parse("<</Type /StructElem /S /Document>>")
        root_reference, whole = self._add(root), self._add(document)
        figures = [self._add(self._figure(page, sheet, whole)) for page, sheet in self._pages]
        document.update(self._parse(f"<</P {root_reference} /K [{' '.join(figures)}]>>"))
        numbers = " ".join(f"{number} [{figure}]" for number, figure in enumerate(figures))
        root.update(self._parse(f"<</K [{whole}] /ParentTree {self._add(f'<</Nums [{numbers}]>>')}>>"))
        return root_reference

    def _figure(self, page: Page, sheet: PageObject, parent: str) -> DictionaryObject:
        references = f"/P {parent} /Pg {_reference(cast(IndirectObject, sheet.indirect_reference))}"
        figure = self._parse(f"<</Type /StructElem /S /Figure {references} /K 0>>")
        figure[NameObject("/T")] = TextStringObject(page.title)
        figure[NameObject("/Alt")] = TextStringObject(page.alt)
        return figure

    def _parse(self, source: str) -> DictionaryObject:
        """Return a dictionary written in PDF syntax."""
        owner = cast(Any, self._writer)  # of the references; pypdf declares a reader
        return DictionaryObject.read_from_stream(BytesIO(source.encode("ascii")), owner)

    def _add(self, value: DictionaryObject | str) -> str:
        """Add an indirect object, also one in PDF syntax, and return a reference to it."""
        # pypdf has no public method for this yet.
        return _reference(self._writer._add_object(self._parse(value) if isinstance(value, str) else value))

    def _add_stream(self, text: str) -> str:
        """Add a compressed stream of ASCII text."""
        stream = DecodedStreamObject()
        stream.set_data(text.encode("ascii"))
        return self._add(stream.flate_encode())


def _reference(target: IndirectObject) -> str:
    return f"{target.idnum} {target.generation} R"
