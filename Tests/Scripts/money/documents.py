"""Documents of invented projects: texts with forms, and lists as CSV, web page and workbook."""
import csv
import html
import re

from money.writing import DATES, FIELDS, Case, heading, stated, units_of

# Projects of a document.
PROJECTS = 15


def text_document(draw, code):
    lines, cases = [], []
    for index in range(1, PROJECTS + 1):
        name, size = units_of(draw)
        case = Case(draw, index, dict.fromkeys(FIELDS, size))
        rows = [
            [f"{code}青禾县石桥镇人民政府", stated(draw, name)], ["项目编码", case.code, "项目名称", case.name],
            ["预算规模及资金用途", *(word for field in FIELDS for word in (FIELDS[field], case.cells[field]))],
            ["", "清理河渠。"], ["资金支出计划（%）", *DATES], ["", *case.plan], ["绩效目标", "1.河渠通畅"], [],
            ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"],
            ["产出指标", "数量指标", "清理长度", "列入清理的河渠", "≥12公里", "清理台账"], []]
        lines.append(f"{index}.{case.name}绩效目标表")
        for row in rows:
            lines += ["\t" + cell for cell in row] + [""]
        cases.append(case)
    return "\n".join(lines), cases


def grid(draw, code):
    """A list as rows of cells; the unit stands in one of the places that a list has for it."""
    heads = ["单位编码", "单位名称", "项目编码", "项目名称", *FIELDS.values(), *DATES, "一级指标", "二级指标", "三级指标", "指标值"]
    way = draw.choice(["line", "title", "headings", "cells", "apart"])
    name, size = units_of(draw)
    rows, units = [["石桥镇项目绩效目标清单"]], dict.fromkeys(FIELDS, size)
    if way == "line":
        rows.append([stated(draw, name)] if draw.random() < 0.5 else ["", "", "", stated(draw, name)])
    elif way == "title":
        rows = [[f"石桥镇项目绩效目标清单（{draw.choice(['', '单位：', '金额单位：'])}{name}）"]]
    elif way == "headings":
        heads[4:7] = [heading(draw, words, name) for words in FIELDS.values()]
    elif way == "apart":
        for place, field in enumerate(FIELDS):
            name, units[field] = units_of(draw)
            heads[4 + place] = heading(draw, heads[4 + place], name)
    else:
        heads.insert(4, "金额单位")
    rows.append(heads)
    cases = []
    for index in range(1, PROJECTS + 1):
        own = []
        if way == "cells":
            name, size = units_of(draw)
            units, own = dict.fromkeys(FIELDS, size), [draw.choice([name, f"{name} ", f"（{name}）"])]
        case = Case(draw, index, units)
        case.row = len(rows) + 1
        rows.append([
            code, "青禾县石桥镇人民政府", case.code, case.name, *own, *case.cells.values(), *case.plan,
            "产出指标", "数量指标", "清理长度", "≥12公里"])
        cases.append(case)
    return rows, cases


def write_list(draw, path, code):
    import openpyxl

    rows, cases = grid(draw, code)
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    elif path.suffix == ".html":
        # A browser shows blanks and line ends of the source as one blank.
        for case in cases:
            case.cells = {field: re.sub(" +", " ", text) for field, text in case.cells.items()}
        width = len(rows[-1])
        lines = []
        for row in rows:
            cells = [html.escape(re.sub(" +", " ", cell)).replace("\n", "<br>") for cell in row + [""] * (width - len(row))]
            lines.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        table = f"<table>{''.join(lines)}</table>"
        path.write_text(f"<html><head><meta charset=utf-8></head><body>{table}</body></html>", encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for place, row in enumerate(rows, 1):
            for column, text in enumerate(row, 1):
                cell = book.active.cell(place, column, text or None)
                # Half of the plain numbers are numbers to Excel, too.
                if re.fullmatch(r"\d{1,9}(\.\d{1,2})?", text) and place > 2 and column > 4 and draw.random() < 0.5:
                    cell.value = float(text)
                    cell.number_format = draw.choice(["General", "0.00", "#,##0.00"])
        book.save(path)
    return cases
