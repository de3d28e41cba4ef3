"""The parts of two packages, byte by byte, and what stands in them for annotated places."""
import re
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARK = re.compile(r"〔([A-Z]\d\d) ([0-9a-f]{16})〕")
FIRST = ("错误：", "警告：", "提示：")
SHEET = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges",
         "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
         "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
         "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing",
         "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"]


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(old, new):
    """Names of the parts that are not the same, and of those that are gone."""
    return {name for name in new if old.get(name) != new[name]} | (set(old) - set(new))


def local(element):
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


MARKS = (rb'<(\w*:?)commentRangeStart(?: xmlns:gb="[^"]*")? \w+:id="\d+"/>',
         rb'<(\w*:?)commentRangeEnd(?: xmlns:gb="[^"]*")? \w+:id="\d+"/>',
         rb'<(\w*:?)r(?: xmlns:gb="[^"]*")?><\w*:?commentReference \w+:id="\d+"/></\w*:?r>')


def without_marks(document):
    """A document part without the marks and references of comments by us; all else to the byte."""
    for pattern in MARKS:
        document = re.sub(pattern, b"", document)
    # A paragraph without anything in it is opened for them.
    return re.sub(rb"<(\w*:?p)( [^<>]*)?></\1>", rb"<\1\2/>", document)


def children(row, name):
    """Rows of a table or cells of a row, as a reader counts them, also in content controls."""
    for child in row:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from children(child, name)


def tables(story):
    for child in story:
        if local(child) == "tbl":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from tables(child)


def place(body, found):
    """The element that a finding's place names: a cell, a row's first cell, a table."""
    table = list(tables(body))[found["table"] - 1]
    if not found.get("row"):
        return table
    row = list(children(table, "tr"))[found["row"] - 1]
    cells = list(children(row, "tc"))
    return cells[(found.get("cell") or 1) - 1]


LEADING = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tr": "trPr", "tbl": "tblPr"}
AROUND = {"p", "ins", "del", "hyperlink", "sdtContent", "tc", "tr", "tbl", "body", "smartTag", "fldSimple"}


def misordered(root):
    """Elements of a document part that stand where the schema does not let them."""
    for element in root.iter():
        name, inner = local(element), [local(child) for child in element]
        first = LEADING.get(name)
        if first in inner and inner.index(first) > 0 and inner[0] != "tblPrEx":
            yield f"{name}/{first}"
        allowed = {"commentReference": {"r"}, "commentRangeStart": AROUND, "commentRangeEnd": AROUND}.get(name)
        if allowed and local(element.getparent()) not in allowed:
            yield f"{local(element.getparent())}/{name}"
