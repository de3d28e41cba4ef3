"""Writes forms as Word documents, workbooks, web pages and texts, without any library that goalbook's reader might share a habit with."""
import html
import zipfile
from xml.sax.saxutils import escape

from forms.grid import Sheet, Table, numeral, shown

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MIME = "application/vnd.openxmlformats-officedocument"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
EXCEL = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{OFFICE}"'


def package(path, types, parts):
    """A zip file of these parts; `types` of those that are not only XML."""
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{MIME}.{kind}+xml"/>' for name, kind in types.items())
    content = (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
               f'.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>')
    first = next(iter(types))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in {"[Content_Types].xml": content, "_rels/.rels": relations({"a": ("officeDocument", first)}), **parts}.items():
            # A fixed date, so that a form is the same file every time.
            file.writestr(zipfile.ZipInfo(name, (2025, 1, 6, 0, 0, 0)), DECLARATION + text, zipfile.ZIP_DEFLATED)


def relations(links):
    lines = "".join(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>' for key, (kind, target) in links.items())
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def runs(lines, centered=False):
    """A paragraph, its lines with breaks between them."""
    align = '<w:pPr><w:jc w:val="center"/></w:pPr>' if centered else ""
    texts = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:p>{align}<w:r>{texts}</w:r></w:p>"


def word_table(table, breaks):
    grid = '<w:gridCol w:w="1100"/>' * table.width
    rows = []
    for y, owners in enumerate(table.owner):
        cells = []
        for x, (top, left) in enumerate(owners):
            if x != left:
                continue
            bottom, right = table.last[(top, left)]
            merge = "" if top == bottom else '<w:vMerge w:val="restart"/>' if y == top else "<w:vMerge/>"
            span = f'<w:gridSpan w:val="{right - left + 1}"/>' if right > left else ""
            lines = shown(table.rows[top][left]).split("\n") if y == top else [""]
            text = runs(lines) if breaks else "".join(runs([line]) for line in lines)
            cells.append(f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{text}</w:tc>")
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def write_word(path, blocks, looks):
    body = [
        word_table(block, looks.get("break")) if isinstance(block, Table) else runs([shown(block)], len(block) < 30 and looks.get("center"))
        for block in blocks if not isinstance(block, Sheet)]
    text = f"<w:document {WORD}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    package(path, {"word/document.xml": "wordprocessingml.document.main"}, {"word/document.xml": text})


def letters(column):
    """The name of a column, from 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Workbook:
    """Sheets with cells; texts and number formats are those of the whole workbook."""

    def __init__(self):
        self.sheets, self.texts, self.formats = [], {}, {}

    def begin(self, name):
        self.sheets.append((name, {}, []))

    def put(self, row, column, text, columns=1, rows=1):
        _, cells, merges = self.sheets[-1]
        place = f"{letters(column)}{row}"
        if text.startswith("#"):
            value, code = numeral(text)
            style = self.formats.setdefault(code, len(self.formats) + 1) if code else 0
            cells.setdefault(row, []).append((column, f'<c r="{place}" s="{style}"><v>{value}</v></c>'))
        elif text:
            number = self.texts.setdefault(shown(text), len(self.texts))
            cells.setdefault(row, []).append((column, f'<c r="{place}" t="s"><v>{number}</v></c>'))
        if columns > 1 or rows > 1:
            merges.append(f"{place}:{letters(column + columns - 1)}{row + rows - 1}")

    def save(self, path):
        types, parts, links, names = {"xl/workbook.xml": "spreadsheetml.sheet.main"}, {}, {}, ""
        for index, (name, cells, merges) in enumerate(self.sheets, 1):
            rows = "".join(f'<row r="{row}">{"".join(cell for _, cell in sorted(cells[row]))}</row>' for row in sorted(cells))
            joined = "".join(f'<mergeCell ref="{merge}"/>' for merge in merges)
            tail = f'<mergeCells count="{len(merges)}">{joined}</mergeCells>' if merges else ""
            part = f"xl/worksheets/sheet{index}.xml"
            parts[part] = f"<worksheet {EXCEL}><sheetData>{rows}</sheetData>{tail}</worksheet>"
            types[part] = "spreadsheetml.worksheet"
            links[f"s{index}"] = ("worksheet", f"worksheets/sheet{index}.xml")
            names += f'<sheet name="{escape(name)}" sheetId="{index}" r:id="s{index}"/>'
        texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self.texts)
        codes = "".join(f'<numFmt numFmtId="{163 + number}" formatCode="{escape(code)}"/>' for code, number in self.formats.items())
        numbers = f'<numFmts count="{len(self.formats)}">{codes}</numFmts>' if codes else ""
        styles = "".join(f'<xf numFmtId="{163 + number}" applyNumberFormat="1"/>' for number in self.formats.values())
        parts["xl/sharedStrings.xml"] = f"<sst {EXCEL}>{texts}</sst>"
        parts["xl/styles.xml"] = (
            f'<styleSheet {EXCEL}>{numbers}<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill '
            'patternType="none"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/></border></borders><cellStyleXfs '
            f'count="1"><xf/></cellStyleXfs><cellXfs count="{len(self.formats) + 1}"><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>')
        for key, kind in (("sharedStrings", "sharedStrings"), ("styles", "styles")):
            types[f"xl/{key}.xml"] = f"spreadsheetml.{kind}"
            links[key] = (kind, f"{key}.xml")
        parts["xl/workbook.xml"] = f"<workbook {EXCEL}><sheets>{names}</sheets></workbook>"
        parts["xl/_rels/workbook.xml.rels"] = relations(links)
        package(path, types, parts)


def write_excel(path, blocks, looks):
    book = Workbook()
    top, left = 1 + looks.get("top", 0), looks.get("left", 0)
    width = max([block.width for block in blocks if isinstance(block, Table)] or [1])
    row = top
    if not isinstance(blocks[0], Sheet):
        book.begin(looks.get("sheet", "Sheet1"))
    for block in blocks:
        if isinstance(block, Sheet):
            book.begin(block.name)
            row = top
        elif isinstance(block, Table):
            for y in range(len(block.rows)):
                for x, text, columns, rows in block.spans(y):
                    book.put(row + y, left + x, text, columns, rows)
            row += len(block.rows)
        else:
            if block:
                book.put(row, left, block, width if looks.get("mergetitle", True) else 1)
            row += 1
    book.save(path)


def page_cell(text, kind):
    text = html.escape(shown(text))
    if kind == "word":
        begin = '<p class="MsoNormal" align="center"><span style="font-family:宋体;font-size:12px">'
        return begin + (text.replace("\n", '</span></p><p class="MsoNormal"><span>') or "&nbsp;") + "</span></p>"
    return text.replace("\n", "<br/>" if kind == "plain" else "<br>") or ("&nbsp;" if kind == "nbsp" else "")


def write_page(path, blocks, looks):
    kind = looks.get("html", "plain")
    lines = ["<!DOCTYPE html>", f'<html lang="zh-CN"><head><meta charset="utf-8"><title>{html.escape(looks.get("page", ""))}</title>',
             "<style>td{border:1px solid #000;padding:3px}</style></head><body>"]
    if "chrome" in looks:
        index, issuer, date = looks["chrome"]
        lines.append('<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li>预算/决算</li></ul></div>')
        lines.append(f'<table class="xxgk"><tr><td>[ 索引号 ]</td><td>{index}</td><td>[ 发文字号 ]</td><td></td></tr>'
                     f"<tr><td>[ 发布机构 ]</td><td>{issuer}</td><td>[ 发布日期 ]</td><td>{date}</td></tr></table>")
    lines.append('<div class="content">')
    for block in blocks:
        if isinstance(block, str):
            tag = "h3" if looks.get("h") and len(block) < 40 and "目标" in block else "p"
            style = ' style="text-align:center"' if len(block) < 30 else ""
            lines.append(f"<{tag}{style}>{html.escape(block).replace('⏎', '<br>')}</{tag}>")
        elif isinstance(block, Table):
            lines.append('<table border="1" cellspacing="0">' + ("<tbody>" if kind != "nbsp" else ""))
            for y in range(len(block.rows)):
                cells = []
                for _, text, columns, rows in block.spans(y):
                    span = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
                    cells.append(f"<td{span}>{page_cell(text, kind)}</td>")
                lines.append(f"<tr>{''.join(cells)}</tr>")
            lines.append(("</tbody>" if kind != "nbsp" else "") + "</table>")
    lines.append("</div>")
    if "chrome" in looks:
        lines.append('<div class="footer">主办：县人民政府办公室　网站标识码：5100000000</div>')
    path.write_text("\n".join([*lines, "</body></html>"]), encoding="utf-8")


def write_text(path, blocks, looks):
    """As goalbook's texts have tables, each cell on a line behind a tab, or as what is copied out of a workbook."""
    lines = []
    for block in blocks:
        if isinstance(block, str):
            lines.append(shown(block))
        elif isinstance(block, Table):
            for y in range(len(block.rows)):
                cells = {x: shown(text) for x, text, _, _ in block.spans(y)}
                if looks.get("txt", "lines") == "lines":
                    # A cell that goes on from above stands there once, blank.
                    begun = [x for x, owner in enumerate(block.owner[y]) if owner[1] == x]
                    lines += ["\t" + cells.get(x, "") for x in begun] + [""]
                else:
                    lines.append("\t".join(cells.get(x, "").replace("\n", "") for x in range(block.width)))
            if looks.get("txt", "lines") != "lines":
                lines.append("")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


WRITERS = {"docx": write_word, "xlsx": write_excel, "html": write_page, "txt": write_text}
