"""Books and counties that put pages to the test."""
import json

from checking import ROOT, goalbook, report

TOWNS = 2_000
HOSTILE = [
    "<script>document.title='oh'</script>", "\"><img src=x onerror=\"document.title='oh'\">", "' onmouseover='alert(1)", "]]><!--",
    "javascript:alert(1)", "\u202egpj.exe\u2066", "</style></title></svg><svg onload=alert(1)>", "&lt;b&gt;&#60;&", "一\u2028二",
    "{{name}} ${name} \\(name)", "=HYPERLINK(\"http://example.com\")", "长" * 400, "W" * 300, "../../etc/passwd", "\ufeff\u0301\u0301"]


def hostile_book(scratch):
    """A book whose every text is hostile, as facts."""
    facts = json.loads(goalbook("facts", ROOT / "samples/欢喜庄乡.txt").stdout)
    book = facts["books"][0]
    turn = iter(HOSTILE * 400)

    def spoil(value, key=""):
        if isinstance(value, dict):
            return {name: spoil(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [spoil(one, key) for one in value]
        fixed = ("schema", "kind", "by", "moneyUnit", "comparator", "sha256", "format", "path", "region", "severity", "rule", "fingerprint")
        return next(turn) if isinstance(value, str) and value and key not in fixed else value

    for key in ("projects", "partOne", "overallGoal", "subGoals", "safeguards", "statements", "residue", "town", "county", "unit"):
        if book.get(key):
            book[key] = spoil(book[key])
    book["unit"]["code"] = "901001"
    for key in ("places", "findings", "diagnostics"):
        book.pop(key, None)
    folder = scratch / "恶意"
    folder.mkdir()
    (folder / "facts.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    return folder


def earlier_book(scratch, facts, name):
    """The results of a book as it may have been before: a project less, one more, other amounts, rows and plans."""
    book = facts["books"][0]
    for key in ("places", "findings", "diagnostics"):
        book.pop(key, None)
    dropped, other, cheaper, *rest = book["projects"]
    other["code"], other["name"] = "", "去年有今年没有的项目"
    cheaper["budgetFen"] = cheaper["fiscalFen"] = cheaper["budgetFen"] // 2
    for project in rest:
        for row in project["indicators"][:1]:
            row["name"] = "改过的" + row["name"]
        for point in project["plan"][:1]:
            point["percent"] = 1
    book["projects"] = [other, cheaper, *rest]
    for place, project in enumerate(book["projects"]):
        project["number"] = place + 1
    folder = scratch / f"{name}的原件"
    folder.mkdir()
    (folder / "facts.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    return make(f"{name}以前的结果", folder, scratch / f"{name}以前", "--only", "facts")


def code(text):
    """A project's code: 20 characters and what checks them."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(letters.index(letter) * 3**place for place, letter in enumerate(text))
    return text + letters[(30 - total % 31) % 31]


def great_county(scratch, towns=TOWNS):
    """The facts of so many small towns."""
    facts = json.loads(goalbook("facts", ROOT / "samples/巨鹿镇.txt").stdout)
    book = facts["books"][0]
    wrong = {finding["project"] for finding in book["findings"] if finding["severity"] == "error"}
    faulty = [project for project in book["projects"] if project["number"] in wrong][:3]
    # Budgets are made up: no cost that is stated in money may contradict them.
    clean = [
        project for project in book["projects"]
        if project["number"] not in wrong and not any("元" in row["target"]["text"] for row in project["indicators"])][:3]
    for key in ("places", "findings", "diagnostics"):
        book.pop(key, None)
    book["statements"] = []
    folder = scratch / f"{towns}个乡镇"
    for number in range(towns):
        region = f"13{number // 50 % 10 + 1:02}{number // 500 + 21}"
        book["region"], book["county"] = region, f"第{number // 50 + 1}县"
        book["town"] = f"第{number + 1}镇"
        book["unit"] = {"code": f"{100000 + number}", "name": f"第{number + 1}镇本级"}
        book["projects"] = faulty if number % 3 == 0 else clean
        for place, project in enumerate(book["projects"]):
            project["number"] = place + 1
            project["unitCode"], project["unitName"] = book["unit"]["code"], book["unit"]["name"]
            project["code"] = code(f"{region}24P{number:07}{place:04}")
            project["budgetFen"] = project["fiscalFen"] = (number * 7919 % 5000 + 1) * 10000 * (place + 1)
        path = folder / f"{number // 50}"
        path.mkdir(parents=True, exist_ok=True)
        (path / f"{number}.facts.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    return folder


def make(what, source, target, *options):
    done = goalbook("build", source, "-o", target, *options)
    good = done.returncode in (0, 3)
    report(good and (target / "index.html").exists(), f"生成{what}", "" if good else done.stderr.strip()[-300:])
    return target
