"""Looks at an annotated Word document with python-docx and lxml."""
import docx
from lxml import etree

from annotations.parts import FIRST, MARK, W, changed, local, misordered, parts, place, without_marks


def comments(path):
    """Text by number, as python-docx finds the part."""
    document = docx.Document(str(path))
    part = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/comments"))
    root = etree.fromstring(part.blob)
    return {note.get(W + "id"): ("\n".join("".join(p.itertext()) for p in note.iter(W + "p")), note) for note in root.iter(W + "comment")}


def anchors(body):
    """For each comment the elements around its beginning, the text from its beginning to its end, and whether it has a reference."""
    found, open_now = {}, {}
    for element in body.iter():
        name = local(element)
        if name == "commentRangeStart":
            open_now[element.get(W + "id")] = []
            found[element.get(W + "id")] = [list(element.iterancestors()), None, False]
        elif name == "commentRangeEnd":
            found[element.get(W + "id")][1] = "".join(open_now.pop(element.get(W + "id")))
        elif name == "commentReference":
            found[element.get(W + "id")][2] = True
        elif name == "t":
            for words in open_now.values():
                words.append(element.text or "")
    return found


def cell_text(cell):
    return "".join(t.text or "" for p in cell.iter(W + "p") for t in p.iter(W + "t") if next(p.iterancestors(W + "tc"), None) is cell)


def troubles(original, annotated, findings):
    """What is wrong with an annotated document, in words; and how many comments stand at each kind of place."""
    old, new, wrong, counts = parts(original), parts(annotated), [], {}
    main = "word/document.xml"
    allowed = {main, "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}
    if more := changed(old, new) - allowed:
        wrong.append(f"改动了别的部件{sorted(more)}")
    if without_marks(new[main]) != without_marks(old[main]):
        wrong.append("去掉批注后正文与原来不同")
    root = etree.fromstring(new[main])
    wrong += [f"元素的位置不对{where}" for where in set(misordered(root))]
    body, said = root.find(W + "body"), comments(annotated)
    hung = anchors(body)
    if "内部资料" not in next(iter(said.values()))[0]:
        wrong.append("第一条批注没有写内部资料")
    mine = {number: text for number, (text, note) in said.items() if note.get(W + "author") == "审核" and note.get(W + "initials") == "审"}
    wrong += [f"批注{number}没有位置" for number in mine if number not in hung or hung[number][1] is None or not hung[number][2]]
    by_mark = {marks[0][1]: (number, text) for number, text in mine.items() if (marks := MARK.findall(text))}
    for finding in findings:
        if finding["fingerprint"] not in by_mark:
            wrong.append(f"没有{finding['code']} {finding['message'][:20]}的批注")
            continue
        number, text = by_mark[finding["fingerprint"]]
        around, anchored, _ = hung[number]
        if not text.startswith(FIRST) or finding["message"].replace("\n", "") not in text.replace("\n", ""):
            wrong.append(f"批注写的不是{finding['message'][:20]}")
        where = finding.get("location")
        if where and where.get("table") and where.get("cell"):
            cell = place(body, where)
            counts["单元格"] = counts.get("单元格", 0) + 1
            if cell not in around or anchored != cell_text(cell):
                wrong.append(f"{finding['code']} 不在表{where['table']} 第{where['row']}行 第{where['cell']}格，而在“{anchored[:20]}”")
        elif where and where.get("table"):
            counts["项目标题"] = counts.get("项目标题", 0) + 1
            table = place(body, where)
            if table not in around and where.get("heading", "").replace(" ", "") != anchored.replace(" ", ""):
                wrong.append(f"{finding['code']} 不在表{where['table']}的标题上，而在“{anchored[:20]}”")
        elif where and where.get("row"):
            counts["段落"] = counts.get("段落", 0) + 1
            if not anchored.strip():
                wrong.append(f"{finding['code']} 在空白的段落上")
        else:
            counts["全书"] = counts.get("全书", 0) + 1
    return wrong, counts


def changes(original, annotated):
    """How many corrections stand in a document as changes, and what is wrong with them."""
    def texts(path, accepted):
        body = etree.fromstring(parts(path)["word/document.xml"]).find(W + "body")
        lines = []
        for paragraph in body.iter(W + "p"):
            words = []
            for t in paragraph.iter(W + "t", W + "delText"):
                mine = [change for change in t.iterancestors(W + "ins", W + "del") if change.get(W + "author") == "审核"]
                if not mine or (local(mine[0]) == "ins") == accepted:
                    words.append(t.text or "")
            lines.append("".join(words))
        return lines
    root = etree.fromstring(parts(annotated)["word/document.xml"])
    count = sum(change.get(W + "author") == "审核" for change in root.iter(W + "ins", W + "del"))
    old, rejected, accepted = texts(original, False), texts(annotated, False), texts(annotated, True)
    wrong = [] if old == rejected else ["拒绝修订后文字与原来不同"]
    offered = "\n".join(text for text, _ in comments(annotated).values())
    for before, after in zip(old, accepted):
        if before != after and after.strip() not in offered.replace(" ", "") and f"可改为“{after.strip()}”" not in offered:
            wrong.append(f"改成了没有提议过的“{after[:20]}”")
    return count, wrong
