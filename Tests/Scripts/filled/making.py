"""Makes the file of a seed and a number: filled forms, right or with one fault, and what must be found in it."""
import random

from filled.faults import plant
from filled.inventing import invent
from filled.layouts import LAYOUTS, Laid
from forms.grid import Sheet, Table
from forms.writing import WRITERS

FORMATS = ["docx", "docx", "xlsx", "xlsx", "html", "txt"]


def blocks_of(draw, form, layout, kind):
    laid = Laid(draw, form, layout)
    title = draw.choice(["项目支出绩效自评表", "项目支出绩效自评表", "绩效目标自评表", f"{form.name}支出绩效自评表"])
    year = f"（{form.year}年度）"
    head, money, goals, rows = laid.head(), laid.money(), laid.goals(), laid.indicators() + laid.sums() + laid.footer()
    if draw.random() < 0.3:
        money, goals = goals, money
    if kind != "xlsx" and draw.random() < 0.15:
        return [title, year, Table(head + money + goals), Table(rows)]
    if draw.random() < 0.1 and kind != "txt":
        return [Table([laid.row(title), laid.row(year), *head, *money, *goals, *rows])]
    end = [draw.choice(["注：1.得分不超过分值。2.定量指标若为正向指标，按完成比例计分。", "填表人：　　　　审核人："])] if draw.random() < 0.4 else []
    return [title, year, Table(head + money + goals + rows), *end]


def draw_form(draw, wanted):
    """A form and its layout, with the fault that it has."""
    for _ in range(200):
        layout = draw.choice(LAYOUTS)
        if wanted and wanted not in layout.faults:
            continue
        form = invent(draw, layout)
        if not wanted:
            return form, layout, None
        if wanted == "E12" and layout.total == "head":
            continue
        place = plant(draw, form, wanted)
        if place is not None:
            return form, layout, None if place == "form" else form.rows.index(place) + 1
    raise AssertionError(wanted)


def make(seed, number, folder, kinds):
    """Writes the file; gives its path and, a form each, the fault and the row where it stands."""
    draw = random.Random(f"{seed}/{number}")
    kind = draw.choice(FORMATS)
    blocks, answers = [], []
    for place in range(draw.choice([1, 1, 1, 2, 3])):
        wanted = draw.choice([None, *kinds])
        form, layout, row = draw_form(draw, wanted)
        if place and kind == "xlsx":
            blocks.append(Sheet(f"表{place + 1}"))
        elif not place and kind == "xlsx":
            blocks.append(Sheet("表1"))
        own = blocks_of(draw, form, layout, kind)
        blocks += own if not place or kind == "xlsx" else ["", *own]
        answers.append((wanted, row, layout.name, form.name))
    path = folder / f"f{seed}-{number:04}.{kind}"
    looks = {"txt": draw.choice(["lines", "tabs"]), "break": draw.random() < 0.5, "html": draw.choice(["plain", "word", "nbsp"])}
    WRITERS[kind](path, blocks, looks)
    return path, answers
