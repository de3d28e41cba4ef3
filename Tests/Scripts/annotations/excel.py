"""Looks at an annotated workbook with openpyxl and lxml."""
import re

import openpyxl
from lxml import etree

from annotations.parts import FIRST, MARK, SHEET, changed, local, parts

KINDS = (r"\[Content_Types\]\.xml", r"xl/styles\.xml", r"xl/_rels/workbook\.xml\.rels", r"xl/comments\d+\.xml",
         r"xl/comments/comment\d+\.xml", r"xl/drawings/vmlDrawing\d+\.vml", r"xl/worksheets/[^/]+\.xml",
         r"xl/worksheets/_rels/[^/]+\.rels")
TINT = re.compile(rb'<(\w+:)?conditionalFormatting sqref="[^"]*"><(\w+:)?cfRule type="expression" dxfId="\d+" priority="\d+">'
                  rb'<(\w+:)?formula>LEN\("[^<]*</(\w+:)?formula></(\w+:)?cfRule></(\w+:)?conditionalFormatting>')
DRAWING = re.compile(rb'<(\w+:)?legacyDrawing( xmlns:gbr="[^"]*")? \w+:id="[^"]*"/>')


def other_bytes(old, new):
    """What is changed in the parts beside what notes need."""
    wrong = []
    if more := {name for name in changed(old, new) if not any(re.fullmatch(kind, name) for kind in KINDS)}:
        wrong.append(f"改动了别的部件{sorted(more)}")
    for name in changed(old, new):
        root = etree.fromstring(new[name]) if not name.endswith(".vml") or name not in old else None
        if root is not None and local(root) == "worksheet":
            order = [SHEET.index(local(child)) for child in root if local(child) in SHEET]
            if order != sorted(order):
                wrong.append(f"{name}里元素的次序不对")
            if DRAWING.sub(b"", TINT.sub(b"", new[name])) != DRAWING.sub(b"", old[name]):
                wrong.append(f"{name}去掉批注后与原来不同")
    return wrong


def notes_by_mark(before, after):
    """The cells by the marks in their notes, and what has become of what stood there before."""
    notes, wrong = {}, []
    for sheet in before:
        other = after[sheet.title]
        for row in other.iter_rows():
            for cell in row:
                mine = sheet[cell.coordinate]
                if (mine.value, mine.number_format) != (cell.value, cell.number_format):
                    wrong.append(f"{sheet.title}!{cell.coordinate}的内容变了")
                if mine.comment and mine.comment.text not in (cell.comment.text if cell.comment else ""):
                    wrong.append(f"{sheet.title}!{cell.coordinate}原来的批注不在了")
                if cell.comment:
                    notes |= {mark: (other, cell) for _, mark in MARK.findall(cell.comment.text)}
    return notes, wrong


def troubles(original, annotated, findings):
    """What is wrong with an annotated workbook, in words; and how many findings stand at each kind of place."""
    old, new, counts = parts(original), parts(annotated), {}
    wrong = other_bytes(old, new)
    try:
        before = openpyxl.load_workbook(original)
    except (TypeError, ValueError, KeyError):
        # What it cannot open, it cannot judge: as many marks as findings must be there.
        told = b"".join(new[name] for name in changed(old, new)).decode(errors="replace")
        wrong += [f"没有{finding['code']}的批注" for finding in findings if finding["fingerprint"] not in told]
        return wrong, {"openpyxl打不开原文件": len(findings)}
    after = openpyxl.load_workbook(annotated)
    notes, changes = notes_by_mark(before, after)
    wrong += changes
    if not any("内部资料" in cell.comment.text for sheet in after for row in sheet.iter_rows() for cell in row if cell.comment):
        wrong.append("没有写内部资料")
    tinted = {sheet.title: [area for area, rules in sheet.conditional_formatting._cf_rules.items()
                            for rule in rules if "审核批注" in str(rule.formula)] for sheet in after}
    for finding in findings:
        found = notes.get(finding["fingerprint"])
        if not found:
            wrong.append(f"没有{finding['code']} {finding['message'][:20]}的批注")
            continue
        sheet, cell = found
        where = finding.get("location")
        if not any(line.startswith(FIRST) for line in cell.comment.text.split("\n")):
            wrong.append("批注没有写级别")
        kind = "单元格" if where and where.get("cell") else "其他"
        counts[kind] = counts.get(kind, 0) + 1
        if kind == "单元格":
            if (sheet.title, cell.coordinate) != (where["sheet"], where["cell"]):
                wrong.append(f"{finding['code']}不在{where['sheet']}的{where['cell']}，而在{cell.coordinate}")
            if finding["severity"] == "error" and not any(cell.coordinate in area.sqref for area in tinted[sheet.title]):
                wrong.append(f"{cell.coordinate}有错误，没有底色")
    return wrong, counts
