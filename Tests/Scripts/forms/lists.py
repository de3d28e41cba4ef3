"""Lists of projects: one row an indicator, a project, or a level, and indicators in groups of columns."""
import dataclasses

from forms.columns import cell, heading, right_value
from forms.grid import Table
from forms.indicators import weights
from forms.projects import invent
from forms.titles import lines_above
from forms.values import amount, value

COLUMNS = {
    "plain 4": ["l1", "l2", "n", "v"], "sign-num-unit 4": ["l1", "l2", "n", "sign", "num", "u"],
    "sign-num-unit-weight 2": ["l1", "l2", "n", "sign", "num", "u", "w"], "value-weight 1": ["l1", "l2", "n", "v", "w"],
    "value-note 1": ["l1", "l2", "n", "v", "note"]}


class List:
    """Projects and the columns before those of indicators."""

    def __init__(self, form, kind):
        draw = form.random
        self.form, self.kind = form, kind
        count = draw.choice([2, 3, 3, 4, 5])
        self.projects = [invent(form, few=True) for _ in range(count)]
        self.unit = form.choose("list-unit", "column 70", "line 30") == "column"
        form.choices["unit-name"] = "cell" if self.unit else "line"
        behind = f"（{form.choices['money-unit']}）" if form.unit_place in ("heading", "both") else ""
        ways = ["one 60", "three-flat 40"] if kind == "group-rows" else ["one 60", "three 25", "three-flat 15"]
        self.money = form.choose("list-money", *ways)
        self.numbered = form.yes("list-number", 0.4)
        self.goal = form.yes("list-goal", 0.85) or kind == "project-rows"
        total = form.plain("single") + behind
        heads = ["序号"] if self.numbered else []
        if self.unit:
            heads.append(form.choose("list-unit-label", "单位名称 4", "预算单位 3", "项目单位 2", "实施单位 2"))
        heads.append(form.plain("name"))
        below = ["^"] * len(heads)
        if self.money == "three":
            heads += [total, "<", "<"]
            below += ["合计", form.plain("fiscal"), form.plain("other")]
        else:
            more = [] if self.money == "one" else [form.plain("fiscal") + behind, form.plain("other") + behind]
            heads += [total, *more]
            below += ["^"] * (1 + len(more))
        if self.goal:
            heads.append(form.choose("list-goal-label", "年度绩效目标 3", "绩效目标 3", "年度目标 3", "总体绩效目标 1"))
            below.append("^")
        self.heads, self.below = heads, below
        for project in self.projects:
            project.goals = project.sentences[:1] if self.goal else []
            project.amounts = {"budgetFen": project.budget, "fiscalFen": project.fiscal, "otherFen": project.other}
            if self.money == "one":
                project.amounts |= {"fiscalFen": None, "otherFen": None}

    def amounts(self, *fen):
        return [amount(self.form, one) for one in (fen[:1] if self.money == "one" else fen)]

    def start(self, number, project):
        """The cells of a project before its indicators."""
        row = [str(number)] if self.numbered else []
        row += [project.unit] if self.unit else []
        row += [project.name, *self.amounts(project.budget, project.fiscal, project.other)]
        return row + ["".join(project.goals)] if self.goal else row

    def total_row(self, width):
        """A row of sums."""
        row = [""] * width
        sums = self.amounts(*(sum(getattr(one, key) for one in self.projects) for key in ("budget", "fiscal", "other")))
        at = self.numbered + self.unit + 1
        row[at:at + len(sums)] = sums
        return row


def group_heads(made):
    """The levels stand side by side, each with one indicator."""
    made.groups = {"cost-first": ["成本指标", "产出指标", "效益指标", "满意度指标"], "old": ["项目完成指标", "项目效益指标", "满意度指标"]}.get(
        made.form.choices["levels"], ["产出指标", "效益指标", "满意度指标"])
    top, below = list(made.heads), ["^"] * len(made.heads)
    for group in made.groups:
        top += [group, "<"]
        below += [made.form.plain("n"), made.form.plain("v")]
    return [top, below]


def group_rows(made, number, project):
    row = made.start(number, project)
    for group in made.groups:
        one = next((one for one in project.indicators if one.category == group), None)
        row += [one.name, value(made.form, one)] if one else ["", ""]
        if one:
            project.rows.append([group, "", one.name, row[-1]])
    return [row]


def indicator_heads(made):
    """The rows of headings, perhaps with one over all columns of indicators."""
    form, lead = made.form, len(made.heads)
    chosen = form.choose("list-columns", *COLUMNS)
    made.names = next(found for way, found in COLUMNS.items() if way.rpartition(" ")[0] == chosen)
    own = [heading(form, name) for name in made.names]
    made.merge = form.choose("list-merge", "rowspan 5", "blank 3", "repeat 3")
    three = made.money == "three"
    heads = [made.heads + own, made.below + ["^"] * len(own)] if three else [made.heads + own]
    if form.yes("list-ind-head", 0.3):
        form.choices["list-head-rows"] = "2"
        heads = [made.heads + ["绩效指标"] + ["<"] * (len(own) - 1), (made.below if three else ["^"] * lead) + own]
    made.levels = form.choose("list-level-merge", "same 5", "repeat 5") if made.merge != "repeat" else "repeat"
    return heads


def indicator_rows(made, number, project):
    """The rows of a project, one an indicator."""
    rows, before = [], None
    start = made.start(number, project)
    goes_on = "^" if made.merge == "rowspan" else ""
    for place, (one, weight) in enumerate(zip(project.indicators, weights(len(project.indicators)))):
        one = dataclasses.replace(one, weight=str(weight), printed={"l1": one.category, "l2": one.type, "n": one.name})
        cells = [cell(made.form, name, one) for name in made.names]
        project.rows.append([one.category, one.type, one.name, right_value(made.names, cells, one)])
        if before and made.levels != "repeat" and one.category == before.category:
            cells[0] = goes_on
            if one.type == before.type:
                cells[1] = goes_on
        before = one
        rows.append((start if place == 0 or made.merge == "repeat" else [goes_on] * len(start)) + cells)
    return rows


def project_heads(made):
    return [made.heads, made.below] if made.money == "three" else [made.heads]


def project_rows(made, number, project):
    return [made.start(number, project)]


# How a list of a kind is headed, and how each of its projects is written.
KINDS = {
    "indicator-rows": (indicator_heads, indicator_rows), "project-rows": (project_heads, project_rows), "group-rows": (group_heads, group_rows)}


def with_sums(made, heads):
    """The rows of all projects, with sums above or below."""
    form, width = made.form, len(heads[0])
    place = form.choose("list-total", "none 60", "top 12", "bottom 20", "department 8")
    above, below = [], []
    if place == "department" and not made.unit:
        form.choices["list-total"] = "none"
    elif place == "department":
        row = made.total_row(width)
        row[made.numbered] = f"{form.random.randint(101, 899)}-{form.town if form.tells_town else form.unit}"
        above = [row]
    elif place == "top":
        above = [["合计", *made.total_row(width)[1:]]]
    rows = [row for number, project in enumerate(made.projects, 1) for row in KINDS[made.kind][1](made, number, project)]
    if place == "bottom":
        below = [["合计", *made.total_row(width)[1:]]]
    return above + rows + below


def project_list(form):
    """The blocks of a list, and its projects."""
    form.title_place = form.choices["title-place"] = "lines"
    if form.year_place == "cell":
        form.year_place = form.choices["year"] = "title"
    form.choices |= {"labels": "plain", "unit-code": "none"}
    if form.unit_place == "cell":
        form.unit_place = form.choices["unit-place"] = "heading"
    kind = form.choose("list", "indicator-rows 72", "project-rows 14", "group-rows 8", "step-rows 6")
    if kind == "step-rows":
        return steps(form)
    made = List(form, kind)
    heads = KINDS[kind][0](made)
    rows = with_sums(made, heads)
    return [*lines_above(form, made.projects[0]), Table(heads + rows)], made.projects


def steps(form):
    """Unit and projects in one column, each level on a line of its own one step down; no amounts."""
    projects = [invent(form, few=True) for _ in range(form.random.choice([2, 3, 3]))]
    kinds = form.yes("step-attr", 0.6)
    heads = ["单位名称、项目名称", form.choose("list-goal-label", "年度绩效目标 3", "绩效目标 3", "项目年度绩效目标 3")]
    heads += ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位"] + (["指标属性"] if kinds else [])

    def line(*cells):
        return [*cells, *[""] * (len(heads) - len(cells))]

    rows = [heads, line(form.unit)]
    for project in projects:
        project.goals = project.sentences[:1]
        project.amounts = dict.fromkeys(("budgetFen", "fiscalFen", "otherFen"))
        category, kind, start = None, None, (project.name, *project.goals)
        for one in project.indicators:
            if one.category != category:
                rows.append(line(*start, one.category))
                category, kind, start = one.category, None, ("", "")
            if one.type != kind:
                rows.append(line("", "", "", one.type))
                kind = one.type
            named = ["定量指标" if one.number else "定性指标"] if kinds else []
            rows.append(line("", "", "", "", one.name, one.sign, one.number or one.text, one.unit, *named))
            project.rows.append([one.category, one.type, one.name, one.sign + one.number + one.unit if one.number else one.text])
    form.choices["unit-name"] = "cell"
    form.unit_place = form.choices["unit-place"] = "none"
    return [*lines_above(form, projects[0]), Table(rows)], projects
