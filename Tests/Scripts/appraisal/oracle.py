"""Points and lamps of monitoring and self-evaluation, reckoned in fractions and independently of the program."""
from datetime import date
from fractions import Fraction

RISING = (">=", ">", "=")


def half_up(value, places=2):
    """A number rounded half-up, as a fraction."""
    scaled = abs(value) * 10 ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10 ** places)


def spread(points, rows, mode):
    """The weights of rows without any."""
    cents = int(points * 100)
    if mode == "cents":
        return [Fraction(cents // rows + (1 if row < cents % rows else 0), 100) for row in range(rows)]
    base = cents // (50 * rows) * 50
    weights = [base] * rows
    rest = cents - base * rows
    if rest > base:
        row = rows - 1
        while rest >= 50:
            weights[row] += 50
            rest -= 50
            row -= 1
    weights[-1] += rest
    return [Fraction(weight, 100) for weight in weights]


def shared(scheme, present, heir):
    """The points of the level ones that have rows."""
    points = {level: value for level, value in scheme.items() if level in present}
    lost = {level: value for level, value in scheme.items() if level not in present}
    if heir in points and "满意度" in lost:
        points[heir] += lost.pop("满意度")
    rest, whole = sum(lost.values()), sum(points.values())
    if rest and whole:
        order = [level for level in ("成本", "产出", "效益", "满意度") if level in points]
        left = rest
        for level in order:
            part = Fraction(int(rest * points[level] * 100 / whole), 100)
            points[level] += part
            left -= part
        points[order[-1]] += left
    return points


def weights(rows, settings):
    """A weight a row, and whether they are 100 with execution."""
    has_cost = any(row["level"] == "成本" and not row["na"] for row in rows)
    scheme = settings["costLevels"] if has_cost and settings["costLevels"] else settings["levels"]
    levels = ["指标" if not scheme else row["level"] if row["level"] in scheme else "产出" for row in rows]
    scheme = dict(scheme) or {"指标": 100 - settings["execution"]}
    present = {level for level, row in zip(levels, rows) if not row["na"]}
    points = shared({level: Fraction(value) for level, value in scheme.items()}, present, settings["satisfactionTo"])
    result = [Fraction(0)] * len(rows)
    for level in present:
        mine = [index for index, other in enumerate(levels) if other == level]
        counted = [index for index in mine if not rows[index]["na"]]
        blank = [index for index in counted if rows[index]["weight"] is None]
        for index in counted:
            result[index] = rows[index]["weight"] or Fraction(0)
        if blank:
            rest = max(Fraction(0), points.get(level, Fraction(0)) - sum(result[index] for index in counted))
            for index, weight in zip(blank, spread(rest, len(blank), settings["spread"])):
                result[index] = weight
        else:
            dropped = sum((rows[index]["weight"] or Fraction(0) for index in mine if rows[index]["na"]), Fraction(0))
            for index, more in zip(counted, spread(dropped, len(counted), "cents")):
                result[index] += more
    return result, bool(rows) and sum(result) + settings["execution"] == 100


def execution(adjusted, paid, settings):
    """Rate (None without a budget) and points."""
    weight = Fraction(settings["execution"])
    if adjusted <= 0:
        return None, weight if paid == 0 and settings["zeroBudget"] == "full" else Fraction(0)
    rate = Fraction(paid, adjusted)
    return rate, min(weight, half_up(weight * rate))


def number(row, weight, settings):
    """Points, whether the target was missed, and whether it was far exceeded."""
    sign, target, actual = row["sign"], row["target"], row["actual"]
    actual = max(actual, Fraction(0))
    if sign in (">=", ">") or (sign == "=" and target != 0):
        missed = target > 0 and actual < target
        points = half_up(weight * actual / target) if missed else weight
        if not missed and sign != "=" and settings["deducts"] and target > 0:
            for multiple, kept in ((5, 70), (3, 80), (2, 90)):
                if actual >= multiple * target:
                    points = half_up(weight * Fraction(kept, 100))
                    break
    elif sign == "=":
        missed = actual != 0
        points = Fraction(0) if missed else weight
    else:
        missed = actual > target
        if not missed:
            points = weight
        elif target <= 0:
            points = Fraction(0)
        elif settings["reverse"] == "A":
            points = half_up(weight * target / actual)
        else:
            points = half_up(weight * (1 - (actual - target) / target)) if actual < 2 * target else Fraction(0)
    return points, missed, far(sign, target, actual, settings)


def far(sign, target, actual, settings):
    if settings["rule"] == "deviation":
        if sign == ">=" and target > 0:
            return half_up((actual - target) / target * 100) > settings["percent"]
        return sign == "=" and actual > target
    if not settings["everySign"] and sign not in (">=", ">"):
        return False
    if target == 0:
        return settings["zeroTarget"] > 0 and actual >= settings["zeroTarget"]
    return actual * 100 >= target * settings["percent"] if target > 0 else False


def band(completion, weight, settings):
    upper = half_up(weight * settings["reached"] / 100)
    lower = half_up(weight * settings["partly"] / 100)
    cent = Fraction(1, 100)
    return {"达成": (upper, max(upper, weight)), "部分达成": (lower, max(lower, upper - cent)),
            "未达成": (Fraction(0), max(Fraction(0), lower - cent))}[completion]


def graded(completion, entered, weight, settings):
    if entered is None:
        return (weight, False) if completion == "达成" else (None, True)
    low, high = band(completion, weight, settings)
    return (entered if low <= entered <= high else None), completion != "达成"


def dated(row, weight, settings):
    done, deadline, entered = row["done"], row["deadline"], row["entered"]
    if done is not None and done <= deadline:
        return weight, False
    if settings["late"] == "zero":
        return Fraction(0), True
    high = band("部分达成" if done is not None and done.year == deadline.year else "未达成", weight, settings)[1]
    return (entered if entered is not None and 0 <= entered <= high else None), True


def evaluate(project, settings):
    """What the program must say of a project."""
    whole_weights, is_whole = weights(project["rows"], settings)
    rate, points = execution(project["adjusted"], project["paid"], settings)
    withheld = not is_whole
    told = project["reason"]
    if (rate is not None and rate < Fraction(9, 10)) or project["paid"] > project["adjusted"]:
        withheld |= not told
    change = abs(project["adjusted"] - project["initial"])
    if change * 100 > settings["adjustment"] * abs(project["initial"]):
        withheld |= not told
    judged = []
    for row, weight in zip(project["rows"], whole_weights):
        if row["na"]:
            withheld |= not row["reason"]
            judged.append((Fraction(0), None))
            continue
        is_far = False
        if row["kind"] == "number":
            if row["actual"] is None:
                got, missed = Fraction(0), True
            else:
                got, missed, is_far = number(row, weight, settings)
        elif row["kind"] == "graded":
            got, missed = graded(row["completion"], row["entered"], weight, settings)
        else:
            got, missed = dated(row, weight, settings)
        if got is None or ((missed or got < weight or is_far) and not row["reason"]):
            withheld = True
        judged.append((weight, got))
    total = None if withheld else points + sum(got or Fraction(0) for _, got in judged)
    grade = None if total is None else next(
        (name for name, least in (("优", 90), ("良", 80), ("中", 60)) if total >= least), "差")
    return {"rate": None if rate is None else half_up(rate * 100), "points": points, "rows": judged, "total": total,
            "grade": grade, "isWhole": is_whole}


def standard(plan, day, settings):
    """What share of the money is due by a day; None without a plan."""
    if settings["standard"] == "month":
        return Fraction(day.month, 12)
    if all(percent is None for _, percent in plan):
        return None
    filled, last = [], Fraction(0)
    for at, percent in plan:
        last = last if percent is None else Fraction(percent)
        filled.append((at, last))
    before = [entry for entry in filled if entry[0] <= day]
    behind = [entry for entry in filled if entry[0] > day]
    if not before:
        return Fraction(0)
    at, share = before[-1]
    if settings["between"] == "linear" and behind:
        share += (behind[0][1] - share) * Fraction((day - at).days, (behind[0][0] - at).days)
    return share / 100


def colour(value):
    return "red" if value < 60 else "yellow" if value < 80 else "green"


def row_lamp(row, day, settings):
    """Lamp and value of an indicator."""
    if row["na"]:
        return None, None
    if row["kind"] == "graded":
        return {"达成": "green", "部分达成": "yellow", "未达成": "red"}[row["completion"]], None
    if row["kind"] == "deadline":
        done, deadline = row["done"], row["deadline"]
        if done is not None and done <= day:
            return ("green" if done <= deadline else "yellow"), None
        return ("green" if day <= deadline else "red"), None
    if row["actual"] is None:
        return "grey", None
    sign, target, actual = row["sign"], row["target"], max(row["actual"], Fraction(0))
    if row["type"] in ("质量指标", "时效指标", "成本指标", "经济成本指标") or sign not in RISING or target <= 0:
        if sign in (">=", ">"):
            inside = target <= 0 or actual >= target
        elif sign == "=":
            inside = actual == 0 if target == 0 else actual >= target
        else:
            inside = actual <= target if sign == "<=" else actual < target
        return ("green" if inside else "red"), None
    month = 12 if row["unit"] == "%" else day.month
    value = 100 * actual / (target * Fraction(month, 12))
    lamp = colour(value)
    is_far = value >= 120 if settings["blue"] == "share" else actual * 10 >= target * 12
    return ("blue" if lamp == "green" and is_far else lamp), half_up(value)


def monitor(project, day, settings):
    """What the program must say of a project at a day."""
    adjusted, paid = project["adjusted"], project["paid"]
    due = standard(project["plan"], day, settings)
    rate = Fraction(paid, adjusted) if adjusted > 0 else Fraction(0)
    value = None
    if due is None:
        lamp = "grey"
    elif due == 0 or adjusted <= 0:
        lamp = "green"
    else:
        exact = 100 * rate / due
        value, lamp = half_up(exact), colour(exact)
    rows = [row_lamp(row, day, settings) for row in project["rows"]]
    order = ["red", "yellow", "grey", "green", "blue"]
    worst = min([lamp] + [row[0] for row in rows if row[0] is not None], key=order.index)
    return {"rate": half_up(rate * 100), "standard": None if due is None else half_up(due * 100), "value": value,
            "rows": rows, "lamp": worst}


def end_of(month, year):
    return date(year, month, {6: 30, 9: 30}.get(month, 31))
