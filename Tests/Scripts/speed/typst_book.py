"""The same book for Typst: cover, contents, texts and tables as goalbook prints them, and the fonts that it uses."""
import os
import pathlib
import sys

import checking


def run(*words):
    """What a program prints; ends the script where it fails."""
    done = checking.run(*words)
    if done.returncode != 0:
        sys.exit(f"{words[0]}：{done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


class Fonts:
    """The files and families that goalbook uses on this machine, by the names that Typst may know them under."""

    def __init__(self, manifest, folder):
        folder.mkdir()
        self.folder = folder
        self.families = {}
        form = "%{file}\t%{family}\t%{fullname}\t%{postscriptname}\n"
        listed = run("fc-list", "--format", form) + "".join(run("fc-scan", "--format", form, path) for path in fetched_fonts())
        faces = [(path, set(",".join(names).split(","))) for path, *names in (line.split("\t") for line in listed.splitlines())]
        for font in manifest["fonts"]:
            names = {font["family"]}
            for path, own in faces:
                if font["family"] in own:
                    names |= own
                    link = folder / pathlib.Path(path).name
                    link.exists() or link.symlink_to(path)
            self.families[font["role"]] = sorted(names) + ["Noto Serif CJK SC"]

    def __getitem__(self, role):
        return "(" + ", ".join(quoted(family) for family in self.families[role]) + ")"


def fetched_fonts():
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    return (cache / "goalbook/fonts/sources").glob("*.otf")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def cell(text, across=1, down=1, place=None):
    options = [f"colspan: {across}"] * (across > 1) + [f"rowspan: {down}"] * (down > 1) + [f"align: {place}"] * (place is not None)
    return f"table.cell({', '.join(options)}{', ' * bool(options)}{quoted(text)})"


def date(by):
    return f"{int(by[:2])}月底"


def project_table(project):
    """The official form in twelve columns, the indicators' heads repeated on each page."""
    raw, plan = project["raw"], list(zip(project["plan"], project["raw"]["plan"]))
    left = "left + horizon"
    cells = [cell("项目编码", 2), cell(project["code"], 4), cell("项目名称", 2), cell(project["name"], 4, place=left)]
    cells += [cell("预算规模及资金用途", 2, 2), cell("预算数", 2), cell(raw["budget"], 2), cell("其中：财政资金", 2)]
    cells += [cell(raw["fiscal"]), cell("其他资金", 2), cell(raw["other"]), cell(project["purpose"], 10, place=left)]
    if plan:
        widths = [10 * (i + 1) // len(plan) - 10 * i // len(plan) for i in range(len(plan))]
        cells.append(cell("资金支出计划（%）", 2, 2))
        cells += [cell(date(point["by"]), width) for (point, _), width in zip(plan, widths)]
        cells += [cell(text, width) for (_, text), width in zip(plan, widths)]
    cells += [cell("绩效目标", 2), cell("\n".join(project["goals"]), 10, place=left)]
    heads = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"]
    cells.append("table.header(" + ", ".join(cell(head, 2) for head in heads) + ")")
    rows = project["indicators"]
    labels = [(row["category"], row["type"]) for row in rows]
    for index, row in enumerate(rows):
        for depth in (1, 2):
            label = labels[index][:depth]
            if index and labels[index - 1][:depth] == label and label[-1]:
                continue
            end = index + 1
            while end < len(rows) and labels[end][:depth] == label and label[-1]:
                end += 1
            cells.append(cell(label[-1], 2, end - index))
        texts = [row["name"], row["description"], row["target"]["text"], row["basis"]]
        cells += [cell(text, 2, place=None if column == 2 else left) for column, text in enumerate(texts)]
    return "#table(columns: (0.9fr, 0.9fr) + (1.05fr,) * 10, align: center + horizon,\n" + ",\n".join(cells) + ")"


def figure_table(heads, rows):
    columns = "(" + ", ".join("1fr" if head == "项目名称" else "auto" for head in heads) + ("" if "项目名称" in heads else ", 1fr") + ")"
    count = len(heads) + ("项目名称" not in heads)
    body = [cell(text) for row in rows for text in row + [""] * (count - len(row))]
    head = [cell(text) for text in heads + [""] * (count - len(heads))]
    return f"#table(columns: {columns}, align: center + horizon, table.header({', '.join(head)}),\n{', '.join(body)})"


def shown(fen):
    return "—" if fen is None else f"{fen / 1_000_000:,.2f}"


def typst_source(book, fonts):
    name = (book["county"] or "") + book["town"]
    title = f"{name}{book['fiscalYear']}年部门预算绩效目标"
    lines = [
        f"#set document(title: {quoted(title)}, author: {quoted(book['unit']['name'])}, date: none)",
        f'#set text(lang: "zh", region: "cn", size: 16pt, font: {fonts["正文"]}, tracking: -0.207pt)',
        '#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, inside: 28mm, outside: 26mm), numbering: "1",',
        f"  header: text(9pt)[#{quoted(title)} #h(1fr)], footer: context align(right, text(14pt)[— #counter(page).display() —]))",
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 13pt, spacing: 13pt)",
        f'#show heading: set text(font: {fonts["黑体"]}, size: 16pt, weight: "regular")',
        f'#show heading.where(level: 1): it => {{ pagebreak(to: "odd", weak: true); align(center, text(22pt, font: {fonts["标题"]}, it.body)) }}',
        "#set table(stroke: 0.5pt, inset: (x: 5.5pt, y: 4pt))",
        f"#show table: it => {{ set text(10.5pt, font: {fonts['表格']}, tracking: 0pt); "
        "set par(justify: false, first-line-indent: 0pt, leading: 4.5pt); it }",
        f"#align(center)[#v(60mm) #text(28pt, font: {fonts['标题']}, {quoted(name)}) #v(20mm) #text(22pt, {quoted(title)})]",
        "#pagebreak()",
        "#outline(title: [目录], depth: 2)",
        "= 第一部分　部门整体绩效目标",
    ]
    for section in book["partOne"]:
        lines.append(f"#heading(level: 2, {quoted(section['heading'])})")
        lines += [f"#par({quoted(paragraph)})" for paragraph in section["paragraphs"]]
    lines.append("= 第二部分　预算项目绩效目标")
    for number, project in enumerate(book["projects"]):
        lines.append("#pagebreak()" if number else "")
        lines.append(f"#align(center, heading(level: 2, {quoted(str(project['number']) + '　' + project['name'] + '绩效目标表')}))")
        unit = (project["unitCode"] or "") + project["unitName"]
        lines.append(f"#text(10.5pt)[#{quoted(unit)} #h(1fr) #{quoted('单位：' + project['moneyUnit'])}]")
        lines.append(project_table(project))
    points = book["schedule"]["points"]
    lines += ["= 附录　项目一览和支出进度", "== 一、项目一览"]
    lines.append(figure_table(["序号", "项目名称", "预算数"] + [date(p["by"]) for p in points] + ["页码"],
                              [[str(p["number"]), p["name"] + " " + p["code"], shown(p["budgetFen"])]
                               + (p["raw"]["plan"] + ["—"] * len(points))[:len(points)] + [str(p["number"])] for p in book["projects"]]))
    lines.append("== 二、支出进度")
    lines.append(figure_table(["时间", "计划累计支出", "占预算比例", "均衡支出比例"],
                              [[date(p["by"]), p["planned"]["shown"], f"{p['sharePercent']}%", f"{p['evenSharePercent']}%"] for p in points]))
    return "\n".join(lines) + "\n"
