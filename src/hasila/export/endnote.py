"""Endnotes of a DOCX file (ECMA-376 part 1, 17.11), which python-docx does not make: their part, their marks, their styles.

The first mark of a note is its reference; any further one is a NOTEREF field that leads to the first.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_PART = "/word/endnotes.xml"
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_AFTER = ("w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping")
_TEXT, _REFERENCE = "EndnoteText", "EndnoteReference"


class Endnotes:
    """The endnotes of a document: added one by one, then kept in it."""

    def __init__(self, document: "Document") -> None:
        from docx.oxml.ns import nsdecls
        from docx.oxml.parser import parse_xml

        self.document = document
        self.root: Any = parse_xml(f"<w:endnotes {nsdecls('w')}/>")
        for id, kind in _SEPARATORS:
            run = _paragraph(_note(self.root, id, kind)).add_run()
            run._r.append(_element(f"w:{kind}"))
        _styles(document)

    def add(self, number: int) -> "Paragraph":
        """The paragraph of a new note, which begins with its number."""
        paragraph = _paragraph(_note(self.root, number))
        paragraph._p.get_or_add_pPr().append(_element("w:pStyle", val=_TEXT))
        _marked(paragraph, _element("w:endnoteRef"))
        paragraph.add_run(" ")
        return paragraph

    def keep(self) -> None:
        """Put the notes into the package, numbered 1, 2, 3 at the end of the document."""
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        part = XmlPart(PackURI(_PART), CONTENT_TYPE.WML_ENDNOTES, self.root, self.document.part.package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
        settings = _element("w:endnotePr")
        settings.append(_element("w:pos", val="docEnd"))
        settings.append(_element("w:numFmt", val="decimal"))
        for id, _ in _SEPARATORS:
            settings.append(_element("w:endnote", id=str(id)))
        self.document.settings.element.insert_element_before(settings, *_AFTER)


def referred(paragraph: "Paragraph", number: int, first: bool) -> None:
    """The mark of a note in a paragraph."""
    if not first:
        _field(paragraph, number)
        return
    paragraph._p.append(_element("w:bookmarkStart", id=str(number), name=f"_Note{number}"))
    _marked(paragraph, _element("w:endnoteReference", id=str(number)))
    paragraph._p.append(_element("w:bookmarkEnd", id=str(number)))


def parted(paragraph: "Paragraph", joint: str) -> None:
    """What stands between two marks, as high as they."""
    text = _element("w:t")
    text.text = joint
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    _marked(paragraph, text)


def _field(paragraph: "Paragraph", number: int) -> None:
    """A field that shows the number of a note that was marked before."""
    code = _element("w:instrText")
    code.text = f" NOTEREF _Note{number} \\f \\h "
    shown = _element("w:t")
    shown.text = str(number)
    for part in (_char("begin"), code, _char("separate"), shown, _char("end")):
        _marked(paragraph, part)


def _char(kind: str) -> Any:
    return _element("w:fldChar", fldCharType=kind)


def _marked(paragraph: "Paragraph", part: Any) -> None:
    run = paragraph.add_run()
    run._r.get_or_add_rPr().append(_element("w:rStyle", val=_REFERENCE))
    run._r.append(part)


def _note(root: Any, id: int, kind: str | None = None) -> Any:
    note = _element("w:endnote", **({"type": kind} if kind else {}), id=str(id))
    root.append(note)
    return note


def _paragraph(note: Any) -> "Paragraph":
    from docx.text.paragraph import Paragraph

    note.append(_element("w:p"))
    nowhere: Any = None  # a note is a part of its own, which the library knows nothing of
    return Paragraph(note[-1], nowhere)


def _element(name: str, /, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _styles(document: "Document") -> None:
    """The styles of notes and of their marks, by the ids that word processors know them by."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    text = document.styles.add_style("endnote text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style, text.font.size = document.styles["Normal"], Pt(9)
    mark = document.styles.add_style("endnote reference", WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    for style, id in ((text, _TEXT), (mark, _REFERENCE)):
        style.element.set(_qualified("styleId"), id)


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
