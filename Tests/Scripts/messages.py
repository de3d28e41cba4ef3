"""The messages of the program, as they stand in its sources: every Chinese text that a person can be told, with its kind."""
import re

from checking import ROOT

SOURCES = ROOT / "Sources"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# What a text is for, by the call that it stands in, the nearest first.
CALLS = [
    (re.compile(r"\bDiagnostic\($"), "读取"), (re.compile(r"\bViolation\($"), "规则"), (re.compile(r"\bRuleDescription\($"), "规则说明"),
    (re.compile(r"\bFormCheckDescription\($"), "审核自评表"), (re.compile(r"\bUsageError\($"), "用法"),
    (re.compile(r"\bInputFailure\($|\b(Reading|Lexicon|Facts|Json)\w*Error\($"), "读不了"),
    (re.compile(r"\bOption\($|\bBilingual\($|\bOperands\($"), "说明"),
    (re.compile(r"\b(console|invocation)\.\w+\($|\bconsole\.\w+\($"), "运行"),
    (re.compile(r"\b\w*(Error|Failure|Unusable|Trouble)\($"), "运行"), (re.compile(r"\bcheck\($|\bAppraisalCheck\($|\bFormRemark\($"), "核对"),
]
# Folders whose other texts are pages, papers and tables, and words to look for in books.
SHOWN = ("Pages/", "Print/", "Charts/", "Tables/", "BookLayout/", "Typesetting/", "Outputs/", "Text/", "Linting/Tables/", "Linting/Citations/")
FAILING = re.compile(r"(Error|Failure)\w*\.swift$|Platform/|StrayDocument")


class Message:
    def __init__(self, path, line, kind, call, parts):
        self.path, self.line, self.kind, self.call, self.parts = path, line, kind, call, parts

    @property
    def text(self):
        return "。".join(self.parts)

    def __str__(self):
        return f"{self.path}:{self.line}: {self.kind} {self.text}"


class Reader:
    """Walks through a Swift file: strings with what they stand in."""

    def __init__(self, text):
        self.text, self.at, self.line = text, 0, 1

    def strings(self):
        """Each string with its line and the stack of calls around it: (start of call, words before it)."""
        stack, found = [], []
        while self.at < len(self.text):
            two = self.text[self.at:self.at + 2]
            sign = two[:1]
            if two == "//":
                self.skip_to("\n")
            elif sign == '"' or two == '#"':
                line = self.line
                found.append((line, tuple(stack), self.string()))
            elif two == "#/":
                self.at = self.text.find("/#", self.at + 2) + 2 or len(self.text)
            else:
                if sign in "([{":
                    stack.append((self.at, self.text[max(0, self.at - 60):self.at + 1]))
                elif sign in ")]}" and stack:
                    stack.pop()
                self.step()
        return found

    def step(self):
        self.line += self.text[self.at] == "\n"
        self.at += 1

    def skip_to(self, sign):
        end = self.text.find(sign, self.at)
        self.at = len(self.text) if end < 0 else end

    def string(self):
        """The text of the string here; what is put in is shown as …"""
        if self.text.startswith('#"', self.at):
            end = self.text.find('"#', self.at + 2)
            text, self.at = self.text[self.at + 2:end], end + 2
            return text
        mark = '"""' if self.text.startswith('"""', self.at) else '"'
        self.at += len(mark)
        signs = []
        while self.at < len(self.text) and not self.text.startswith(mark, self.at):
            if self.text.startswith("\\(", self.at):
                signs.append(self.insertion())
            elif self.text[self.at] == "\\":
                following = self.text[self.at + 1]
                if following == "\n":
                    self.step()
                    self.step()
                    while self.text[self.at] in " ":
                        self.step()
                    continue
                signs.append({"n": "\n"}.get(following, following))
                self.at += 2
            else:
                signs.append(self.text[self.at])
                self.step()
        self.at += len(mark)
        return re.sub(r"\n\s+", "\n", "".join(signs)).strip("\n")

    def insertion(self):
        begin, depth = self.at + 2, 0
        while self.at < len(self.text):
            sign = self.text[self.at]
            if sign == '"':
                self.string()
                continue
            depth += (sign == "(") - (sign == ")")
            self.step()
            if depth == 0 and sign == ")":
                break
        inner = self.text[begin:self.at - 1]
        name = re.findall(r"[A-Za-z_$][A-Za-z0-9_]*", re.sub(r'"[^"]*"', "", inner))
        return f"‹{name[-1] if name else ''}›" if len(inner) > 24 else f"‹{inner}›"


def kind_of(path, stack):
    for begin, words in reversed(stack):
        for call, kind in CALLS:
            if call.search(words):
                return kind, begin
    if "Linting/Rules/" in path:
        return "规则", None
    if "FormChecks/" in path or "Appraisal/" in path:
        return "核对", None
    return ("运行", None) if FAILING.search(path) or path.startswith(("Commands/", "Delivery/", "Mailing/", "Intake/")) else (None, None)


def is_sentence(text):
    """Whether a text says something; others are words of the field, to be looked for or put together."""
    return len(CHINESE.findall(text)) >= 8 or bool(re.search("请|没有|不能|不是", text))


def messages():
    """All of them in the order of the files; parts of one call together."""
    found = []
    for file in sorted(SOURCES.rglob("*.swift")):
        path = str(file.relative_to(SOURCES))
        calls = {}
        for line, stack, text in Reader(file.read_text(encoding="utf-8")).strings():
            kind, call = kind_of(path, stack)
            if not CHINESE.search(text) or kind is None or (call is None and (path.startswith(SHOWN) or not is_sentence(text))):
                continue
            if call is not None and call in calls:
                calls[call].parts.append(text)
                continue
            message = Message(path, line, kind, call, [text])
            found.append(message)
            if call is not None:
                calls[call] = message
    return found
