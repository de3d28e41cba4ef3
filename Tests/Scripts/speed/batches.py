"""Batches of invented towns: processor time a town, wall time, memory, and how each grows with their number."""
import json
import math
import re
import shutil
import sys

from checking import PROGRAM, ROOT, goalbook
from speed.measuring import measure

ALL = "全部结果"
# What a town costs at each stage of the way.
STAGES = {"读入、审核（check）": ["check", "--format", "json", "--fail-on", "never"], "数据（--only facts）": ["build", "--only", "facts"],
          ALL: ["build"]}
# Some of the invented towns have mistakes that are reported, none fails.
CODES = (0, 1)


def towns(count, folder):
    """A folder with so many books."""
    path = folder / f"towns{count}"
    if not path.exists():
        measure(sys.executable, ROOT / "Tests/Scripts/make-towns", count, path)
    return path


def stage(words, books, folder, workers, rounds):
    """A stage over a folder of books, by so many workers and so many; the quickest of several rounds in which they take turns."""
    runs = [[one_run(words, books, folder, jobs) for jobs in workers] for _ in range(rounds)]
    return [min(tries, key=lambda run: run.wall) for tries in zip(*runs)]


def one_run(words, books, folder, jobs):
    """One run of a stage."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    output = [] if words[0] == "check" else ["-o", out]
    return measure(PROGRAM, *words[:1], books, *words[1:], *output, "--jobs", jobs, codes=CODES)


def grown(small, large):
    """The exponent with which a cost grows between two batches: 1 is as the towns do."""
    (few, cost), (many, more) = small, large
    return math.log(more / cost) / math.log(many / few)


def batches(figures, folder, sizes, goals):
    """The table of batches; returns the folder of results of the largest."""
    figures.head("批量（随机乡镇，各 K 个）", "每镇CPU毫秒", "用时秒", "内存MB")
    costs = {name: [] for name in STAGES}
    for size in sizes:
        books = towns(size, folder)
        rounds = {1: 20, 20: 5}.get(size, 1)
        for name, words in STAGES.items():
            workers = (1, 2) if name == ALL else (1,)
            runs = stage(words, books, folder, workers, rounds)
            costs[name].append((size, runs[0].cpu))
            for jobs, run in zip(workers, runs):
                figures.told(f"{size}个，{name}，{jobs}个并行", f"{run.cpu / size:.1f}", f"{run.wall / 1_000:.2f}", f"{run.memory:.0f}")
        run, both = runs
        if size == 1:
            figures.judged("一个乡镇，2个并行的用时 / 1个并行", both.wall / run.wall, goals["both"])
        if size == 20:
            figures.judged("20个乡镇，每镇CPU（毫秒，按Typst折算）", run.cpu / size, goals["town"], "{:.0f}")
            figures.at_least("20个乡镇，1个并行的用时 / 2个并行", run.wall / both.wall, goals["workers"])
        if size >= 200:
            figures.judged(f"{size}个乡镇，2个并行的内存（MB）", both.memory, goals["memory"], "{:.0f}")
            page = (folder / "out/index.html").stat().st_size / 1e6
            figures.told(f"{size}个乡镇的 index.html（MB）", f"{page:.2f}")
            if size == 200:
                figures.judged("200个乡镇的 index.html（MB）", page, goals["page"])
    for name, pairs in costs.items():
        if len(pairs) > 1:
            first = 1 if len(pairs) > 2 else 0
            figures.judged(f"{name} 的增长指数（{pairs[first][0]}→{pairs[-1][0]}个）", grown(pairs[first], pairs[-1]), goals["growth"])


def unchanged_night(figures, folder, count, goals):
    """A night in which nothing changed, after one that made everything."""
    workspace = folder / "night"
    goalbook("init", workspace)
    shutil.rmtree(workspace / "inputs")
    shutil.copytree(towns(count, folder), workspace / "inputs")
    first = measure(PROGRAM, "nightly", "--workspace", workspace, codes=(0, 3, 12))
    again = measure(PROGRAM, "nightly", "--workspace", workspace, codes=(0, 3, 12))
    figures.head("每晚的运行", "用时秒")
    figures.told(f"{count}个乡镇，第一晚", f"{first.wall / 1_000:.1f}")
    figures.judged(f"{count}个乡镇，没有变化的一晚（秒）", again.wall / 1_000, goals["night"])


def rolled_up(figures, folder, count, goals):
    """A county of so many towns, from their facts alone."""
    facts = folder / "facts"
    measure(PROGRAM, "build", towns(count, folder), "-o", facts, "--only", "facts", codes=CODES)
    files = list(facts.glob("*/facts.json"))
    size = sum(path.stat().st_size for path in files) / 1e6
    run = measure(PROGRAM, "rollup", facts, "-o", folder / "county", codes=(0, 3))
    towns_told = len(json.loads((folder / "county/rollup.json").read_text(encoding="utf-8"))["towns"])
    figures.head("由 facts.json 汇总", "用时秒", "MB/秒")
    figures.told(f"{towns_told}个乡镇，{size:.0f} MB", f"{run.wall / 1_000:.2f}", f"{size / run.wall * 1_000:.0f}")
    figures.at_least("汇总（MB/秒）", size / run.wall * 1_000, goals["rollup"], "{:.0f}")


def libraries():
    """How many libraries the program has loaded when it tells its version."""
    told = measure(PROGRAM, "--version", environment={"LD_DEBUG": "libs", "LD_BIND_NOW": ""}).output
    return len(set(re.findall(r"calling init: (\S+)", told)))
