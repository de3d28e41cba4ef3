"""Office files written part by part, as no office would write them."""
import zipfile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
RELATION = f"""<?xml version="1.0"?><Relationships xmlns="{LINKS}"><Relationship
 Id="r1" Type="{OFFICE}/officeDocument" Target="%s"/></Relationships>"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{OFFICE}"'


def package(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def word(path, document, **parts):
    """Further parts by their kind: `styles`, `numbering`."""
    links = "".join(f'<Relationship Id="p{i}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for i, kind in enumerate(parts))
    extra = {f"word/{kind}.xml": text for kind, text in parts.items()}
    if parts:
        extra["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{LINKS}">{links}</Relationships>'
    package(path, {"[Content_Types].xml": TYPES, "_rels/.rels": RELATION % "word/document.xml", "word/document.xml": document, **extra})


def sheet(path, sheets, extra=None, **parts):
    """Each sheet is a part; a number is the sheet of that number once more. Further parts by their kind: `sharedStrings`, `styles`."""
    targets = [text if isinstance(text, int) else i for i, text in enumerate(sheets, 1)]
    names = "".join(f'<sheet name="表{i}" sheetId="{i}" r:id="s{i}"/>' for i in range(1, len(sheets) + 1))
    links = "".join(f'<Relationship Id="s{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{target}.xml"/>'
                    for i, target in enumerate(targets, 1))
    links += "".join(f'<Relationship Id="p{i}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for i, kind in enumerate(parts))
    all_parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATION % "xl/workbook.xml",
                 "xl/workbook.xml": f"<workbook {S}><sheets>{names}</sheets></workbook>",
                 "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{LINKS}">{links}</Relationships>'}
    all_parts |= {f"xl/{kind}.xml": text for kind, text in parts.items()}
    all_parts |= {f"xl/worksheets/sheet{i}.xml": text for i, text in enumerate(sheets, 1) if not isinstance(text, int)}
    package(path, all_parts | (extra or {}))


def body(inside):
    return f"<w:document {W}><w:body>{inside}</w:body></w:document>"


def data(inside, tail=""):
    return f"<worksheet {S}><sheetData>{inside}</sheetData>{tail}</worksheet>"
