"""How forms are laid out: the national one, that of the 衔接资金, those of 湖北, 四川, 云南 and 河北, and departments' own."""
from dataclasses import dataclass, field
from decimal import Decimal

from filled.inventing import exact, plain

LEVELS = ["l1", "l2", "name"]
HEADINGS = {
    "l1": ["一级指标"], "l2": ["二级指标"], "name": ["三级指标", "三级指标", "指标名称"],
    "target": ["年度指标值", "年度指标值", "指标值", "年度指标值（A）", "年初目标值"],
    "actual": ["实际完成值", "实际完成值", "全年实际值", "完成值", "全年完成值（B）"],
    "weight": ["分值", "分值", "权重", "分值（权重）"], "score": ["得分", "得分", "自评得分"],
    "reason": ["偏差原因分析及改进措施", "未完成原因及拟采取的改进措施", "偏差原因分析", "未完成原因分析"],
    "sign": ["指标性质", "符号"], "number": ["指标值"],
    "unit": ["度量单位", "计量单位"], "note": ["备注"]}
MONEY = {
    "first": ["年初预算数", "年初预算"], "adjusted": ["全年预算数", "全年预算数（A）", "调整后预算数"],
    "paid": ["全年执行数", "全年执行数（B）", "预算执行数"],
    "weight": ["分值", "权重"], "rate": ["执行率", "执行率（B/A）", "预算执行率"], "score": ["得分"]}
SOURCES = ["其中：当年财政拨款", "上年结转资金", "其他资金"]


@dataclass
class Layout:
    name: str
    columns: list
    money: list = field(default_factory=lambda: ["first", "adjusted", "paid", "weight", "rate", "score"])
    scheme: tuple = (50, 30, 10)
    scored: int = 10
    funds: list = field(default_factory=lambda: SOURCES)
    # Where 总分 stands: in a row with both sums, in a row of the indicators alone, or beside 自评得分 in the head.
    total: str = "row"
    reason: str = "column"
    faults: tuple = ("E01", "E03", "E05", "E06", "E08", "E10", "E12", "E16")


PROVINCE = ["其中：财政资金", "财政专户管理资金", "单位资金", "其他资金"]
LAYOUTS = [
    Layout("national", [*LEVELS, "target", "actual", "weight", "score", "reason"]),
    Layout("national", [*LEVELS, "target", "actual", "weight", "score", "reason"], scheme=(60, 20, 10)),
    Layout("weight first", [*LEVELS, "weight", "target", "actual", "score", "reason"], money=["adjusted", "paid", "weight", "rate", "score"]),
    Layout("values first", [*LEVELS, "target", "weight", "actual", "score", "reason"]),
    Layout("three columns", [*LEVELS, "sign", "number", "unit", "actual", "weight", "score", "reason"], total="grade"),
    Layout("hubei", [*LEVELS, "target", "actual", "score"], money=["adjusted", "paid", "rate", "score"], scheme=(40, 30, 10), scored=20,
           funds=[], reason="footer", faults=("E03", "E05", "E12")),
    Layout("sichuan", [*LEVELS, "sign", "number", "unit", "actual", "weight", "score", "reason"], funds=PROVINCE, total="indicators"),
    Layout("head total", [*LEVELS, "weight", "target", "actual", "score", "reason"], total="head"),
    Layout("hebei", [*LEVELS, "weight", "sub:sign", "sub:number", "sub:unit", "actual", "score", "reason"], total="row",
           money=["adjusted", "paid", "rate"], faults=("E01", "E03", "E05", "E06", "E08", "E10", "E16"))]


class Laid:
    """The blocks of a form, with the words by which a finding of it is known."""

    def __init__(self, draw, form, layout):
        self.draw, self.form, self.layout = draw, form, layout
        ways = {**HEADINGS, **{"m:" + key: words for key, words in MONEY.items()}}
        self.words = {key: draw.choice(words) for key, words in ways.items()}
        self.width = len(layout.columns) + 1
        self.numbers = draw.random() < 0.6
        # Ways of writing that change nothing.
        self.marked = not self.numbers and draw.random() < 0.15
        self.told = draw.random() < 0.4
        self.wordy = draw.random() < 0.3
        self.unused = draw.random() < 0.3

    def figure(self, value, places=2):
        """A number as text, or as a workbook's own number."""
        if value is None:
            return ""
        text = plain(value) if self.draw.random() < 0.7 else format(value, "f")
        if self.marked:
            return text + "分"
        return f"#{plain(value)}" if self.numbers else text

    def amount(self, value):
        if value is None:
            return self.draw.choice(["", "0"])
        return f"#{value}@0.00" if self.numbers else format(value, ".2f") if self.form.unit == "万元" else plain(value)

    def row(self, *cells):
        """A row of the whole table, its last cell reaching to the end."""
        return [*cells, *["<"] * (self.width - len(cells))]

    def pairs(self, *cells):
        """Labels and values, two pairs over the width."""
        half = self.width // 2
        left = [cells[0], cells[1], *["<"] * (half - 2)]
        return [*left, cells[2], cells[3], *["<"] * (self.width - half - 2)] if len(cells) > 2 else self.row(*cells)

    def head(self):
        form = self.form
        rows = [self.row("项目名称", form.name)]
        rows.append(self.pairs("主管部门", form.bureau, "实施单位", f"{form.county}{form.town}人民政府"))
        if self.layout.total == "head":
            rows.append(self.pairs("自评得分", self.total(), "自评等级", self.grade()))
        return rows

    def total(self):
        return "" if "total" in self.form.blank else self.figure(self.form.total)

    def grade(self):
        total = self.form.total
        return "优" if total >= 90 else "良" if total >= 80 else "中" if total >= 60 else "差"

    def money(self):
        form, columns = self.form, self.layout.money
        lead = self.width - len(columns)
        side = f"项目资金\n（{form.unit}）".replace("\n", "⏎") if self.layout.scored == 10 else "预算执行情况⏎（20分）"
        heads = [self.words["m:" + key] for key in columns]
        label = {"sichuan": f"年度预算数（{form.unit}）", "hubei": f"单位：{form.unit}"}.get(self.layout.name, "")
        if self.layout.name == "hubei":
            heads[-1] = "得分（20分×执行率）"
        rows = [[side, label, *["<"] * (lead - 2), *heads]]
        for place, fund in enumerate(form.funds if self.layout.funds else form.funds[:1]):
            is_sum = place == 0
            name = fund[0]
            if is_sum and self.layout.name == "sichuan":
                name = "总额"
            rows.append(["^", name, *["<"] * (lead - 2), *(self.money_cell(key, fund, is_sum) for key in columns)])
        return rows

    def money_cell(self, key, fund, is_sum):
        form = self.form
        if key in ("first", "adjusted", "paid"):
            value = fund[{"first": 1, "adjusted": 2, "paid": 3}[key]]
            return "" if is_sum and key == "paid" and "paid" in form.blank else self.amount(value)
        if key == "rate":
            if is_sum:
                return "" if "rate" in form.blank else form.rate
            if not fund[2] or fund[3] is None or self.draw.random() < 0.4:
                return self.draw.choice(["", "—", "/"])
            return f"{exact(self.fraction(fund) * 100)}%"
        if not is_sum:
            return "—"
        if key == "weight":
            return self.figure(Decimal(form.scored))
        return self.draw.choice(["", "—"]) if "execution" in form.blank else self.figure(form.execution)

    @staticmethod
    def fraction(fund):
        from fractions import Fraction
        return Fraction(fund[3]) / Fraction(fund[2])

    def goals(self):
        middle = self.width // 2
        gap = ["<"] * (middle - 2)
        rest = ["<"] * (self.width - middle - 1)
        heads = self.draw.choice([("预期目标", "实际完成情况"), ("年初设定目标", "全年实际完成情况")])
        return [["年度总体目标", heads[0], *gap, heads[1], *rest], ["^", self.form.goal, *gap, self.form.achievement, *rest]]

    def indicators(self):
        columns = self.layout.columns
        side = {"sichuan": "绩效指标⏎（90分）", "hubei": "年度目标1⏎（80分）"}.get(self.layout.name, "绩效指标")
        names = [column.removeprefix("sub:") for column in columns]
        if names != columns:
            upper = [self.words["target"] if column == "sub:sign" else "<" if column.startswith("sub:") else self.words[column] for column in columns]
            parts = {"sub:sign": "符号", "sub:number": "值", "sub:unit": "单位（文字描述）"}
            rows = [[side, *upper], ["^", *(parts.get(column, "^") for column in columns)]]
        else:
            rows = [[side, *(self.words[column] for column in columns)]]
        last = (None, None)
        merged = self.draw.random() < 0.7
        for row in self.form.rows:
            category = row.category + (f"⏎（{self.points_of(row.category)}分）" if self.told else "")
            levels = [category, row.type]
            if merged:
                levels = ["^" if row.category == last[0] else category, "^" if (row.category, row.type) == last else row.type]
            last = (row.category, row.type)
            rows.append(["^", *levels, *(self.cell(name, row) for name in names[2:])])
            if self.unused and self.draw.random() < 0.2:
                rows.append(["^", "^" if merged else category, self.draw.choice(["经济效益指标", "成本指标"]),
                             *[self.draw.choice(["", "", "……"]), *[""] * (len(names) - 3)]])
                last = (row.category, None)
        if self.layout.name == "hebei":
            rows.append(["^", "预算执行率", "预算执行率", "预算执行率", *(self.execution_cell(name) for name in names[3:])])
        return rows

    def points_of(self, category):
        return plain(sum((row.weight for row in self.form.rows if row.category == category), Decimal(0)))

    def execution_cell(self, name):
        form = self.form
        texts = {"weight": self.figure(Decimal(10)), "sign": "=", "number": "100", "unit": "%", "actual": form.rate}
        texts["score"] = self.figure(form.execution)
        return texts.get(name, "")

    def cell(self, name, row):
        if name in ("name", "reason"):
            return getattr(row, name)
        if name == "target":
            word = {"≥": ["不少于", "大于等于", ""], "≤": ["不超过", "小于等于", ""]}.get(row.sign, [])
            if self.wordy and word:
                word = self.draw.choice(word)
                return f"{word}{row.target}{row.unit}" if word else f"{row.target}{row.unit}{'以上' if row.sign == '≥' else '以内'}"
            return f"{row.sign}{row.target}{row.unit}"
        if name == "number":
            return row.target
        if name in ("sign", "unit"):
            return getattr(row, name)
        if name == "actual" and row.sign and self.wordy and row.unit != "元":
            return self.draw.choice([f"完成{row.actual}{row.unit}", f"{row.actual}{row.unit}（据实统计）", f"{row.actual}{row.unit}"])
        if name == "actual":
            return row.actual + (row.unit if row.sign and self.draw.random() < 0.8 else "")
        return self.figure(row.weight if name == "weight" else row.points)

    def sums(self):
        layout = self.layout
        if layout.total == "head":
            return []
        names = [column.removeprefix("sub:") for column in layout.columns]
        own = layout.total == "indicators"
        word = self.draw.choice(["合计"] if own else ["总分", "总  分", "合计"])
        score = self.figure(self.form.total - self.form.execution if own else self.form.total)
        texts = {"score": "" if "total" in self.form.blank else score}
        if "weight" in names:
            texts["weight"] = "90" if own else "100"
        first = min(names.index(name) for name in texts) + 1
        cells = [word, *["<"] * (first - 1), *(texts.get(name, "") for name in names[first - 1:])]
        if layout.total == "grade" and names[-1] == "reason":
            cells[-1] = self.grade()
        return [cells]

    def footer(self):
        if self.layout.reason == "footer":
            reasons = "；".join(row.reason for row in self.form.rows if row.reason) or "无"
            return [self.row("偏差大或目标未完成原因分析", reasons), self.row("改进措施及结果应用方案", "继续加强管理。")]
        if self.layout.name == "sichuan":
            return [self.row("评价结论", f"项目自评总分{self.form.total}分。"), self.row("存在问题", "无"), self.row("改进措施", "无")]
        return []
