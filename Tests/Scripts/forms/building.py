"""Puts a form together from its parts."""
import dataclasses
from decimal import Decimal

from forms.amounts import amount_rows, evaluated_amount_rows
from forms.columns import columns
from forms.drawing import NUMBERED
from forms.goals import evaluated_goal_rows, goal_rows
from forms.grid import Table
from forms.heads import head_rows, prose, prose_rows
from forms.indicators import indicator_rows
from forms.titles import lines_above


def upper_rows(form, project):
    """(what it is for the columns, cells) of all rows above the indicators."""
    parts = {"head": head_rows(form, project)}
    if form.evaluates:
        parts |= {"money": evaluated_amount_rows(form, project), "goal": evaluated_goal_rows(form, project)}
        return parts["head"] + parts["money"] + parts["goal"]
    parts |= {"money": amount_rows(form, project), "goal": goal_rows(form, project), "prose": prose_rows(form, project)}
    order = form.choose(
        "body-order", "head-money-prose-goal 60", "head-prose-money-goal 30", "head-goal-money-prose 5", "head-prose-goal-money 5")
    return [row for part in order.split("-") for row in parts[part]]


def numbered(form, rows):
    """Labels with numbers, in the order of the rows."""
    mark, number, found = form.choose("label-number", "1. 4", "一、 2", "（1） 1"), 0, []
    for key, cells in rows:
        cells = list(cells)
        for place, text in enumerate(cells):
            if not text.startswith(NUMBERED):
                continue
            text = text.removeprefix(NUMBERED)
            # Labels of goals that stand behind another label have none.
            if not key.startswith("goal") or place == 0:
                number += 1
                chinese = "一二三四五六七八九十"[number - 1] + "、" if number < 11 else ""
                text = {"1.": f"{number}.", "一、": chinese, "（1）": f"（{number}）"}[mark] + text
            cells[place] = text
        found.append((key, cells))
    return found


def long_block(form, project, body, width):
    """A block with the whole period's indicators above that of the year."""
    allowed = form.choices["columns"] in ("plain", "content-name", "note-after") and form.choices["side"] == "side"
    if form.choices.get("two-goals", "none") == "none" or not allowed or not form.yes("long-block", 0.45):
        return []
    more = []
    for one in project.indicators:
        if one.number and form.random.random() < 0.7:
            number = one.number if "%" in one.unit else format((Decimal(one.number) * 3).normalize(), "f")
            more.append(dataclasses.replace(one, number=number))
    if not more:
        return []
    rows, _ = indicator_rows(form, dataclasses.replace(project, indicators=more), width)
    rows[0][0] = form.choose("long-block-label", "中期绩效指标 1", "长期绩效指标 1", "实施期绩效指标 1")
    body[0][0] = "年度绩效指标"
    return rows


def close(form, project, width, first):
    """The last row of the table, and the lines behind it."""
    draw, year = form.random, form.year
    way = form.choose("after", "none 66", "note-row 8", "sign-row 5", "note-line 8", "sign-line 10", "measure-row 3")
    if way == "note-row":
        notes = [
            "注：各部门根据各项指标重要程度确定三级指标。", "备注：1.本表由预算单位填报。2.一级指标权重合计90分。",
            "填报说明：绩效指标应细化、量化。"]
        return [[draw.choice(notes)] + ["<"] * (width - 1)], []
    if way == "sign-row":
        return [form.spread(["填报人：" + form.person(), "审核人：" + form.person()], width, "sign", 2)], []
    if way == "measure-row":
        return [form.spread(["保障措施", prose(form, project, "保障措施")], width, "goal2", first)], []
    if way == "note-line":
        return [], ["注：1.其他资金包括自有资金、社会资金等。2.定量指标应有明确的计量单位。"]
    if way == "sign-line":
        date = f"{year + 1 if form.evaluates else year - 1}年11月"
        return [], [f"填报人：{form.person()}　　　　联系电话：　　　　填报日期：{date}{draw.randint(1, 28)}日"]
    return [], []


def build(form, project):
    """The lines and tables of a form; gives the project its right answer."""
    rows = upper_rows(form, project)
    count = len(columns(form))
    side = form.choose("side", "side 62", "none 22", "head-row 16") == "side"
    count += side
    width = max([count] + [len(cells) for _, cells in rows])
    if "width" not in form.kept:
        extra = 0 if width > 7 else form.random.choice([0, 0, 0, 1, 2])
        form.choices["wider"] = str(extra)
        form.kept["width"] = width + extra
    width = max(width, form.kept["width"])
    if form.choices["labels"] == "numbered":
        rows = numbered(form, rows)
    first = int(form.choose("head-span", "1 80", "2 20")) if side and width >= max(count, 6) else 1
    table = [form.spread(cells, width, key, first) for key, cells in rows]
    body, total = indicator_rows(form, project, width)
    long = long_block(form, project, body, width)
    table += long + body + total
    last, behind = close(form, project, width, first)
    table += last
    above = lines_above(form, project)
    if form.title_place == "table":
        table = [[line] + ["<"] * (width - 1) for line in above] + table
        above = []
    # Over two pages it becomes two tables.
    apart = form.format in ("docx", "html") and form.yes("two-tables", 0.04) and not long and form.choices["columns"] != "subcolumns"
    if apart:
        at = len(table) - len(body) - len(total) - len(last)
        return [*above, Table(table[:at]), Table(table[at:]), *behind]
    return [*above, Table(table), *behind]
