"""Random books with their actual figures: for the program as facts.json and CSV, for the oracle as values."""
import csv
import json
from datetime import date
from fractions import Fraction

from appraisal.oracle import end_of

YEAR = 2026
SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "="}
TYPES = {"产出": ["数量指标", "质量指标", "时效指标", "成本指标"], "效益": ["社会效益指标", "经济效益指标"], "满意度": ["服务对象满意度指标"],
         "成本": ["经济成本指标"]}
REASON = ("其他", "雨季停工，工期顺延")
PROJECTS = ["单位编码", "项目编码", "项目名称", "截止日期", "全年预算数（万元）", "调整原因", "累计支出（万元）", "原因类别", "执行偏差原因"]
INDICATORS = ["项目编码", "序号", "三级", "分值", "截止日期", "实际完成值", "完成程度", "自评得分", "原因类别", "原因说明"]


def written(value):
    """A fraction that is a decimal number, as people write it."""
    scaled = value * 10_000
    digits = f"{abs(int(scaled)):05d}"
    text = (digits[:-4] + "." + digits[-4:]).rstrip("0").rstrip(".")
    return ("-" if value < 0 else "") + text


def settings(random):
    """Settings for the program, and the same for the oracle."""
    preset = random.choice(["national", "national", "hebei", "cost101", "hubei", "guangxi"])
    levels = {"产出": 50, "效益": 30, "满意度": 10}
    cost = {"成本": 20, "产出": 40, "效益": 20, "满意度": 10}
    chosen = {
        "preset": preset, "execution": 10, "levels": levels, "costLevels": cost, "satisfactionTo": "效益", "spread": "tidy",
        "reverse": "A", "reached": 80, "partly": 60, "late": "band", "zeroBudget": "zero", "rule": "multiple", "percent": 130,
        "zeroTarget": 0, "everySign": False, "deducts": False, "adjustment": 20, "standard": "plan", "between": "step",
        "blue": "annual"}
    chosen.update({
        "national": {}, "hebei": {"reverse": "B", "rule": "deviation", "percent": 15}, "cost101": {"levels": cost},
        "hubei": {"execution": 20, "levels": {}, "costLevels": {}, "partly": 50, "standard": "month"},
        "guangxi": {"reverse": "B", "zeroTarget": 30, "everySign": True, "standard": "month"}}[preset])
    own = {}
    for key, values in (("spread", ["tidy", "cents"]), ("reverse", ["A", "B"]), ("late", ["band", "zero"]),
                        ("zeroBudget", ["zero", "full"]), ("between", ["step", "linear"]), ("blue", ["annual", "share"])):
        if random.random() < 0.5:
            own[key] = chosen[key] = random.choice(values)
    if random.random() < 0.4:
        own["overAchievement"] = {"deducts": True}
        chosen["deducts"] = True
    return {"appraisal": {"preset": preset, **own}}, chosen


def value(random, largest=200):
    return Fraction(random.randint(0, largest * 100), 100) if random.random() < 0.6 else Fraction(random.randint(0, largest))


def near(random, target):
    """An actual value: around the target, at the limits of the rules, or anywhere."""
    choice = random.random()
    if choice < 0.25:
        return target
    if choice < 0.4:
        return target * random.choice([2, 3, 5, Fraction(13, 10), Fraction(12, 10), Fraction(1, 2)])
    if choice < 0.45:
        return -value(random)
    if choice < 0.7:
        return target + Fraction(random.randint(-200, 200), 100)
    return value(random, 400)


def make_row(random):
    level = random.choice(["产出", "产出", "产出", "效益", "效益", "满意度", "成本"] if random.random() < 0.3 else
                          ["产出", "产出", "效益", "满意度"])
    row = {"level": level, "type": random.choice(TYPES[level]), "weight": None, "na": random.random() < 0.03,
           "entered": None, "reason": random.random() < 0.97, "completion": None, "unit": ""}
    kind = random.random()
    if kind < 0.8:
        row.update(kind="number", sign=random.choice(list(SIGNS)), unit=random.choice(["", "个", "%", "万元"]))
        row["target"] = Fraction(0) if random.random() < 0.1 else value(random)
        actual = near(random, row["target"])
        row["actual"] = None if random.random() < 0.02 else Fraction(int(actual * 10_000), 10_000)
    elif kind < 0.9:
        row.update(kind="graded", completion=random.choice(["达成", "达成", "部分达成", "未达成"]))
        row["entered"] = None if random.random() < 0.2 else Fraction(random.randint(0, 2_000), 100)
    else:
        row.update(kind="deadline", deadline=end_of(random.choice([6, 9, 12]), YEAR))
        row["done"] = None if random.random() < 0.2 else date(YEAR, random.randint(1, 12), random.randint(1, 28))
        row["entered"] = None if random.random() < 0.3 else Fraction(random.randint(0, 1_000), 100)
    return row


def make_project(random, number):
    rows = [make_row(random) for _ in range(random.randint(1, 14))]
    if random.random() < 0.15:
        for row in rows:
            if random.random() < 0.5:
                row["weight"] = Fraction(random.randint(0, 40), 2)
    initial = random.choice([0, random.randint(1, 10 ** 9), random.randint(1, 500) * 10 ** 6])
    adjusted = initial if random.random() < 0.7 else random.randint(0, 10 ** 9)
    paid = random.choice([adjusted, random.randint(0, max(1, adjusted)), adjusted * 9 // 10, random.randint(0, 10 ** 9)])
    percents = sorted(random.choice([0, 25, 33, 50, 75, 90, 100]) for _ in range(4))
    plan = [(end_of(month, YEAR), None if random.random() < 0.1 else percent)
            for month, percent in zip((3, 6, 9, 12), percents)]
    return {"number": number, "code": f"X{number:05d}", "name": f"项目{number}", "rows": rows, "initial": initial,
            "adjusted": adjusted, "paid": paid, "plan": plan, "reason": random.random() < 0.97}


def target_of(row):
    text = {"by": None, "comparator": None, "kind": "text", "number": None, "unit": None, "text": "良好以上"}
    if row["kind"] == "number":
        sign, unit = SIGNS[row["sign"]], row["unit"]
        text.update(kind="quantity", comparator=sign, number=float(row["target"]), unit=unit,
                    text=f"{sign}{written(row['target'])}{unit}")
    elif row["kind"] == "deadline":
        day = row["deadline"]
        text.update(kind="deadline", by=f"{day.month:02d}-{day.day:02d}", text=f"{day.month}月底前")
    return text


def book(projects):
    """A facts.json of them."""
    made = []
    for project in projects:
        rows = [{"category": row["level"] + "指标", "type": row["type"], "name": f"指标{index}", "description": "", "basis": "",
                 "target": target_of(row)} for index, row in enumerate(project["rows"], 1)]
        made.append({
            "number": project["number"], "name": project["name"], "code": project["code"], "unitCode": "901001",
            "unitName": "某镇", "moneyUnit": "万元", "budgetFen": project["initial"], "fiscalFen": project["initial"],
            "otherFen": 0, "purpose": "", "goals": ["做好"], "indicators": rows,
            "plan": [{"by": f"{at.month:02d}-{at.day:02d}", "percent": percent} for at, percent in project["plan"]],
            "raw": {"budget": "", "fiscal": "", "other": "", "plan": ["", "", "", ""]}})
    return {"schema": "goalbook.facts/1", "books": [{
        "sources": [], "town": "某镇", "county": "某县", "region": "130529", "kind": "镇",
        "unit": {"code": "901001", "name": "某镇"}, "fiscalYear": YEAR, "fiscalYearBasis": "", "partOne": [],
        "overallGoal": "", "subGoals": [], "safeguards": [], "expenseClasses": [], "statements": [], "projects": made,
        "diagnostics": [], "residue": []}]}


def actual_of(row):
    if row["kind"] == "number":
        if row["actual"] is None:
            return ""
        # Money may be told in another unit than the target's.
        if row["unit"] == "万元" and row["inYuan"]:
            return written(row["actual"] * 10_000) + "元"
        return written(row["actual"]) + row["unit"]
    if row["kind"] == "deadline":
        return row["done"].isoformat() if row["done"] else "未完成"
    return ""


def write(folder, projects, day):
    """The book and the figures of a day."""
    (folder / "book.json").write_text(json.dumps(book(projects), ensure_ascii=False), encoding="utf-8")
    with (folder / "执行数据-项目执行.csv").open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(PROJECTS)
        for project in projects:
            reason = REASON if project["reason"] else ("", "")
            lines.writerow([
                "901001", project["code"], project["name"], day, written(Fraction(project["adjusted"], 10 ** 6))
                if project["adjusted"] % 100 == 0 else f"{project['adjusted'] / 10 ** 6:.6f}", reason[1],
                f"{project['paid'] / 10 ** 6:.6f}", *reason])
    with (folder / "执行数据-指标完成.csv").open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(INDICATORS)
        for project in projects:
            for index, row in enumerate(project["rows"], 1):
                reason = REASON if row["reason"] else ("", "")
                lines.writerow([
                    project["code"], index, f"指标{index}", "" if row["weight"] is None else written(row["weight"]), day,
                    actual_of(row), "不适用" if row["na"] else row["completion"] or "",
                    "" if row["entered"] is None else written(row["entered"]), *reason])


def make(random, count):
    projects = [make_project(random, number) for number in range(1, count + 1)]
    for project in projects:
        for row in project["rows"]:
            row["inYuan"] = random.random() < 0.5
    return projects
