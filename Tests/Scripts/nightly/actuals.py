"""Actual figures in a workspace: whose they are, what changed of them, and what happens when they cannot be read."""
import json

from checking import report
from nightly.place import Place, code_of, name_of

HEADS = ("单位编码,项目编码,项目名称,截止日期,年初预算数,全年预算数（调整后）,调整原因,累计支出,其中财政,其中上年结转,其中其他,"
         "全年预计支出,原因类别,执行偏差原因,总体目标实际完成情况")
PROJECT = "村卫生室取暖补助"


def write(place, paid, day="2026-06-30"):
    """One file over several towns: what each has paid."""
    lines = [f"{code_of(number)},,{PROJECT},{day},,,,{amount:.2f},,,,,,,为六个卫生室付了取暖费" for number, amount in paid.items()]
    (place.folder / "actuals/执行数据.csv").write_text("\n".join([HEADS, *lines]) + "\n", encoding="utf-8")


def shown(place):
    """The paid money of each town with figures, in hundredths of 万元, by unit code."""
    paid = {}
    for file in place.current.resolve().glob("*/facts.json"):
        book = json.loads(file.read_text(encoding="utf-8"))["books"][0]
        if "monitoring" in book:
            fen = [project["paidFen"] or 0 for project in book["monitoring"]["projects"]]
            paid[book["unit"]["code"]] = sum(fen) // 10_000
    return paid


def banners(place):
    return [path for path in place.current.resolve().glob("*/index.html") if "的执行数据，没有更新" in path.read_text(encoding="utf-8")]


def actuals(folder):
    place = Place(folder, 20)
    place.nightly()
    paid = dict.fromkeys(range(12), 1.0)
    write(place, paid)
    words = place.nightly("--explain").stdout
    report(words.count("有了执行数据") == 12 and words.count("没有变化") == 8, "--explain 说出十二个乡镇有了执行数据、八个没有变化")
    done = place.nightly()
    wanted = {code_of(number): 100 for number in paid}
    report(done.returncode == 0 and not done.stderr and shown(place) == wanted, "facts.json 里有监控，只在报了数的乡镇", done.stderr[:200])
    before = place.files()
    done = place.nightly()
    report(done.returncode == 0 and place.files() == before, "没有变化的一晚什么也没有改写")
    write(place, paid | {3: 1.50})
    words = place.nightly("--explain").stdout
    changed = [line for line in words.splitlines() if "执行数据变了" in line]
    report(len(changed) == 1 and changed[0].startswith(name_of(3)), "只有一行变了的，只重做那个乡镇", "；".join(changed))
    place.nightly()
    report(shown(place) == wanted | {code_of(3): 150}, "新的数")
    broken(place, wanted | {code_of(3): 150})
    (place.folder / "actuals/执行数据.csv").unlink()
    done = place.nightly()
    report(done.returncode == 0 and not shown(place), "拿走以后不再有监控", done.stderr[:200])
    (place.folder / "actuals/说明.docx").write_bytes(b"PK\x03\x04")
    done = place.nightly()
    report(done.returncode == 3 and "说明.docx" in done.stderr, "放错的文件说一次，乡镇照做", done.stderr.strip()[:200])


def broken(place, wanted):
    """The figures cannot be read while a book changes."""
    (place.folder / "actuals/执行数据.csv").write_bytes(bytes(range(256)) * 9)
    place.write(5, 7.77)
    done = place.nightly()
    report(done.returncode == 3 and "执行数据.csv" in done.stderr and len(done.stderr.splitlines()) == 1, "读不了的执行数据：退出码3，一行说明",
           done.stderr.strip()[:200])
    report(shown(place) == wanted and len(banners(place)) == 12, "保留以前的数，有横幅")
    report(place.shown() == place.amounts, "目标书照样更新")
    told = json.dumps(place.status().get("failures"), ensure_ascii=False)
    report("执行数据.csv" in told, "status 里有")
    before = place.files()
    done = place.nightly()
    report(done.returncode == 3 and place.files() == before, "第二晚仍是退出码3，什么也没有改写")
    write(place, dict.fromkeys(range(12), 1.0) | {3: 1.50})
    done = place.nightly()
    report(done.returncode == 0 and not banners(place) and shown(place) == wanted, "改好以后恢复", done.stderr[:200])
