"""Single faults, each of a known kind, planted in a form whose figures are right."""
from decimal import Decimal

from filled.inventing import NUMBERS, REASONS, add_up, number_row


def numeric(form):
    return [row for row in form.rows if row.sign]


def make_missed(draw, form):
    """A row that misses its target with the right points and a reason."""
    places = [place for place, row in enumerate(form.rows) if row.type in NUMBERS and row.weight >= 2]
    if not places:
        return None
    place = draw.choice(places)
    old = form.rows[place]
    for _ in range(60):
        new = number_row(draw, old.category, old.type, old.weight, True)
        if new.points < new.weight - Decimal("0.05"):
            form.rows[place] = new
            return new
    return None


def weights(draw, form):
    row = draw.choice([row for row in form.rows if not row.missed] or form.rows)
    if row.missed:
        return None
    row.weight += draw.choice([1, 2, 5])
    row.points = row.weight
    add_up(form)
    return "form"


def total(draw, form):
    form.total += draw.choice([Decimal(1), Decimal(-1), Decimal("0.5"), Decimal("-2.3"), Decimal("0.18"), Decimal(10), Decimal(-10)])
    return "form"


def execution(draw, form):
    right = form.execution
    wrong = [Decimal(form.scored), right.to_integral_value(), right.quantize(Decimal("0.1")), right - 1, Decimal(form.scored) / 2]
    wrong = [points for points in wrong if abs(points - right) > Decimal("0.02") and 0 <= points <= form.scored]
    if not wrong:
        return None
    form.execution = draw.choice(wrong)
    add_up(form)
    return "form"


def parts(draw, form):
    column = draw.choice([2, 3])
    filled = [part for part in form.funds[1:] if part[column]]
    if not filled:
        return None
    part = draw.choice(filled)
    change = draw.choice([Decimal(1), Decimal("0.5"), Decimal(10)]) * (10000 if form.unit == "元" else 1)
    # More may not have been paid than the budget allows: that is another fault.
    part[column] += -change if column == 3 and part[column] > change else change if column < 3 else 0
    return "form" if sum(one[column] or 0 for one in form.funds[1:]) != form.funds[0][column] else None


def full(draw, form):
    row = make_missed(draw, form)
    if row is None:
        return None
    row.points = row.weight
    add_up(form)
    return row


def ratio(draw, form):
    row = make_missed(draw, form)
    if row is None:
        return None
    wrong = [row.points - 1, row.points / 2, row.points.to_integral_value(), row.weight - 1]
    twice = row.weight * row.weight / 100
    wrong = [points for points in wrong if abs(points - row.points) > Decimal("0.05") and 0 <= points < row.weight]
    wrong = [points for points in wrong if abs(points - twice) > Decimal("0.02")]
    # By the other rule for what must not be exceeded the points may be these.
    if not wrong or row.sign == "≤":
        return None
    row.points = draw.choice(wrong).quantize(Decimal("0.01"))
    add_up(form)
    return row


def blank(draw, form):
    kind = draw.choice(["rate", "points", "total", "paid", "execution"])
    if kind == "points":
        row = draw.choice(form.rows)
        row.points = None
        return row
    form.blank.add(kind)
    return "form"


def reason(draw, form):
    rows = [row for row in numeric(form) if row.missed]
    row = draw.choice(rows) if rows else make_missed(draw, form)
    if row is None:
        return None
    row.reason = draw.choice(["", "", "", "无", "—"])
    add_up(form)
    return row


def lost(draw, form):
    """Points that a person took off, without a word."""
    rows = [row for row in form.rows if not row.missed and row.weight >= 5]
    if not rows:
        return None
    row = draw.choice(rows)
    row.points = row.weight - 1
    row.reason = ""
    if abs(row.points - row.weight * row.weight / 100) < Decimal("0.05"):
        return None
    add_up(form)
    return row


def explained(draw, form):
    """No fault: points that a person took off, with a reason."""
    row = lost(draw, form)
    if row is not None:
        row.reason = draw.choice(REASONS)
    return row


FAULTS = {"E01": weights, "E03": total, "E05": execution, "E06": parts, "E08": full, "E10": ratio, "E12": blank, "E16": reason}
VARIANTS = {"E16": [reason, lost]}


def plant(draw, form, kind):
    """Plants a fault: `form` or the row where it stands; `None` where the form has no place for it."""
    return draw.choice(VARIANTS.get(kind, [FAULTS[kind]]))(draw, form)
