"""Makes the file of a seed and a number, and its right answer."""
import json
from decimal import Decimal

from forms.building import build
from forms.drawing import Draw
from forms.grid import Sheet, Table
from forms.lists import project_list
from forms.others import Control, department
from forms.projects import invent
from forms.writing import WRITERS


def common(form):
    """What is drawn for every file: year, format, place, and where title, year and unit of money stand."""
    draw = form.random
    form.year = draw.choice([2022, 2023, 2024, 2025, 2025, 2025, 2026, 2026])
    form.format = form.choose("file", "docx 34", "xlsx 34", "html 22", "txt 10")
    form.place()
    form.title_place = form.choose("title-place", "lines 80", "table 14", "none 6")
    if form.title_place == "none":
        form.year_place = form.choose("year", "cell 2", "line 1")
    else:
        form.year_place = form.choose("year", "bracket 50", "title 34", "cell 8", "line 8")
    form.choose("money-unit", "万元 82", "元 18")
    form.unit_place = form.choose("unit-place", "heading 56", "line 26", "cell 10", "both 8")
    looks = form.looks
    looks["center"] = draw.random() < 0.5
    looks["break"] = form.yes("docx-break", 0.4) if form.format == "docx" else False
    if form.format == "xlsx":
        looks["top"] = int(form.choose("xlsx-top", "0 88", "1 8", "2 4"))
        looks["left"] = int(form.choose("xlsx-left", "0 93", "1 7"))
        looks["mergetitle"] = form.yes("xlsx-title-merged", 0.8)
        looks["sheet"] = form.choose("sheet", "Sheet1 5", "绩效目标表 3", "332001 1", "项目绩效 1")
    elif form.format == "html":
        looks["html"] = form.choose("html", "plain 45", "word 35", "nbsp 20")
        looks["h"] = draw.random() < 0.3
        if form.yes("chrome", 0.3):
            index = f"{draw.randint(10000000, 99999999)}/{form.year}-{draw.randint(1, 999):05}"
            looks["chrome"] = (index, form.unit, f"{form.year}-0{draw.randint(1, 3)}-1{draw.randint(0, 9)}")
            looks["page"] = f"{form.unit}{form.year}年部门预算公开"
    elif form.format == "txt":
        looks["txt"] = form.choose("txt", "lines 5", "tabs 5")


def several(form):
    """Forms of several projects, one behind another or on sheets."""
    draw = form.random
    count = draw.choice([2, 2, 3, 3, 4])
    form.choices["forms"] = str(count)
    projects = [invent(form, few=draw.random() < 0.5) for _ in range(count)]
    ways = ["sheets 6", "stacked 4"] if form.format == "xlsx" else ["titles 6", "heads 3", "stacked 2"]
    way = form.choose("several", *ways)
    if form.title_place == "none":
        form.title_place = form.choices["title-place"] = "lines"
    blocks = []
    if way == "sheets" and form.yes("contents-sheet", 0.3):
        rows = [[str(number), one.name, f"#{(Decimal(one.budget) / 1000000).normalize():f}", ""] for number, one in enumerate(projects, 1)]
        blocks += [Sheet("目录"), "目录", Table([["序号", "项目名称", "金额（万元）", "备注"], *rows])]
    for number, project in enumerate(projects):
        own = build(form, project)
        if way == "sheets":
            blocks.append(Sheet(f"表{number + 1}"))
        elif way == "heads":
            blocks.append("一二三四"[number] + "、" + project.name)
        elif number:
            blocks += ["", ""]
        blocks += own
    return blocks, projects


def contents(form, kind):
    """Blocks, projects and the department's goal of a file of a kind."""
    if kind == "control":
        return Control(form).blocks, [], None
    if kind == "department":
        blocks, goal = department(form)
        return blocks, [], goal
    if kind in ("several", "list"):
        return *(several if kind == "several" else project_list)(form), None
    if kind == "selfeval":
        form.evaluates = True
        if form.unit_place == "cell":
            form.unit_place = form.choices["unit-place"] = "heading"
        form.choices["side"] = form.pick([("side", 80), ("none", 20)])
    project = invent(form)
    return build(form, project), [project], None


def answer(form, projects, goal):
    """What a careful reader takes from the file; what is not there, or None, is not judged."""
    right = {}
    if projects or goal:
        if form.tells_town:
            right["town"] = form.town
        # A city with a bureau could be a prefecture.
        if not (form.choices["unitkind"] == "bureau" and form.county.endswith("市")):
            right["county"] = form.county
        right["fiscalYear"] = form.year
    right["projects"] = []
    for one in projects:
        rows = [[text.replace("\n", "") for text in row] for row in one.rows]
        own = {"name": one.name, "unitName": one.unit, **one.amounts, "goals": one.goals, "indicators": rows}
        right["projects"].append(own)
    if goal:
        right["overallGoal"] = goal
    return right


def draw_file(seed, number):
    """Format, blocks, looks and answer with what was drawn."""
    form = Draw(f"{seed}/{number}")
    common(form)
    kind = form.choose("kind", "single 60", "selfeval 10", "several 10", "list 10", "department 5", "control 5")
    blocks, projects, goal = contents(form, kind)
    return form.format, blocks, form.looks, {"right": answer(form, projects, goal), "choices": dict(form.choices)}


def make(seed, number, folder):
    """Writes the file and its answer into a folder, and gives the file's path and the answer."""
    kind, blocks, looks, right = draw_file(seed, number)
    path = folder / f"g{seed}-{number:04}.{kind}"
    WRITERS[kind](path, blocks, looks)
    path.with_suffix(".right.json").write_text(json.dumps(right, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path, right
