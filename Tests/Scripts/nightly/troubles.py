"""Bad towns, two runs at once, full disks, inputs that cannot be read and a damaged database."""
import contextlib
import os
import re
import sqlite3
import subprocess
import time

from checking import goalbook, report, run, skip
from nightly.place import Place, code_of, name_of


def towns(folder):
    place = Place(folder, 50)
    done = place.nightly()
    report(done.returncode == 0 and not done.stderr and len(place.shown()) == 50, "五十个乡镇", done.stderr[:200])
    old = place.shown()
    for number in range(50):
        place.write(number, 5.00 + number)
    place.input(7).write_bytes(bytes(range(256)) * 40)
    done = place.nightly()
    bad = code_of(7)
    shown, lines = place.shown(), done.stderr.splitlines()
    fresh = sum(shown[code] == place.amounts[code] for code in shown if code != bad)
    page = next(place.current.resolve().glob(f"*-{bad}-*/index.html")).read_text(encoding="utf-8")
    others = [path for path in place.current.resolve().glob("*/index.html") if 'class="stale"' in path.read_text(encoding="utf-8")]
    report(done.returncode == 3 and fresh == 49 and shown[bad] == old[bad], f"一个坏乡镇：{fresh}个新的、1个旧的，退出码{done.returncode}")
    report(re.search(r'class="stale"[^>]*>这里是\d+年\d+月\d+日的结果，没有更新', page) and len(others) == 1, "旧的有注明日期的横幅，别的没有")
    report(len(lines) == 1 and name_of(7) in lines[0] and place.input(7).name in lines[0], "一行说明，点出乡镇和文件", done.stderr.strip())
    report(not list(place.troubles()), "整套结果完整")
    before = place.files()
    again = place.nightly()
    report(again.returncode == 3 and again.stderr == done.stderr and place.files() == before, "第二晚仍是退出码3，什么也没有改写")
    report(goalbook("status", "--workspace", place.folder).returncode == 0, "失败以后 status 的退出码是0")
    place.write(7, 9.99)
    done = place.nightly()
    page = next(place.current.resolve().glob(f"*-{bad}-*/index.html")).read_text(encoding="utf-8")
    report(done.returncode == 0 and not done.stderr and place.shown() == place.amounts and 'class="stale"' not in page, "改好以后恢复")
    place.input(7).write_bytes(b"\0" * 9_000)
    place.nightly()
    place.input(7).unlink()
    done = place.nightly()
    report(done.returncode == 0 and bad not in place.shown() and name_of(7) in done.stderr, "拿走以后不再列出，说明一次", done.stderr.strip())
    done = place.nightly()
    report(done.returncode == 0 and not done.stderr, "下一晚没有话说", done.stderr)


def starts(folder):
    place = Place(folder, 30)
    first = place.start()
    lock = place.folder / "state/lock"
    while not (lock.exists() and lock.read_text()):
        time.sleep(0.01)
    second = place.nightly()
    words = second.stderr.strip()
    report(
        second.returncode == 10 and str(first.pid) in words and re.search(r"\d+年\d+月\d+日 \d\d:\d\d", words), "两次同时开始：第二次退出码10", words
    )
    status = place.status()
    report((status.get("running") or {}).get("process") == first.pid, "status 说明正在运行")
    waiting = place.nightly("--wait", "5m")
    report(first.wait() == 0 and waiting.returncode == 0 and not waiting.stderr, "第一次做完；--wait 等到了")
    first.stderr.close()
    race = [place.start() for _ in range(8)]
    place.write(0, 8.88)
    codes = sorted(process.wait() for process in race)
    for process in race:
        process.stderr.close()
    report(set(codes) <= {0, 10} and 0 in codes, "八次同时开始", str(codes))


@contextlib.contextmanager
def mounted(folder, *words):
    """A mount that goes away again; nothing where that is not permitted."""
    folder.mkdir(exist_ok=True)
    done = run("mount", *words, folder)
    try:
        yield done.returncode == 0
    finally:
        if done.returncode == 0:
            run("umount", "-l", folder)


def disk(folder):
    with mounted(folder / "小盘", "-t", "tmpfs", "-o", "size=24m", "tmpfs") as done:
        if not done:
            skip("磁盘已满、只读：这里不能挂载文件系统（需要 root）")
            return
        place = Place(folder / "小盘", 6)
        report(place.nightly().returncode == 0, "小磁盘上第一次运行")
        run, shown = place.run(), place.shown()
        for number in range(6):
            place.write(number, 7.77)
        stuffing = place.folder.parent / "stuffing"
        for spare in (0, 40_000, 400_000, 1_500_000):
            with contextlib.suppress(OSError), stuffing.open("wb", buffering=0) as file:
                while True:
                    file.write(b"x" * 4096)
            os.truncate(stuffing, stuffing.stat().st_size - spare)
            done = place.nightly()
            good = done.returncode == 11 and "磁盘空间不足" in done.stderr and "原有结果没有改动" in done.stderr
            report(good and place.run() == run and place.shown() == shown and not list(place.troubles()),
                   f"磁盘只剩{spare // 1000}kB：退出码{done.returncode}，原有结果没有改动", done.stderr.strip())
            status = goalbook("status", "--workspace", place.folder)
            report(status.returncode == 0, "status 仍能看", status.stderr.strip())
        stuffing.unlink()
        done = place.nightly()
        report(done.returncode == 0 and place.shown() == place.amounts, "清理磁盘以后恢复", done.stderr)
    place = Place(folder, 3)
    place.nightly()
    run = place.run()
    place.write(0, 6.66)
    out = place.folder / "out"
    with mounted(out, "--bind", str(out)) as done:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(out)], check=done)
        done = place.nightly()
        report(
            done.returncode == 11 and "只读" in done.stderr and place.run() == run and not list(place.troubles()),
            "out 是只读的：退出码11",
            done.stderr.strip(),
        )
        last = place.status().get("last") or {}
        report(last.get("exitCode") == 11 and last.get("outcome") == "failed", "status 记得这次失败")
    done = place.nightly()
    report(done.returncode == 0 and place.shown() == place.amounts, "可以写以后恢复", done.stderr)


def inputs(folder):
    """Root may read everything, so that files are used that nobody can read."""
    place = Place(folder, 5)
    place.nightly()
    ways = {
        "指向自己的链接": lambda path: path.symlink_to(path.name), "指向不存在的文件的链接": lambda path: path.symlink_to("没有"),
        "管道": os.mkfifo, "空文件": lambda path: path.write_bytes(b""), "乱码": lambda path: path.write_bytes(b"\0\1\2" * 999)}
    for number, (what, make) in enumerate(ways.items()):
        path = place.input(number)
        path.unlink()
        make(path)
        done = place.nightly()
        lines = done.stderr.splitlines()
        good = done.returncode == 3 and len(lines) == 1 and name_of(number) in lines[0] and path.name in lines[0]
        report(good and len(place.shown()) == 5 and not list(place.troubles()), f"读不了的输入（{what}）", done.stderr.strip())
        path.unlink()
        place.write(number, 3.60)
    folder_of_inputs, away = place.folder / "inputs", place.folder / "别处"
    folder_of_inputs.rename(away)
    done = place.nightly()
    report(done.returncode == 3 and len(place.shown()) == 5, "整个输入文件夹不见了：保留以前的结果", f"{len(done.stderr.splitlines())}行")
    folder_of_inputs.mkdir()
    done = place.nightly()
    report(
        done.returncode == 4 and len(place.shown()) == 5 and len(done.stderr.splitlines()) == 1,
        "输入文件夹空了（例如网络盘没有挂上）：退出码4，结果还在",
        done.stderr.strip(),
    )
    folder_of_inputs.rmdir()
    away.rename(folder_of_inputs)
    done = place.nightly()
    report(done.returncode == 0 and not done.stderr and len(place.shown()) == 5, "放回来以后恢复", done.stderr)


def state(folder):
    place = Place(folder, 3)
    place.nightly()
    run = place.run()
    place.write(0, 6.66)
    file = place.folder / "state/goalbook.db"
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        done = place.nightly()
        report(done.returncode == 11 and "锁住" in done.stderr and place.run() == run, "数据库被锁住：退出码11", done.stderr.strip())
        done = goalbook("status", "--workspace", place.folder)
        report(done.returncode == 11 and "锁住" in done.stderr, "status 也说明", done.stderr.strip())
        other.execute("ROLLBACK")
    report(place.nightly().returncode == 0 and place.shown() == place.amounts, "放开以后恢复")
    run, good = place.run(), file.read_bytes()
    place.write(0, 5.55)
    file.write_bytes(b"x" * 8_192)
    done = place.nightly()
    report(done.returncode == 11 and "损坏" in done.stderr and place.run() == run, "数据库损坏：退出码11", done.stderr.strip())
    file.unlink()
    done = place.nightly()
    report(done.returncode == 0 and not done.stderr and place.shown() == place.amounts, "移走以后重新生成", done.stderr)
    file.write_bytes(good)
    done = place.nightly()
    report(done.returncode == 0 and place.shown() == place.amounts, "从备份恢复以后也能接着做", done.stderr)
