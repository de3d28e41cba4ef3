"""Invents filled self-evaluation forms whose every figure is right, and plants single faults in them."""
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from forms.words import BUREAUS, PLACE_FIRST, PLACE_SECOND

CENT = Decimal("0.01")
NUMBERS = {
    "数量指标": [("维修村道", "公里", 2, 40), ("开展宣传活动", "场次", 4, 30), ("发放补助人数", "人", 40, 900),
              ("更新路灯", "盏", 20, 300),
              ("培训农户", "人次", 60, 800), ("清理河道", "米", 300, 4000), ("补植树木", "棵", 100, 2000)],
    "质量指标": [("工程验收合格率", "%", 90, 100), ("设施完好率", "%", 85, 98), ("资料归档率", "%", 90, 100)],
    "时效指标": [("任务完成及时率", "%", 90, 100), ("补助发放及时率", "%", 90, 100)],
    "成本指标": [("每公里维修费用", "元", 2000, 90000), ("人均培训费用", "元", 80, 400), ("单场活动费用", "元", 500, 6000)],
    "社会效益指标": [("受益群众", "人", 300, 9000), ("带动就业", "人", 10, 200), ("政策知晓率", "%", 80, 95)],
    "经济效益指标": [("亩均增产", "公斤", 20, 90), ("户均增收", "元", 300, 4000)],
    "生态效益指标": [("植被覆盖率", "%", 40, 90)],
    "满意度指标": [("群众满意度", "%", 85, 95), ("受益对象满意度", "%", 85, 95)]}
GRADES = {
    "社会效益指标": [("基层服务水平", "明显提升"), ("社会治安状况", "持续改善")],
    "可持续影响指标": [("长效管护机制", "健全"), ("项目持续发挥作用", "长期")],
    "生态效益指标": [("人居环境", "明显改善")], "质量指标": [("建设标准", "符合规范")]}
TREE = [("产出指标", ["数量指标", "质量指标", "时效指标", "成本指标"]),
        ("效益指标", ["社会效益指标", "经济效益指标", "生态效益指标", "可持续影响指标"]), ("满意度指标", ["满意度指标"])]
REASONS = [
    "春季低温，部分工作推迟，下年提前安排", "外出务工人员较多，将改在农闲时开展", "材料价格上涨，数量相应减少，今后做好询价",
    "天气原因，工期顺延，已督促施工方"]
NAMES = ["村道维护", "法治宣传", "路灯更新", "河道清理", "农技培训", "困难群众补助", "饮水设施管护", "文化广场建设", "植树绿化", "环境整治"]


def half_up(number):
    return number.quantize(CENT, ROUND_HALF_UP)


def exact(fraction, places=2):
    """A fraction half-up to so many places."""
    scale = 10 ** places
    whole = (fraction.numerator * scale * 2 + fraction.denominator) // (2 * fraction.denominator)
    return Decimal(whole).scaleb(-places)


def plain(number):
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass
class Row:
    category: str
    type: str
    name: str
    sign: str
    target: str
    unit: str
    actual: str
    weight: Decimal
    points: Decimal
    reason: str = ""
    missed: bool = False


@dataclass
class Form:
    name: str
    town: str
    county: str
    bureau: str
    year: int
    unit: str
    scored: int
    # Label, 年初, 全年, 执行; the sum first.
    funds: list = field(default_factory=list)
    rate: str = ""
    execution: Decimal = Decimal(0)
    rows: list = field(default_factory=list)
    total: Decimal = Decimal(0)
    goal: str = ""
    achievement: str = ""
    blank: set = field(default_factory=set)


def spread(draw, points, count):
    """Points over rows in halves, the last taking the rest."""
    weights = []
    left = Decimal(points)
    for place in range(count - 1):
        share = left / (count - place)
        weight = max(Decimal(1), (share * 2).to_integral_value() / 2 + draw.choice([0, 0, 0, 1, -1]))
        weights.append(weight)
        left -= weight
    return [*weights, left]


def right_points(row_sign, target, actual, weight):
    """§5.3 by fractions: more is better but for ≤."""
    met = actual <= target if row_sign == "≤" else actual >= target
    if met:
        return weight, False
    share = Fraction(target) / Fraction(actual) if row_sign == "≤" else Fraction(actual) / Fraction(target)
    return exact(Fraction(weight) * share), True


def number_row(draw, category, kind, weight, missed):
    name, unit, low, high = draw.choice(NUMBERS[kind])
    target = draw.randint(low, high)
    sign = "≤" if kind == "成本指标" else draw.choice(["≥", "≥", "≥", "=", "≥"])
    if missed:
        part = draw.randint(1, max(1, target // 12))
        actual = target + part if sign == "≤" else target - part
    elif sign == "≤":
        actual = target - draw.randint(0, max(1, target // 20))
    elif unit == "%":
        actual = draw.randint(target, 100)
    else:
        actual = target + (0 if sign == "=" else draw.choice([0, 0, 1, max(1, target // 15)]))
    points, is_missed = right_points(sign, target, actual, weight)
    return Row(category, kind, name, sign, str(target), unit, str(actual), weight, points, draw.choice(REASONS) if is_missed else "", is_missed)


def row(draw, category, kind, weight, missed):
    if missed and kind in NUMBERS:
        return number_row(draw, category, kind, weight, True)
    if kind in GRADES and (kind not in NUMBERS or draw.random() < 0.35):
        name, target = draw.choice(GRADES[kind])
        return Row(category, kind, name, "", target, "", draw.choice([target, "达成预期指标", target]), weight, weight)
    if kind == "时效指标" and draw.random() < 0.4:
        month, day = draw.randint(6, 12), draw.randint(5, 28)
        return Row(category, kind, "项目完成时间", "", f"{month}月{day}日前", "", f"{month}月{draw.randint(1, day)}日", weight, weight)
    return number_row(draw, category, kind, weight, missed)


def money(draw, form, labels):
    """Sources of funds, their sum, the rate and its points."""
    factor = Decimal(10000) if form.unit == "元" else Decimal(1)
    count = draw.choice([1, 1, 2, 3])
    parts = []
    slow = draw.random()
    for place, label in enumerate(labels):
        if place < count:
            first = half_up(Decimal(draw.randint(200, 90000)) / 100)
            adjusted = first if draw.random() < 0.7 else half_up(first * Decimal(draw.randint(85, 112)) / 100)
            share = 100 if slow < 0.4 else draw.randint(905, 999) / Decimal(10) if slow < 0.85 else draw.randint(55, 89)
            paid = half_up(adjusted * Decimal(share) / 100)
            parts.append([label, *(half_up(number * factor) for number in (first, adjusted, paid))])
        else:
            parts.append([label, *[draw.choice([Decimal(0), None])] * 3])
    sums = [sum((part[place] or Decimal(0) for part in parts), Decimal(0)) for place in (1, 2, 3)]
    form.funds = [["年度资金总额", *sums], *parts]
    reckon_money(draw, form)
    if Fraction(sums[2]) / Fraction(sums[1]) < Fraction(9, 10):
        form.achievement += "因部分尾款年底前尚未结算，资金没有全部支付，下年抓紧支付。"


def reckon_money(draw, form):
    rate = Fraction(form.funds[0][3]) / Fraction(form.funds[0][2])
    places = draw.choice([2, 2, 2, 1, 0])
    form.rate = f"{exact(rate * 100, places)}%"
    form.execution = exact(rate * form.scored)


def invent(draw, layout):
    """A form without a fault."""
    county = draw.choice(PLACE_FIRST) + draw.choice(PLACE_SECOND) + "县"
    town = draw.choice(PLACE_FIRST) + draw.choice(PLACE_SECOND) + draw.choice(["镇", "乡"])
    name = draw.choice(NAMES) + draw.choice(["项目", "经费", "工程"])
    form = Form(name, town, county, county + draw.choice(BUREAUS), draw.choice([2022, 2023, 2024, 2025]),
                draw.choice(["万元", "万元", "万元", "元"]), layout.scored)
    form.goal = f"完成{form.name}年度任务，改善{town}生产生活条件。"
    form.achievement = f"{form.name}各项工作已开展，{town}生产生活条件得到改善。"
    money(draw, form, layout.funds or ["当年财政拨款"])
    for (category, kinds), points in zip(TREE, layout.scheme):
        chosen = kinds if draw.random() < 0.5 else draw.sample(kinds, draw.randint(1, len(kinds)))
        chosen = [kind for kind in kinds if kind in chosen for _ in range(draw.choice([1, 1, 2]) if kind == "数量指标" else 1)]
        for kind, weight in zip(chosen, spread(draw, points, len(chosen))):
            form.rows.append(row(draw, category, kind, weight, draw.random() < 0.12))
    add_up(form)
    return form


def add_up(form):
    form.total = form.execution + sum((row.points for row in form.rows), Decimal(0))
