"""The block of indicators: headings, levels merged or repeated, rows that nobody filled in, and sums."""
import dataclasses

from forms.columns import cell, columns, heading, right_value

# Columns that may be wider than one.
ROOMY = ("n", "v", "contentname", "explain", "note", "signnum", "n0", "n2", "yearv", "whole")
# Columns that have a stroke where a type is not used.
STROKES = ("n", "v", "contentname", "num", "sub:num", "signnum", "barenum", "yearv", "periodv", "half", "whole", "last", "this", "y0",
           "applied", "approved")


def weights(count):
    """Weights of so many indicators, 90 together where they are few."""
    found = [90 // count // 5 * 5 or 5] * count
    rest, place = 90 - sum(found), 0
    while rest > 0:
        found[place % count] += min(5, rest)
        rest, place = rest - 5, place + 1
    return found


def printed_level(form, text, tail=""):
    style = form.choices["level-text"]
    if style == "broken" and text.endswith("指标"):
        text = text[:-2] + "⏎" + text[-2:]
    elif style == "spaced" and len(text) == 4:
        text = " ".join(text)
    elif style == "breaktail" and len(text) > 6:
        text = text[:4] + "⏎" + text[4:]
    return text + tail


def printed(form, project, names):
    """The indicators with weights, and with names and levels as they are printed."""
    points = ("w" in names or form.evaluates) and form.choose("l1-points", "none 88", "points 12") == "points"
    form.choose("level-text", "plain 82", "broken 8", "spaced 4", "breaktail 6")
    mark = form.choose("name-marks", "none 94", "numbered 4", "指标n 2")
    found, sums = [dataclasses.replace(one) for one in project.indicators], {}
    for one, weight in zip(found, weights(len(found))):
        one.weight = str(weight)
        sums[one.category] = sums.get(one.category, 0) + weight
    for number, one in enumerate(found, 1):
        before = {"none": "", "numbered": f"{number}.", "指标n": f"指标{number}："}[mark]
        tail = f"⏎（{sums[one.category]}分）" if points else ""
        one.printed = {"l1": printed_level(form, one.category, tail), "l2": printed_level(form, one.type), "n": before + one.name}
    return found


def unused(form, last, used):
    """Printed types below a level that nobody filled in."""
    types = []
    if last.category == "产出指标" and form.choices["levels"] == "cost-in-output":
        types = ["时效指标", "成本指标"]
    elif last.category == "效益指标":
        types = ["经济效益指标", "生态效益指标"]
    for name in types:
        if name not in used:
            yield dataclasses.replace(last, type=name, printed={"l1": last.printed["l1"], "l2": printed_level(form, name)})


def lines(form, project, names):
    """(indicator, cells) a row, also rows without an indicator, whose levels are those of the one before."""
    inds = printed(form, project, names)
    leveled = "l2" in names
    dots = leveled and not form.evaluates and form.yes("dots-rows", 0.05)
    empty = leveled and form.yes("unused-types", 0.08)
    stroke = "/" if empty and form.choose("unused-mark", "blank 8", "slash 2") == "slash" else ""
    used, last, found, right = {one.type for one in inds}, None, [], []
    for number, one in enumerate(inds):
        if empty and last and last.category != one.category:
            for blank in unused(form, last, used):
                found.append((blank, [blank.printed.get(name, stroke if name in STROKES else "") for name in names]))
        cells = [cell(form, name, one) for name in names]
        found.append((one, cells))
        right.append([one.category if "l1" in names else "", one.type if leveled else "", one.name, right_value(names, cells, one)])
        ends = number + 1 == len(inds) or inds[number + 1].type != one.type
        if dots and ends and form.random.random() < 0.5:
            found.append((one, [one.printed[name] if name in ("l1", "l2") else "……" if name in ("n", "contentname") else "" for name in names]))
        last = one
    project.rows = right
    return found


def merged(form, found, names):
    """Rows of cells whose levels are merged, blank or repeated."""
    way = form.choose("merge", "rowspan 62", "blank 14", "repeat 16", "l1-rowspan-l2-repeat 8")
    rows, before = [], None
    for one, cells in found:
        row = list(cells)
        for place, name in enumerate(names):
            if name not in ("l1", "l2") or before is None or way == "repeat" or (name == "l2" and way == "l1-rowspan-l2-repeat"):
                continue
            if one.category == before.category and (name == "l1" or one.type == before.type):
                row[place] = "" if way == "blank" else "^"
        before = one
        rows.append(row)
    return rows


def head_lines(form, names, heads):
    """One row of headings, or two where some stand below another."""
    if not any(name.startswith(("sub:", "y-")) for name in names):
        return [heads]
    below = [name.startswith(("sub:", "y-")) or name == "y0" for name in names]
    ways = ["绩效标准 3", "绩效目标值 1"] if names[-1] == "y0" else ["目标值 3", "指标值 3", "绩效标准 1"]
    over = form.choose("over-heading", *ways)
    top = [(over if name in ("sub:sign", "y-2") else "<") if under else head for name, head, under in zip(names, heads, below)]
    return [top, [head if under else "^" for head, under in zip(heads, below)]]


def with_side(form, rows, heads, width):
    """The label of the block stands before it, above it or nowhere."""
    side = form.choices["side"]
    if side == "head-row":
        return [[form.plain("side").replace("⏎", "")] + ["<"] * (width - 1), *rows]
    if side == "none":
        return rows
    label = form.plain("side") if "⏎" in form.plain("side") else form.label("side").replace("\0", "")
    goes_on = "^"
    if form.choices["merge"] == "blank" and form.format not in ("docx", "html"):
        goes_on = form.choose("side-merge", "^ 6", "blank 4").replace("blank", "")
    rows = [[goes_on if number else label, *row] for number, row in enumerate(rows)]
    if heads > 1 and not goes_on:
        rows[1][0] = "^"
    return rows


def sum_rows(form, names, wide):
    """A row that adds up the weights, where there is one."""
    hundred = "#100" if form.format == "xlsx" else "100"
    if form.evaluates and form.yes("total-row", 0.8):
        label, summed = "总分", ("w", "score")
    elif not form.evaluates and "w" in names and form.yes("total-row", 0.12):
        label, summed = "合计", ("w",)
    else:
        return []
    row = wide([label, *(hundred if name in summed else "" for name in names[1:])])
    return [row if form.choices["side"] != "side" else [label, "<", *row[1:]]]


def indicator_rows(form, project, width):
    """Rows of the block and the sums below it, over so many columns; gives the project its right rows."""
    draw, names = form.random, columns(form)
    side = form.choose("side", "side 62", "none 22", "head-row 16")
    found = lines(form, project, names)
    body = merged(form, found, names)
    heads = [heading(form, name) for name in names]
    places = [place for place, name in enumerate(names) if name in ROOMY]
    key = ("spare", width)
    if key not in form.kept:
        form.kept[key] = [draw.choice(places) for _ in range(width - len(names) - (side == "side"))]

    def wide(cells):
        row = []
        for place, text in enumerate(cells):
            row += [text] + ["<"] * form.kept[key].count(place)
        return row

    top = [wide(row) for row in head_lines(form, names, heads)]
    rows = [wide(row) for row in body]
    if form.format in ("docx", "html") and form.yes("heading-again", 0.05) and len(body) > 5 and len(top) == 1:
        # As on a new page; the row behind shows its levels once more.
        at = draw.randint(3, len(body) - 2)
        again = [found[at][0].printed[name] if name in ("l1", "l2") else text for name, text in zip(names, body[at])]
        rows = [*rows[:at], wide(heads), wide(again), *rows[at + 1:]]
    return with_side(form, top + rows, len(top), width), sum_rows(form, names, wide)
