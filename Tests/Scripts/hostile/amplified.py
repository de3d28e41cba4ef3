"""Small files that ask for much: what is short in the file is long, wide or frequent when it is read."""
import json
from itertools import product
from string import ascii_uppercase

from hostile.packages import S, W, body, data, package, sheet, word

OFTEN = 40_000


def paragraph(text, properties=""):
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}<w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text):
    return f"<w:tc>{paragraph(text)}</w:tc>"


def numbering(text, level="", override=""):
    return (f'<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{level}<w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>{override}</w:num></w:numbering>')


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def make_word(folder):
    goal = paragraph("一、总体绩效目标") + paragraph("修好村里的路")
    for name, text in {"编号格式长": "第%1" + "条" * 100_000, "编号格式多": "%1" * 490, "编号格式短": "第%1条"}.items():
        word(folder / f"{name}.docx", body(goal + paragraph("办", NUMBERED) * OFTEN), numbering=numbering(text))
    for number in (2**63 - 1, -2**63, 2**64, 2**31):
        word(folder / f"编号起始{number}.docx", body(goal + paragraph("办", NUMBERED) * 9),
             numbering=numbering("%1.", f'<w:start w:val="{number}"/>',
                                 f'<w:lvlOverride w:ilvl="{number % 9}"><w:startOverride w:val="{number}"/></w:lvlOverride>'))
        row = (f'<w:tr><w:trPr><w:gridBefore w:val="{number}"/><w:gridAfter w:val="{number}"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="{number}"/>'
               f'<w:hMerge/></w:tcPr>{paragraph("项目名称")}</w:tc></w:tr>')
        style = (f'<w:style w:styleId="a" w:type="paragraph"><w:name w:val="heading {number}"/>'
                 f'<w:pPr><w:outlineLvl w:val="{number}"/></w:pPr></w:style>')
        word(folder / f"表格{number}.docx", body(goal + f"<w:tbl>{row * 9}</w:tbl>" + paragraph("甲", '<w:pStyle w:val="a"/>')),
             styles=f"<w:styles {W}>{style}</w:styles>")
    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:lvlText w:val="%1"/></w:lvl>' for i in range(30_000))
    word(folder / "编号级别多.docx", body(goal + paragraph("办", NUMBERED) * OFTEN), numbering=f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">'
         f'{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>')
    circle = "".join(f'<w:style w:styleId="a{i}"><w:basedOn w:val="a{(i + 1) % 30_000}"/></w:style>' for i in range(30_000))
    word(folder / "样式循环.docx", body(goal + paragraph("办", '<w:pStyle w:val="a1"/>') * OFTEN), styles=f"<w:styles {W}>{circle}</w:styles>")
    word(folder / "保障措施多.docx", body(paragraph("三、工作保障措施") + "".join(paragraph(f"{i}.加强领导。成立专班第{i}组") for i in range(OFTEN))))
    word(folder / "保障措施同.docx", body(paragraph("三、工作保障措施") + paragraph("1.加强领导。成立专班") * OFTEN))
    word(folder / "段落多.docx", body(goal + paragraph("修路") * 250_000))
    word(folder / "段落过多.docx", body(goal + paragraph("修路") * 400_000))
    word(folder / "换行多.docx", body(goal + "<w:p><w:r>" + "<w:t>甲</w:t><w:br/>" * 400_000 + "</w:r></w:p>"))
    rows = f"<w:tr>{cell('甲') * 6}</w:tr>" * 20_000
    word(folder / "表套表.docx", body(goal + "<w:tbl><w:tr><w:tc>" * 60 + f"<w:tbl>{rows}</w:tbl>"
                                  + paragraph("乙") + ("</w:tc></w:tr></w:tbl>") * 60))
    word(folder / "控件套控件.docx", body("<w:sdt><w:sdtContent>" * 110 + paragraph("甲") * 100_000 + "</w:sdtContent></w:sdt>" * 110))
    word(folder / "删除的段末.docx", body((paragraph("甲", "<w:rPr><w:del/></w:rPr>")) * 100_000))
    word(folder / "属性多.docx", body(goal + ("<w:p " + " ".join(f'a{i}="1"' for i in range(900)) + "/>") * 3_000))
    word(folder / "域多.docx", body(goal + "<w:p>"
                               + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>' * 100_000 + "</w:p>"))
    word(folder / "指标多.docx", body(form(OFTEN)))


def form(rows):
    """A project whose table has so many indicators."""
    head = "".join(f"<w:tr>{cell(label)}{cell(value)}</w:tr>"
                   for label, value in (("项目名称", "修路"), ("预算数", "10.00"), ("绩效目标", "修好村路")))
    titles = "".join(cell(title) for title in ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"))
    lines = "".join(f"<w:tr>{cell('产出指标')}{cell('数量指标')}{cell(f'修路第{i}段')}"
                    f"{cell('修路长度')}{cell(f'≥{i}米')}{cell('合同')}</w:tr>" for i in range(rows))
    return paragraph("1.修路绩效目标表") + f"<w:tbl>{head}<w:tr>{titles}</w:tr>{lines}</w:tbl>"


def inline(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def line(number, words):
    """A row of a list on a sheet."""
    cells = "".join(inline(f"{letter}{number}", word) for letter, word in zip("ABCDEF", words))
    return f'<row r="{number}">{cells}</row>'


LIST = ["项目名称", "预算数", "一级指标", "二级指标", "三级指标", "指标值"]


def listing(rows, name="修路"):
    head = f'<row>{"".join(inline(letter + "1", word) for letter, word in zip("ABCDEF", LIST))}</row>'
    return head + "".join(
        line(i, (name, "10", "产出指标", "数量指标", f"第{i}段", f"≥{i}米"))
        for i in range(2, rows + 2))


def make_sheets(folder):
    sheet(folder / "远列.xlsx", [data("".join(f'<row r="{i}">{inline(f"IV{i}", "x")}</row>' for i in range(1, 60_000)))])
    sheet(folder / "远列合并.xlsx", [data("".join(f'<row r="{i}">{inline(f"IV{i}", "x")}</row>' for i in range(1, 30_000)),
                                          '<mergeCells><mergeCell ref="A1:IU1048576"/></mergeCells>')])
    strings = f'<sst {S}><si><t>{"长" * 170_000}</t></si></sst>'
    cells = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(1, 20_001))
    sheet(folder / "共享长串.xlsx", [data(cells)], sharedStrings=strings)
    sheet(folder / "共享串.xlsx", [data(cells)], sharedStrings=f'<sst {S}><si><t>{"长" * 250}</t></si></sst>')
    sheet(folder / "表多.xlsx", [data(inlines) for inlines in [f'<row r="1">{inline("A1", "甲")}</row>'] * 900])
    sheet(folder / "表同一份.xlsx", [data(f'<row r="1">{inline("A1", "甲")}</row>')] + [1] * 30_000)
    sheet(folder / "表同一份大.xlsx", [data("".join(f'<row r="{i}">{inline(f"A{i}", "甲")}</row>' for i in range(1, 2_000)))] + [1] * 300)
    sheet(folder / "空行百万.xlsx", [data("".join(f'<row r="{i}" s="1"/>' for i in range(1, 900_000))
                                            + f'<row r="1000000">{inline("A1000000", "甲")}</row>')])
    sheet(folder / "空格百万.xlsx", [data(("<row>" + '<c s="1"/>' * 100 + "</row>") * 9_000)])
    sheet(folder / "清单长.xlsx", [data(listing(OFTEN))])
    sheet(folder / "清单项目多.xlsx", [data("".join([listing(0)] + [
        line(i, (f"修路{i}", "10", "产出指标", "数量指标", "长度", f"≥{i}米"))
        for i in range(2, OFTEN)]))])
    formats = "".join(f'<numFmt numFmtId="{200 + i}" formatCode="{"0" * 900}"/>' for i in range(5_000))
    uses = "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(5_000))
    sheet(folder / "格式多.xlsx", [data("".join(f'<row r="{i}"><c r="A{i}" s="{i % 5_000}"><v>1</v></c></row>' for i in range(1, OFTEN)))],
          styles=f'<styleSheet {S}><numFmts>{formats}</numFmts><cellXfs>{uses}</cellXfs></styleSheet>')
    for number in (2**63 - 1, -2**63, 2**64):
        sheet(folder / f"行列{number}.xlsx", [data(
            f'<row r="1">{inline("A1", "甲")}<c r="B1" s="{number}"><v>{number}</v></c><c r="C1" t="s"><v>{number}</v></c></row><row r="{number}"/>',
            f'<mergeCells><mergeCell ref="A{number}:B{number}"/></mergeCells>')])
        sheet(folder / f"列{number}.xlsx", [data(f'<row r="1">{inline("A1", "甲")}{inline("ZZZZZZZZZZZZZZ" + str(number), "乙")}</row>',
                                                 f'<cols><col min="{number}" max="{number}" hidden="1"/></cols>')])


def make_formatted(folder):
    """Real lists on sheets that are formatted down to the last row, out to the last column: they must be read."""
    letters = ["".join(pair).strip() for first in " ABCDEFGH" for pair in product(first, ascii_uppercase)][:200]
    book, blank = listing(100), [f'<c r="{letter}%d" s="1"/>' for letter in letters]
    rows = range(103, 1_048_577)
    sheet(folder / "须读行到底.xlsx", [data(book + "".join(f'<row r="{i}" spans="1:6" s="1" customFormat="1" ht="14.25"/>' for i in rows))])
    wide = "".join(blank[:8])
    sheet(folder / "须读格到底.xlsx", [data(book + "".join(f'<row r="{i}">{wide.replace("%d", str(i))}</row>' for i in rows))])
    wide = "".join(blank) * 80
    sheet(folder / "须读列到底.xlsx", [data(book + "".join(f'<row r="{i}">{wide.replace("%d", str(i))}</row>' for i in range(103, 203)))])
    formula = '<c r="A%d" t="str"><f>IF(B%d="","",ROW()-1)</f><v></v></c>'
    sheet(folder / "须读公式到底.xlsx", [data(book + "".join(f'<row r="{i}">{formula.replace("%d", str(i))}</row>' for i in rows))])
    (folder / "须读空行多.csv").write_text(
        ",".join(LIST) + "\n" + "".join(f"修路,10,产出指标,数量指标,第{i}段,≥{i}米\n" for i in range(100)) + ",,,,,\n" * 1_048_476)


def make_texts(folder):
    (folder / "逗号多.csv").write_text(("," * 255 + "x\n") * 58_000)
    (folder / "逗号多空.csv").write_text(("," * 255 + "\n") * 58_000)
    (folder / "短行多.csv").write_text("甲,乙,丙\n" * 900_000)
    (folder / "清单长.csv").write_text(",".join(LIST) + "\n" + "".join(f"修路,10,产出指标,数量指标,第{i}段,≥{i}米\n" for i in range(OFTEN)))
    (folder / "短行多.txt").write_text("第二部分\n" + "甲\n" * 8_000_000)
    (folder / "格多.txt").write_text("第二部分\n" + "\t甲\n" * 7_000_000)
    (folder / "续表多.txt").write_text("第二部分\n" + "\t项目编码\n续表：\n" * 120_000)
    (folder / "标题多.txt").write_text("一、总体绩效目标\n修路\n" * 140_000)
    (folder / "保障措施多.txt").write_text("一、总体绩效目标\n修路\n三、工作保障措施\n"
                                          + "".join(f"{i}.加强领导。成立专班{i}\n" for i in range(OFTEN)))
    (folder / "域标记多.txt").write_text("一、总体绩效目标\n" + ("[bookmark: " * 300 + "\n") * 9_000)
    table = "<html><body><p>一、总体绩效目标</p><table>"
    (folder / "跨列多.html").write_text(
        table + "<tr><td colspan=200 rowspan=5000>甲</td><td colspan=200>乙</td><td colspan=200>丙</td></tr>" * 90_000)
    (folder / "跨行多.html").write_text(table + ("<tr>" + "<td rowspan=5000>甲" * 60) * 4_000)
    for number in (2**63 - 1, -2**63, 2**64):
        (folder / f"跨{number}.html").write_text(table + f"<tr><td colspan={number} rowspan={number}>甲<td>乙" * 9)
    (folder / "表套表.html").write_text("<html>" + "<table><tr><td>" * 80 + "<table>" + "<tr><td>甲<td>乙<td>丙" * 60_000)
    (folder / "段多.html").write_text(table + "</table>" + "<p>甲" * 900_000)
    (folder / "表多.html").write_text("<html>" + "<table><tr><td>甲<td>乙<td>丙<td>丁<td>戊<td>己</table>" * 45_000)
    (folder / "属性多.html").write_text(table + ("<td " + " ".join(f"a{i}=1" for i in range(900)) + ">甲") * 2_000)


def make_facts(folder, book):
    """Made of what goalbook itself writes of a book."""
    one = book["books"][0]
    project = one["projects"][0]

    def write(name, value):
        (folder / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False))

    many = dict(project, indicators=project["indicators"][:1] * 80_000)
    write("指标多facts", {**book, "books": [dict(one, projects=[many], places=None)]})
    write("项目多facts", {**book, "books": [dict(one, projects=[project] * 8_000, places=None)]})
    write("保障多facts", {**book, "books": [dict(one, safeguards=[{"title": "甲", "text": "乙"}] * 200_000, places=None)]})
    write("书多facts", {**book, "books": [one] * 200})

    def extreme(value, number):
        if isinstance(value, dict):
            return {key: extreme(inner, number) for key, inner in value.items()}
        if isinstance(value, list):
            return [extreme(inner, number) for inner in value]
        return number if isinstance(value, int) and not isinstance(value, bool) else value

    for number in (2**63 - 1, -2**63, 2**64):
        write(f"数{number}facts", extreme(book, number))


def make(folder, book):
    make_word(folder)
    make_sheets(folder)
    make_formatted(folder)
    make_texts(folder)
    make_facts(folder, book)
    package(folder / "条目多.docx", {f"word/{i}.xml": "x" for i in range(990)})
