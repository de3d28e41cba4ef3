"""The first rows of a form: name, units, and what else stands there; and its rows of prose."""
from forms.amounts import layout
from forms.goals import pairing
from forms.words import BUREAUS


def unit_pairs(form, project):
    """Department and unit: pairs that stand beside each other, and pairs alone."""
    draw = form.random
    place = form.choose("unit-name", "cell 78", "line 22")
    code, unit = f"{draw.randint(101, 899)}{draw.randint(1, 9):03}", project.unit
    if place == "cell":
        style = form.choose("unit-code", "none 84", "dash 8", "bracket 4", "bar 2", "underscore 2")
        before = {"none": "", "dash": code + "-", "bracket": f"[{code}]", "bar": code, "underscore": code + "_"}
        unit = before[style] + unit
    department = form.unit
    if form.choices["unitkind"] != "bureau":
        department = form.county + (form.town if draw.random() < 0.45 and form.tells_town else draw.choice(BUREAUS))
    department = form.kept.setdefault("dept", department)
    # Drawn here, because the year's goals tell whether the form has a period.
    pairing(form)
    style = form.choose("dept", "plain 55", "withcode 20", "none 25")
    if style == "plain":
        named = [form.label("dept"), department]
    else:
        label = form.label("deptcode")
        named = [label, f"{code[:3]}-{department}" if draw.random() < 0.6 else f"[{code[:3]}]{department}"]
    if place != "cell":
        return [], [] if style == "none" else [named]
    own = [form.label("unit", True), unit]
    if style == "none":
        return [], [own]
    return [[named, own] if form.yes("dept-before-unit", 0.8) else [own, named]], []


def period(form):
    draw, year, label = form.random, form.year, form.label("period")
    if pairing(form) == "none" and (form.evaluates or layout(form) not in ("whole-and-year", "two-columns")):
        ways = [f"{year}年1月-{year}年12月", "1年", f"{year}-01-01至{year}-12-31", f"{year}年", f"{year}年3月至{year}年11月"]
        return [label, draw.choice(ways)]
    return [label, f"{year}年-{year + 2}年"]


def extra_pairs(form):
    """Labels with values that are neither names nor amounts."""
    draw, year, pairs = form.random, form.year, []
    if form.yes("has:code", 0.22):
        label, region = form.label("code"), draw.randint(11, 65) * 10000 + draw.randint(100, 999)
        pairs.append([label, f"{region}{year % 100}{draw.randint(0, 99999999):08}"])
    if form.yes("has:kind", 0.35):
        boxes = form.choose("kind-boxes", "words 6", "boxes 3")
        label = form.label("kindof")
        words = ["经常性项目", "延续性项目", "新增项目", "一次性项目", "其他运转类", "特定目标类"]
        marks = ["新增项目□　延续项目☑", "☑一次性项目　□延续性项目", "新增项目√　延续项目□"]
        pairs.append([label, draw.choice(words if boxes == "words" else marks)])
    if form.yes("has:period", 0.3):
        pairs.append(period(form))
    person = form.choose("person", "none 60", "two 28", "one 12")
    if person == "two":
        pairs.append([form.label("person"), form.person()])
        label = form.label("tel")
        landline = f"0{draw.randint(310, 899)}-{draw.randint(2000000, 8999999):07}"
        pairs.append([label, draw.choice(["-", "", landline, f"1380000{draw.randint(0, 9999):04}"])])
    elif person == "one":
        label, name = form.label("persontel"), form.person()
        pairs.append([label, name + draw.choice([f" 1390000{draw.randint(0, 9999):04}", ""])])
    if form.year_place == "cell":
        place = draw.randint(0, len(pairs))
        label = form.dressed(form.choose("year-label", "年度 3", "预算年度 3", "申报年度 2"))
        pairs.insert(place, [label, form.choose("year-cell", "2025 3", "2025年 3", "2025年度 1").replace("2025", str(year))])
    return pairs


def head_rows(form, project):
    """(what it is for the columns, cells) of the first rows."""
    name = [form.label("name", True), project.name]
    pairs, alone = unit_pairs(form, project)
    extra = extra_pairs(form)
    paired = form.yes("head-two-pairs", 0.7)
    rows = []
    while extra:
        rows.append(extra.pop(0) + extra.pop(0) if paired and len(extra) > 1 else extra.pop(0))
    units = [a + b if form.yes("dept-unit-in-a-row", 0.8) else None for a, b in pairs]
    if pairs and units[0] is None:
        units = list(pairs[0])
    units += alone
    order = form.choose("head-order", "name-unit-extra 62", "name-extra-unit 20", "unit-name-extra 10", "extra-name-unit 8")
    groups = {"name": [name], "unit": units, "extra": rows}
    if len(units) == 1 and len(units[0]) == 2 and order.startswith("name-unit") and form.yes("name-and-unit-in-a-row", 0.2):
        groups["name"], groups["unit"] = [name + units[0]], []
    return [("head", row) for group in order.split("-") for row in groups[group]]


def prose(form, project, kind):
    """What a row says that is no goal."""
    draw, what = form.random, project.what
    place = form.town if form.tells_town else form.county
    ways = {
        "项目概况": f"{what}位于{place}，涉及{draw.randint(2, 20)}个村，现有设施老化，群众反映强烈。",
        "立项依据": f"《{form.county}关于加强{what}工作的实施意见》（{form.county[0]}政办发〔{form.year - 1}〕{draw.randint(1, 60)}号）",
        "项目立项依据": f"根据{form.year}年县委一号文件和县政府专题会议纪要安排。",
        "资金用途": f"用于{what}的材料采购、劳务费和设备租赁费。",
        "项目实施计划": f"{draw.randint(2, 4)}月前完成招标，{draw.randint(9, 11)}月前完工验收。",
        "保障措施": "成立领导小组，明确责任分工，按月调度进度。",
        "单位职能概述": "负责辖区经济发展、公共服务、社会管理等工作。",
        "项目申报的可行性": "前期工作已完成，具备实施条件。",
    }
    return ways[kind]


def prose_rows(form, project):
    """Rows of prose, and a plan of payments."""
    draw, rows = form.random, []
    if form.yes("has:prose", 0.3):
        kinds = ["项目概况", "立项依据", "资金用途", "项目实施计划", "单位职能概述", "项目立项依据", "项目申报的可行性"]
        kinds = form.kept.setdefault("prose", draw.sample(kinds, draw.choice([1, 1, 2, 3])))
        rows = [("goal2", [form.dressed(kind), prose(form, project, kind)]) for kind in kinds]
    if form.yes("has:plan", 0.05):
        shares = [draw.randint(10, 30), draw.randint(35, 60), draw.randint(65, 90), 100]
        rows.append(("plan5", ["资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"]))
        rows.append(("plan5", ["^", *(f"{share}.00" for share in shares)]))
    return rows
