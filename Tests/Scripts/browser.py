"""A headless Chromium, driven by its DevTools protocol."""
import base64
import contextlib
import json
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.request

import websocket

KEYS = {"Tab": ("Tab", 9, ""), "Enter": ("Enter", 13, "\r"), "Escape": ("Escape", 27, "")}


class Browser:
    def __init__(self):
        program = shutil.which("chromium")
        if not program:
            raise SystemExit("没有安装 chromium")
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
             "--remote-debugging-port=0", "--remote-allow-origins=*", f"--user-data-dir={self.folder.name}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = pathlib.Path(self.folder.name) / "DevToolsActivePort"
        for _ in range(600):
            if port.exists() and len(port.read_text().split()) == 2:
                break
            time.sleep(0.1)
        self.port = port.read_text().split()[0]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        with contextlib.suppress(OSError):
            self.folder.cleanup()

    def tab(self, **options):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/json/new?about:blank", method="PUT")
        with urllib.request.urlopen(request) as answer:
            return Tab(json.load(answer)["webSocketDebuggerUrl"], **options)


class Tab:
    """One page; `messages` is everything that it said, `requests` every address that it asked for."""

    def __init__(self, url, width=1280, height=900, dark=False, scripts=True, bypass=False):
        self.socket = websocket.create_connection(url, timeout=120, max_size=None)
        self.number = 0
        self.messages = []
        self.requests = []
        self.loaded = False
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.resize(width, height)
        scheme = "dark" if dark else "light"
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        if not scripts:
            self.call("Emulation.setScriptExecutionDisabled", value=True)
        if bypass:
            self.call("Page.setBypassCSP", enabled=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.call("Page.close")
        self.socket.close()

    def resize(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)

    def call(self, method, **parameters):
        self.number += 1
        mine = self.number
        self.socket.send(json.dumps({"id": mine, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == mine:
                if "error" in answer and method != "Page.close":
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer.get("result", {})
            self.hear(answer)

    def hear(self, event):
        kind, content = event.get("method"), event.get("params", {})
        if kind == "Page.loadEventFired":
            self.loaded = True
        elif kind == "Network.requestWillBeSent":
            self.requests.append(content["request"]["url"])
        elif kind == "Log.entryAdded":
            self.messages.append(f"{content['entry']['source']}: {content['entry']['text']}")
        elif kind == "Runtime.exceptionThrown":
            self.messages.append("exception: " + json.dumps(content["exceptionDetails"].get("exception", {}))[:300])
        elif kind == "Runtime.consoleAPICalled":
            self.messages.append("console: " + json.dumps(content["args"])[:300])

    def open(self, path, fragment=""):
        self.loaded = False
        self.call("Page.navigate", url=path.as_uri() + fragment)
        while not self.loaded:
            self.hear(json.loads(self.socket.recv()))
        return self

    def run(self, script):
        """The value of an expression, also where the page's scripts are off."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"], ensure_ascii=False)[:600])
        return answer["result"].get("value")

    def press(self, key):
        name, code, text = KEYS[key]
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code,
                      text=text if kind == "keyDown" else "")

    def type(self, text):
        self.call("Input.insertText", text=text)

    def picture(self, path, whole=True):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 16000), "scale": 1}
        options = {"clip": clip, "captureBeyondViewport": True} if whole else {}
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png", **options)["data"]))

    def paper(self, path, size=(8.27, 11.69)):
        """Prints on a sheet of this size in inches, with the page's own margins."""
        width, height = size
        printed = self.call("Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=True, printBackground=True)
        path.write_bytes(base64.b64decode(printed["data"]))
