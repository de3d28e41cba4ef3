"""A book as an Excel list and in the template, by openpyxl."""
import re

import openpyxl

from checking import goalbook


def workbook(book, path):
    """The list of a budget system, numbers as numbers, blank cells repeating the one above."""
    book_file = openpyxl.Workbook()
    sheet = book_file.active
    dates = [f"{int(point['by'][:2])}月底" for point in book["projects"][0]["plan"]]
    unit = book["projects"][0]["moneyUnit"]
    sheet.append(
        ["单位编码", "单位名称", "项目编码", "项目名称", f"预算数（{unit}）", f"财政资金（{unit}）", f"其他资金（{unit}）", "资金用途", "年度目标"]
        + dates
        + ["一级指标", "二级指标", "三级指标", "指标解释", "指标值", "指标值确定依据"]
    )
    for project in book["projects"]:
        raw = project["raw"]
        own = [project["unitCode"], project["unitName"], project["code"], project["name"], raw["budget"], raw["fiscal"], raw["other"],
               project["purpose"], "\n".join(project["goals"])] + raw["plan"]
        for index, row in enumerate(project["indicators"]):
            sheet.append((own if index == 0 else [None] * len(own)) + [row["category"], row["type"], row["name"], row["description"],
                                                                        row["target"]["text"], row["basis"]])
    # Text stays text, also where it begins with = or looks like a number.
    for line in sheet.iter_rows():
        for cell in line:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    book_file.save(path)


def target_cells(text):
    """Sign, number and unit as a person types them in three cells; the whole under 定性 where it is no plain quantity."""
    found = re.fullmatch(r"([≥≤＞＜＝=<>]?)(\d+(?:\.\d+)?)([^\d\s]*)", text)
    return found.groups() if found else ("定性", text, None)


def fill_template(book, path):
    """Types a book into the template that goalbook makes, below its examples."""
    goalbook("template", "-o", path)
    file = openpyxl.load_workbook(path)
    unit = book["projects"][0]
    department = file["部门"]
    single = {"单位编码": unit["unitCode"], "单位名称": unit["unitName"], "年度": book["fiscalYear"], "金额单位": unit["moneyUnit"],
              "总体绩效目标": book["overallGoal"]}
    for row in department.iter_rows(min_row=2):
        if row[0].value in single:
            row[2].value = single[row[0].value]
        elif row[0].value in ("分项绩效目标", "工作保障措施", "经费"):
            row[0].value = row[1].value = None
    line = department.max_row + 1
    for goal in book["subGoals"]:
        values = ["分项绩效目标", goal["title"], goal["goal"], goal["indicator"]]
        for column, value in enumerate(values, 1):
            department.cell(line, column).value = value
        line += 1
    for safeguard in book["safeguards"]:
        for column, value in enumerate(["工作保障措施", safeguard["title"], safeguard["text"]], 1):
            department.cell(line, column).value = value
        line += 1

    def columns(sheet):
        return {str(cell.value).split("（")[0]: cell.column for cell in sheet[1]}

    def below(sheet):
        return next(row for row in range(2, 100) if not sheet.cell(row, 1).value and not sheet.cell(row, 3).value)

    projects, indicators = file["项目"], file["指标"]
    heads, row = columns(projects), below(projects)
    for project in book["projects"]:
        raw = project["raw"]
        values = {"序号": project["number"], "项目编码": project["code"], "项目名称": project["name"], "预算数": float(raw["budget"]),
                  "财政资金": float(raw["fiscal"]), "其他资金": float(raw["other"]) if raw["other"] else None, "资金用途": project["purpose"],
                  "绩效目标": "\n".join(project["goals"])}
        values |= {f"{int(point['by'][:2])}月底": point["percent"] / 100 for point in project["plan"] if point["percent"] is not None}
        for head, value in values.items():
            projects.cell(row, heads[head]).value = value
            # What is typed takes the column's format, which this writer does not know of.
            if head.endswith("月底"):
                projects.cell(row, heads[head]).number_format = "0%"
        row += 1
    heads, row = columns(indicators), below(indicators)
    for project in book["projects"]:
        for indicator in project["indicators"]:
            sign, number, measure = target_cells(indicator["target"]["text"])
            values = {"序号": row, "项目编码": project["code"], "项目名称": project["name"], "一级指标": indicator["category"],
                      "二级指标": indicator["type"], "三级指标": indicator["name"], "绩效指标描述": indicator["description"],
                      "指标性质": sign, "指标值": number, "度量单位": measure, "指标值确定依据": indicator["basis"]}
            for head, value in values.items():
                indicators.cell(row, heads[head]).value = value
            row += 1
    file.save(path)
