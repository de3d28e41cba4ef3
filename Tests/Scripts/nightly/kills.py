"""The run killed at random moments."""
import contextlib
import hashlib
import json
import os
import random
import signal
import subprocess
import threading
import time

from checking import report
from nightly.place import Place, code_of, name_of
from nightly.sink import Sink, identities, parsed


class Reader(threading.Thread):
    """Looks at the results all the time, as people do."""

    def __init__(self, place):
        super().__init__(daemon=True)
        self.place, self.looks, self.bad, self.stop = place, 0, [], False
        self.start()

    def run(self):
        while not self.stop:
            folder = self.place.current.resolve()
            try:
                outputs = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["outputs"]
                for entry in outputs:
                    if hashlib.sha256((folder / entry["path"]).read_bytes()).hexdigest() != entry["sha256"]:
                        self.bad.append(entry["path"])
            except (OSError, ValueError) as error:
                self.bad.append(str(error))
            self.looks += 1
            time.sleep(0.05)


def kills(folder, count):
    towns = 6
    sink = Sink(delay=0.03)
    people = ", ".join(
        [f'{{ name: "书记{number}", address: "t{number}@example.cn", towns: ["{code_of(number)}"] }}' for number in range(towns)]
        + ['{ address: "county@example.cn", role: "county" }', '{ address: "it@example.cn", role: "admin" }'])
    place = Place(folder, towns, mail=sink.settings(people))
    began = time.monotonic()
    done = place.nightly()
    length = time.monotonic() - began
    report(done.returncode == 0 and not done.stderr, "第一次运行", f"{length:.1f}秒，{len(sink.messages)}封邮件" + done.stderr)
    snapshots, reader = [dict(place.amounts)], Reader(place)
    mixed, hung, killed, window, phases = [], [], 0, set(), {}
    while killed < count:
        for number in random.sample(range(towns), random.randint(1, 2)):
            place.write(number, random.randint(100, 99_999) / 100)
        snapshots.append(dict(place.amounts))
        for number in range(towns):
            # What two runs in a row were killed at is set aside as long as it is the same file.
            place.input(number).touch()
        process = place.start()
        with contextlib.suppress(subprocess.TimeoutExpired):
            # A run that ended before its time teaches where the time is.
            process.wait(random.uniform(0, length))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
            queued = {f"<{identity}>" for identity, state in place.ledger("message_id, state") if state == "queued"}
            window |= queued & set(identities(sink))
            left = place.folder / "out"
            phase = ("有未完成的结果" if list(left.glob("runs/.new-*")) else
                     "已换入" if place.shown() == place.amounts else "还没有开始生成")
            phases[phase] = phases.get(phase, 0) + 1
        elif process.returncode != 0:
            hung.append(f"退出码{process.returncode}：{process.stderr.read()[:200]}")
        else:
            length = length * 0.97 + 0.01
        process.stderr.close()
        mixed += list(place.troubles())
        if place.shown() not in snapshots:
            mixed.append("显示的不是任何一次输入的结果")
    for _ in range(2):
        done = place.nightly()
        if done.returncode != 0 or done.stderr.replace("\n", "") and "没有做完就被中止" not in done.stderr:
            hung.append(f"退出码{done.returncode}：{done.stderr[:200]}")
    reader.stop = True
    reader.join()
    mixed += list(place.troubles())
    words = "，".join(f"{phase}{number}次" for phase, number in sorted(phases.items()))
    report(killed == count, f"随机终止{killed}次", words)
    report(not mixed and place.shown() == place.amounts, "混合状态0次", "；".join(map(str, mixed[:4])) or "结果是最后的输入")
    report(not reader.bad and reader.looks > count, f"旁边的读者看了{reader.looks}次，没有一次不完整", "；".join(reader.bad[:4]))
    report(not hung, "不用人工解锁，下次运行都能接着做", "；".join(hung[:3]))
    seen = identities(sink)
    repeated = {identity for identity in seen if seen.count(identity) > 1}
    report(repeated <= window, f"重复的 Message-ID {len(repeated)}个，都在“服务器已收、台账未记”的一刻（共{len(window)}次）",
           "，".join(sorted(repeated - window)))
    ledger = place.ledger("message_id, state, recipient")
    lost = [row for row in ledger if row[1] != "sent" or f"<{row[0]}>" not in seen]
    strange = set(seen) - {f"<{row[0]}>" for row in ledger}
    report(not lost and not strange, f"台账{len(ledger)}封都已送到，一封不丢", str((lost[:2], list(strange)[:2])) if lost or strange else "")
    wrong = []
    for number in range(towns):
        mine = [message for recipient, message in sink.messages if recipient == f"t{number}@example.cn"]
        amount = f"{place.amounts[code_of(number)] / 100:,.2f}"
        if f"【项目预算总额】{amount}万元" not in parsed(mine[-1]).get_body(("plain",)).get_content():
            wrong.append(f"{name_of(number)}：{parsed(mine[-1])['Subject']}，应为{amount}")
    report(not wrong, "每位领导最后收到的是最后的数字", "；".join(wrong))
    left = [str(path) for path in (place.folder / "out").rglob(".*")]
    report(not left, "没有留下半成品", "，".join(left[:3]))
