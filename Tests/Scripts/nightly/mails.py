"""A mail server that refuses, and mails as files."""
import contextlib
import json
import os
import shutil
import sqlite3
import time

from checking import ROOT, goalbook, report, run
from nightly.place import Place, code_of
from nightly.sink import Sink, parsed


def mail(folder):
    sink = Sink()
    person = f'{{ name: "张书记", address: "zhang@example.cn", towns: ["{code_of(0)}"] }}'
    place = Place(folder, 2, mail=sink.settings(person))
    sink.verdict = "451 4.7.1 greylisted"
    done = place.nightly()
    report(done.returncode == 12 and "451 4.7.1" in done.stderr and not list(place.troubles()), "4xx：退出码12，结果照常", done.stderr.strip())
    done = place.nightly()
    report(done.returncode == 12 and "还有1封邮件没有发出" in done.stderr and "以后的运行再试" in done.stderr and not sink.messages,
           "还没有到再试的时候，不打扰服务器，说明等到什么时候：退出码12", done.stderr.strip())
    sink.verdict = "250 ok"
    with contextlib.closing(sqlite3.connect(place.folder / "state/goalbook.db")) as database, database:
        waits = database.execute("SELECT next_attempt - queued FROM mails").fetchone()[0]
        database.execute("UPDATE mails SET next_attempt = queued")
    done = place.nightly()
    report(done.returncode == 0 and len(sink.messages) == 1 and 800 < waits < 1_000, f"一刻钟（{waits:.0f}秒）以后的运行再试，送到一封")
    done = place.nightly()
    report(done.returncode == 0 and len(sink.messages) == 1, "不再重复")
    sink.verdict = "550 5.1.1 no such user"
    place.write(0, 4.44)
    done = place.nightly()
    report(done.returncode == 12 and "550 5.1.1" in done.stderr and "不再试" in done.stderr, "5xx：退出码12，说明收件人", done.stderr.strip())
    report(place.status()["mails"]["failed"] == 1, "status 记得被拒收的一封")
    trial = goalbook("mail", "--test", "it@example.cn", "--workspace", place.folder)
    report(trial.returncode == 12 and "550 5.1.1" in trial.stderr and not trial.stdout, "mail --test 说明服务器的答复", trial.stderr.strip())
    sink.verdict = "250 ok"
    trial = goalbook("mail", "--test", "it@example.cn", "--workspace", place.folder)
    tried = sink.messages.pop()
    report(trial.returncode == 0 and "250 ok" in trial.stdout and tried[0] == "it@example.cn", "mail --test 寄出一封", trial.stdout.strip())
    again = goalbook("mail", "--retry", "--workspace", place.folder)
    report(again.returncode == 0 and "已发给 zhang@example.cn" in again.stdout and len(sink.messages) == 2, "mail --retry 再发被拒收的",
           again.stdout.strip())
    again = goalbook("mail", "--retry", "--workspace", place.folder)
    report(again.returncode == 0 and len(sink.messages) == 2, "发出过的不再发", again.stdout.strip())
    sink.messages.pop()
    sink.verdict = "451 4.7.1 greylisted"
    place.write(0, 3.33)
    done = place.nightly()
    sink.verdict = "250 ok"
    now = goalbook("mail", place.current)
    report(done.returncode == 12 and now.returncode == 0 and len(sink.messages) == 2, "goalbook mail 立即再试", now.stderr.strip())
    sink.shutdown()
    sink.server_close()
    place.write(0, 2.22)
    done = place.nightly()
    report(
        done.returncode == 12 and "连接不上" in done.stderr and place.shown() == place.amounts,
        "邮件服务器没有开：退出码12，结果照常",
        done.stderr.strip(),
    )
    place.settings(mail=sink.settings('{ address: "x@example.cn", towns: ["999999"] }'))
    done = place.nightly()
    told = "收件人 x@example.cn 的 towns（999999）没有对应的乡镇" in done.stderr
    report(told and done.returncode == 12, "收件人的乡镇不存在：每晚说明", done.stderr.strip())
    limited = Sink()
    people = ", ".join(f'{{ address: "p{number}@example.cn", towns: ["{code_of(0)}"] }}' for number in range(7))
    place.settings(mail=limited.settings(people, "perRun: 3, perMinute: 600"))
    counts = []
    for _ in range(3):
        began = time.monotonic()
        place.nightly()
        counts.append((len(limited.messages), time.monotonic() - began >= 0.2))
    # One more: with other settings the mail that waited is tried at once.
    report([count for count, _ in counts] == [3, 6, 8] and counts[0][1] and counts[1][1], "一次最多三封、一分钟最多六百封", str(counts))


def letters(folder):
    """Mails of the samples, of many towns and of a town whose name would write headers, read back and seen in a browser."""
    place = Place(folder, 60)
    for file in (ROOT / "samples").glob("*.txt"):
        shutil.copy(file, place.folder / "inputs")
    evil = json.loads(goalbook("facts", ROOT / "samples/巨鹿镇.txt").stdout)
    for book in evil["books"]:
        book["town"] = "坏镇\r\nBcc: evil@example.com\r\n\r\n<script>" + "长" * 80
        book["county"] = "坏县\nTo: evil@example.com"
        book["unit"] = {"code": "999999", "name": "坏镇\r\nBcc: evil@example.com本级"}
    (place.folder / "inputs/坏.json").write_text(json.dumps(evil), encoding="utf-8")
    towns = ["巨鹿镇", "柳溪镇", "清风店镇", "999999", code_of(3)]
    people = [f'{{ name: "{town}党委书记", address: "t{number}@example.cn", towns: ["{town}"] }}' for number, town in enumerate(towns)]
    people += ['{ address: "two@example.cn", towns: ["巨鹿镇", "泉坊镇"] }', '{ name: "李县长", address: "county@example.cn", role: "county" }',
               '{ address: "part@example.cn", role: "county", towns: ["巨鹿镇", "泉坊镇", "柳溪镇"] }']
    place.settings(mail=f'from: "巨鹿县财政局绩效管理科 <from@example.cn>", url: "https://czj.example.cn/jixiao", recipients: [{", ".join(people)}]')
    place.write(5, 3.61)
    done = place.nightly()
    # A town of samples/ holds personal numbers; what is wrong with a town goes before what is wrong with the mail.
    report(
        done.returncode == 3 and "柳溪镇" in done.stderr and "mail.smtp.host" in done.stderr, "没有写邮件服务器：说明写在哪里", done.stderr.strip()
    )
    done = goalbook("mail", place.current, "--dry-run", "-o", folder / "eml")
    report(done.returncode == 0 and len(done.stdout.splitlines()) == len(people), "不发送，只写成 .eml", done.stderr)
    folder_of_mails = folder / "eml"
    heads = {path.name: parsed(path.read_bytes()) for path in folder_of_mails.glob("*.eml")}
    evil = [name for name, head in heads.items() if head["Bcc"] or [box.domain for box in head["To"].addresses] != ["example.cn"]]
    report(heads and not evil, "乡镇名称写不进信头", "、".join(evil))
    done = run(ROOT / "Tests/Scripts/check-mail", folder_of_mails)
    print(done.stdout, end="")
    report(done.returncode == 0, "邮件由 Python 和浏览器读回来", done.stderr)
    if "GOALBOOK_EML_DIR" in os.environ:
        shutil.copytree(folder_of_mails, os.environ["GOALBOOK_EML_DIR"], dirs_exist_ok=True)
