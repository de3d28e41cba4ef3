"""A book as a Word document, by python-docx."""
import random

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn


def form(project):
    """Rows of (text, first column, columns, rows) of the official form."""
    raw, plan = project["raw"], project["plan"]
    rows = [[(f"{project['unitCode']}{project['unitName']}", 0, 5, 1), (f"单位：{project['moneyUnit']}", 5, 3, 1)],
            [("项目编码", 0, 1, 1), (project["code"], 1, 3, 1), ("项目名称", 4, 1, 1), (project["name"], 5, 3, 1)],
            [("预算规模及资金用途", 0, 1, 2), ("预算数", 1, 1, 1), (raw["budget"], 2, 1, 1), ("其中：财政    资金", 3, 1, 1),
             (raw["fiscal"], 4, 1, 1), ("其他资金", 5, 1, 1), (raw["other"], 6, 2, 1)],
            [(project["purpose"], 1, 7, 1)]]
    widths = [7 * (i + 1) // len(plan) - 7 * i // len(plan) for i in range(len(plan))]
    starts = [1 + sum(widths[:i]) for i in range(len(plan))]
    rows.append([("资金支出计划（%）", 0, 1, 2)] + [(f"{int(p['by'][:2])}月底", s, w, 1) for p, s, w in zip(plan, starts, widths)])
    rows.append([(text, s, w, 1) for text, s, w in zip(raw["plan"], starts, widths)])
    rows.append([("绩效目标", 0, 1, 1), ("\n".join(project["goals"]), 1, 7, 1)])
    rows.append(
        [
            ("一级指标", 0, 1, 1),
            ("二级指标", 1, 1, 1),
            ("三级指标", 2, 1, 1),
            ("绩效指标描述", 3, 2, 1),
            ("指标值", 5, 1, 1),
            ("指标值确定依据", 6, 2, 1),
        ]
    )
    indicators = project["indicators"]
    until = 0
    for index, row in enumerate(indicators):
        cells = []
        if index >= until:
            until = index + 1
            while until < len(indicators) and indicators[until]["category"] == row["category"]:
                until += 1
            cells.append((row["category"], 0, 1, until - index))
        rows.append(cells + [(row["type"], 1, 1, 1), (row["name"], 2, 1, 1), (row["description"], 3, 2, 1),
                             (row["target"]["text"], 5, 1, 1), (row["basis"], 6, 2, 1)])
    return rows


class Document:
    """A book as a Word document; `wild` writes it as Word does after years of editing."""

    def __init__(self, book, wild):
        self.document, self.wild, self.chance = docx.Document(), wild, random.Random(7)
        self.element, self.parse, self.names, self.qn = OxmlElement, parse_xml, nsdecls, qn
        if wild:
            self.number = self.numbering()
            self.contents(book)
        self.paragraph("第一部分 部门整体绩效目标")
        for section in book["partOne"]:
            self.heading(section["heading"])
            for text in section["paragraphs"]:
                self.paragraph(text)
        self.paragraph("第二部分 预算项目绩效目标")
        for project in book["projects"]:
            self.heading(f"{project['number']}.{project['name']}绩效目标表", title=True)
            self.table(form(project))
        # Word ends a document with a paragraph, and LibreOffice loses a table that ends one.
        self.document.add_paragraph()

    def numbering(self):
        part = self.document.part.numbering_part.element
        part.insert(0, self.parse(f"""<w:abstractNum {self.names('w')} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>"""))
        part.append(self.parse(f'<w:num {self.names("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        return 77

    def runs(self, paragraph, text):
        """The text in runs; split at random places, some of them tracked insertions, with deleted text between."""
        pieces = [text]
        if self.wild and len(text) > 3:
            cuts = sorted(self.chance.sample(range(1, len(text)), min(3, len(text) - 1)))
            pieces = [text[a:b] for a, b in zip([0] + cuts, cuts + [len(text)])]
        for piece in pieces:
            run = paragraph.add_run(piece)
            if self.wild and self.chance.random() < 0.03:
                change = self.element("w:ins")
                run._r.addprevious(change)
                change.append(run._r)
                gone = self.parse(f'<w:del {self.names("w")}><w:r><w:delText>旧字</w:delText></w:r></w:del>')
                change.addprevious(gone)

    def paragraph(self, text):
        paragraph = self.document.add_paragraph()
        self.runs(paragraph, text)
        return paragraph

    def heading(self, text, title=False):
        numbered = self.wild and not title and text[:2] in ("一、", "二、", "三、", "四、", "五、", "六、")
        paragraph = self.paragraph(text[2:] if numbered else text)
        if numbered:
            paragraph._p.get_or_add_pPr().append(self.parse(
                f'<w:numPr {self.names("w")}><w:ilvl w:val="0"/><w:numId w:val="{self.number}"/></w:numPr>'))
        if self.wild:
            for kind, instruction in (("begin", None), (None, f' TC "{text[:20]}" \\f A \\l 1 '), ("end", None)):
                run = self.parse(f'<w:r {self.names("w")}><w:rPr><w:vanish/></w:rPr></w:r>')
                if kind:
                    mark = self.element("w:fldChar")
                    mark.set(self.qn("w:fldCharType"), kind)
                else:
                    mark = self.element("w:instrText")
                    mark.text = instruction
                run.append(mark)
                paragraph._p.append(run)

    def contents(self, book):
        """A table of contents as Word keeps it: a field over many paragraphs, page numbers in fields of their own."""
        self.document.add_paragraph("目录")
        body = self.document.element.body
        entries = [section["heading"] for section in book["partOne"]] + [p["name"] + "绩效目标表" for p in book["projects"]]
        for index, entry in enumerate(entries):
            begin = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
                     '<w:r><w:fldChar w:fldCharType="separate"/></w:r>') if index == 0 else ""
            end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if index == len(entries) - 1 else ""
            page = (f'<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc{index}</w:instrText></w:r>'
                    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{index + 3}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
            text = entry.replace("&", "&amp;").replace("<", "&lt;")
            body.insert(len(body) - 1, self.parse(f'<w:p {self.names("w")}>{begin}<w:r><w:t>{text}</w:t></w:r>{page}{end}</w:p>'))

    def table(self, rows):
        table = self.document.add_table(rows=len(rows), cols=8)
        for index, cells in enumerate(rows):
            for text, column, columns, height in cells:
                cell = table.cell(index, column)
                if columns > 1 or height > 1:
                    cell = cell.merge(table.cell(index + height - 1, column + columns - 1))
                lines = text.split("\n")
                if self.wild:
                    paragraph = cell.paragraphs[0]
                    for place, line in enumerate(lines):
                        if place:
                            paragraph.add_run().add_break()
                        self.runs(paragraph, line)
                else:
                    cell.paragraphs[0].text = lines[0]
                    for line in lines[1:]:
                        cell.add_paragraph(line)
        if self.wild and self.chance.random() < 0.3:
            control = self.parse(f'<w:sdt {self.names("w")}><w:sdtPr/><w:sdtContent/></w:sdt>')
            table._tbl.addprevious(control)
            control[1].append(table._tbl)

    def save(self, path):
        self.document.save(str(path))
