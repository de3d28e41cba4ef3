"""The lines above a form: number, title, year, unit and unit of money."""
TITLES = [
    ("项目支出绩效目标表", 8), ("项目支出绩效目标申报表", 8), ("项目绩效目标表", 3), ("预算项目绩效目标表", 2), ("部门预算项目绩效目标申报表", 3),
    ("财政支出项目绩效目标申报表", 2), ("专项资金绩效目标申报表", 1), ("项目支出绩效目标批复表", 1), ("部门预算项目支出绩效目标表", 2),
    ("重点项目绩效目标表", 1), ("绩效目标申报表", 1), ("财政专项资金项目绩效目标表", 1)]
EVALUATED = [("项目支出绩效自评表", 8), ("绩效目标自评表", 2), ("项目绩效自评表", 2)]


def title(form):
    if "title" not in form.kept:
        text, year = form.pick(TITLES), form.year
        if form.evaluates:
            text = form.pick(EVALUATED)
        form.choices["title"] = text
        if form.year_place == "title":
            way = form.choose("title-year", "before 5", "county 3", "after 3", "dash 1")
            text = {"before": f"{year}年{text}", "county": f"{form.county}{year}年度{text}", "after": f"{text}（{year}年度）",
                    "dash": f"{form.county}{year}年部门预算-{text}"}[way]
        form.kept["title"] = text
    return form.kept["title"]


def number_line(form):
    draw = form.random
    way = form.choose("number-line", "none 72", "附件 10", "附件1 6", "表号 6", "附表 6")
    if way == "none" or form.title_place == "none":
        return []
    attached = f"附件{draw.randint(1, 9)}"
    table = draw.choice([f"表{draw.randint(5, 13)}", f"公开{draw.randint(9, 14):02}表", f"预算{draw.randint(9, 14):02}表"])
    return [{"附件": "附件", "附件1": attached, "表号": table, "附表": f"附表{draw.randint(1, 5)}"}[way]]


def lines_above(form, project):
    year = str(form.year)
    named = title(form)
    lines = number_line(form)
    if form.title_place != "none":
        lines.append(named)
    if form.year_place == "bracket":
        way = form.choose("bracket", "（2025年度） 8", "（2025年） 2", "(2025年度) 2", "2025年度 1", "（ 2025 年度） 1")
        lines.append(way.replace("2025", year))
    stated = []
    if form.choices.get("unit-name") == "line":
        way = form.choose(
            "unit-line", "填报单位： 3", "填报单位（盖章）： 3", "预算单位： 2", "单位名称： 2", "部门（单位）： 1", "编制单位： 1",
            "申报单位（盖章）： 2")
        stated.append(way + project.unit)
    if form.year_place == "line":
        way = form.choose("year-line", "年 2", "年度 1", "预算年度： 1")
        stated.append(way + year if way.endswith("：") else year + way)
    if form.unit_place in ("line", "both"):
        way = form.choose("money-line", "单位：万元 5", "金额单位：万元 4", "（单位：万元） 1", "计量单位：万元 1", "资金单位：万元 1")
        stated.append(way.replace("万元", form.choices["money-unit"]))
    if stated:
        lines += ["　　　　".join(stated)] if form.yes("one-line", 0.75) else stated
    return lines
