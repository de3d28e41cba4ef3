"""Invents a project: its name, amounts, goals and indicators."""
import dataclasses
import re
from decimal import Decimal

from forms.words import MORE_GOALS, SATISFACTION, kinds

CATEGORIES = {"产": "产出指标", "效": "效益指标", "满": "满意度指标", "成": "成本指标"}
TYPES = {
    "产数": "数量指标", "产质": "质量指标", "产时": "时效指标", "产本": "成本指标", "效经": "经济效益指标", "效社": "社会效益指标",
    "效生": "生态效益指标", "效续": "可持续影响指标", "满服": "服务对象满意度指标", "成经": "经济成本指标"}
# The order of the levels in a form whose costs stand first.
ORDER = ["成经", "产数", "产质", "产时", "产本", "效经", "效社", "效生", "效续", "满服"]


@dataclasses.dataclass
class Indicator:
    level: str
    category: str
    type: str
    name: str
    # `text` instead of a sign, a number and a unit where it is no quantity.
    sign: str = ""
    number: str = ""
    unit: str = ""
    text: str = ""
    weight: str = ""
    # Name and levels as they are printed.
    printed: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Project:
    name: str
    what: str
    who: str
    unit: str
    indicators: list
    sentences: list
    budget: int = 0
    fiscal: int = 0
    other: int = 0
    # The right answer: amounts (None: not judged), goals and rows of indicators.
    amounts: dict = dataclasses.field(default_factory=dict)
    goals: list = dataclasses.field(default_factory=list)
    rows: list = dataclasses.field(default_factory=list)


def counts(form, few):
    """How many indicators of each type."""
    draw = form.random.choice
    wanted = {"产数": draw([1, 2, 2, 3, 4]), "产质": draw([1, 1, 2]), "产时": 1, "产本": draw([1, 1, 2]), "效经": draw([0, 0, 1]),
              "效社": draw([1, 1, 2]), "效生": draw([0, 0, 1]), "效续": draw([0, 1, 1]), "满服": 1}
    if form.random.random() < 0.12:
        wanted["满服"] = 2
    if few:
        wanted = {"产数": draw([1, 2]), "产质": 1, "产时": draw([0, 1]), "产本": draw([0, 1]), "效社": 1, "效续": draw([0, 0, 1]), "满服": 1}
    levels = form.choices["levels"]
    if levels in ("cost-first", "cost-last"):
        wanted["成经"] = wanted.pop("产本") or (0 if few else 1)
    if levels == "no-cost":
        wanted.pop("产本")
    return wanted


def indicator(level, name, value):
    found = re.fullmatch(r"([≥≤=])([\d.]+)(.*)", value)
    one = Indicator(level, CATEGORIES[level[0]], TYPES[level], name)
    if found:
        one.sign, one.number, one.unit = found.groups()
    else:
        one.text = value.removeprefix("T:")
    return one


def indicators(form, kind, who, few):
    draw, pool = form.random, {}
    for level, name, value in kind["indicators"] + kinds()[-1]["indicators"]:
        pool.setdefault(level, []).append((name, value))
    pool["成经"] = pool["产本"]
    wanted = counts(form, few)
    order = ORDER if form.choices["levels"] != "cost-last" else ORDER[1:] + ORDER[:1]
    found, seen = [], set()
    for level in order:
        ways = list(pool.get(level, []))
        if level == "满服":
            # The first lot is for nothing, but the forms of a seed would be others without it.
            draw.sample(SATISFACTION, 2)
            ways = [(name, "≥{i:82:98}%") for name in draw.sample(SATISFACTION, 3)]
        draw.shuffle(ways)
        for name, value in ways[:wanted.get(level, 0)]:
            again = level == "满服" and found and found[-1].level == "满服"
            name = form.fill(name, who=draw.choice(kind["who"]) if again else who, what=kind["what"])
            value = form.fill(value)
            if name not in seen:
                seen.add(name)
                found.append(indicator(level, name, value))
    if form.choices["levels"] == "old":
        for one in found:
            one.category = {"产出指标": "项目完成指标", "效益指标": "项目效益指标"}.get(one.category, one.category)
    satisfaction = form.choose(
        "satisfaction", "服务对象满意度指标 80", "服务对象满意度 8", "社会公众或服务对象满意度指标 6", "满意度指标 4", "受益对象满意度指标 2")
    for one in found:
        if one.level == "满服":
            one.type = satisfaction
    return found


def give_amounts(form, project):
    """Budget, fiscal and other money in 分."""
    draw = form.random
    yuan = draw.randint(20, 9000) * draw.choice([100, 200, 500, 1000, 1000])
    if draw.random() < 0.15:
        yuan += draw.randint(1, 99) * 100
    project.budget = yuan * 100
    if form.choose("money-unit", "万元 82", "元 18") == "元" and draw.random() < 0.4:
        project.budget += draw.choice([0, 50, 35, 20, 8])
    project.fiscal = project.budget
    if form.choose("sources", "all-fiscal 62", "mixed 38") == "mixed":
        share = int(project.budget * draw.choice([50, 60, 70, 75, 80, 90, 95]) // 1000000) * 10000
        project.fiscal = share or project.budget // 20000 * 10000 or project.budget
    project.other = project.budget - project.fiscal
    for one in project.indicators:
        if one.name == "项目总成本":
            one.number = format((Decimal(project.budget) / 1000000).quantize(Decimal("0.01")).normalize(), "f")


def invent(form, few=False):
    """A project of a kind that the file has not yet; `few` indicators."""
    draw, used = form.random, form.kept.setdefault("kinds", set())
    kind = draw.choice([one for one in kinds()[:-1] if one["key"] not in used])
    used.add(kind["key"])
    form.choices.setdefault("project", kind["key"])
    name, lead = form.fill(draw.choice(kind["names"])), draw.random()
    if lead < 0.12:
        name = form.town + name
    elif lead < 0.2:
        name = f"{form.year}年{name}"
    elif lead < 0.25:
        name = f"{name}（{draw.choice(['续建', '二期', '县级配套', '第一批'])}）"
    who = draw.choice(kind["who"])
    form.choose("levels", "cost-in-output 60", "cost-first 25", "no-cost 8", "old 4", "cost-last 3")
    rows = indicators(form, kind, who, few)
    own = [form.fill(text, who=who, what=kind["what"]) for text in kind["goals"]]
    draw.shuffle(own)
    more = [form.fill(text, who=who, what=kind["what"]) for text in draw.sample(MORE_GOALS, 3)]
    project = Project(name, kind["what"], who, form.unit, rows, own + more)
    give_amounts(form, project)
    return project
