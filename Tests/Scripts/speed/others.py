"""The same tables printed by programs that others would use: WeasyPrint, Chromium, LibreOffice."""
import html
import shutil

from checking import python_with
from speed.measuring import measure

STYLE = """@page{size:A4;margin:37mm 26mm 35mm 28mm} body{font:10.5pt "Noto Serif CJK SC"} table{border-collapse:collapse;width:100%}
td,th{border:.5pt solid #000;padding:3pt;text-align:center} h2{break-before:page;text-align:center}"""


def page(book):
    """The project tables as plain HTML, a page each."""
    def cell(text, span=1):
        return f"<td colspan={span}>{html.escape(text or '')}</td>"

    parts = [f"<!doctype html><html lang=zh><meta charset=utf-8><style>{STYLE}</style>"]
    for project in book["projects"]:
        raw = project["raw"]
        rows = [cell("项目编码") + cell(project["code"]) + cell("项目名称") + cell(project["name"], 3),
                cell("预算数") + cell(raw["budget"]) + cell("其中：财政资金") + cell(raw["fiscal"]) + cell("其他资金") + cell(raw["other"]),
                cell("资金用途") + cell(project["purpose"], 5), cell("绩效目标") + cell("\n".join(project["goals"]), 5)]
        rows += [cell(row["category"]) + cell(row["type"]) + cell(row["name"]) + cell(row["description"])
                 + cell(row["target"]["text"]) + cell(row["basis"]) for row in project["indicators"]]
        parts.append(f"<h2>{html.escape(project['name'])}</h2><table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return "".join(parts)


def others(figures, folder, book, own, rounds):
    """How many times as long each takes as goalbook's whole process."""
    source = folder / "tables.html"
    source.write_text(page(book), encoding="utf-8")
    weasy = python_with("weasyprint")
    programs = {
        "WeasyPrint": [weasy, "-c", f"import weasyprint; weasyprint.HTML({str(source)!r}).write_pdf({str(folder / 'weasy.pdf')!r})"],
        "Chromium": ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={folder / 'chromium.pdf'}",
                     source.as_uri()],
        "LibreOffice": ["soffice", "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder / "office", source],
    }
    figures.head("同样的项目表由别的程序印", "最少毫秒", "倍数")
    for name, words in programs.items():
        if not shutil.which(str(words[0])):
            print(f"  {name}：没有安装，不比较")
            continue
        time = min(measure(*words).wall for _ in range(rounds))
        figures.told(name, f"{time:.0f}", f"{time / own:.1f}")
