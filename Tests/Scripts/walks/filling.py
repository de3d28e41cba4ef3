"""The fill-in template as an accountant fills it: right, then spoilt in known cells, then mended where messages say."""
import re

UNIT = ("706001", "青岚县石桥镇人民政府")
ROADS, STREETS = ("13990126P00311000101R", "村道修补工程"), ("13990126P00311000202N", "村级保洁经费")
PROJECTS = [
    (*ROADS, *UNIT, 120, 100, 20, "修补东片五个村的破损路面，更换边沟盖板。", 0.1, 0.4, 0.8, 1, "1.修补村道12公里以上，10月底前完工。"),
    (*STREETS, *UNIT, 36.5, 36.5, 0, "18个行政村保洁员工资和清运费用。", 0.2, 0.5, 0.7, 1, "1.18个行政村保洁全覆盖。"),
]
INDICATORS = [
    (ROADS, "产出指标", "数量指标", "修补里程", "全年修补的村道里程", "≥", 12, "公里", "2026年养护计划"),
    (ROADS, "产出指标", "质量指标", "验收合格率", "验收合格的路段占全部路段的比例", "＝", 100, "%", "施工合同"),
    (ROADS, "产出指标", "时效指标", "完工时间", "全部路段交付使用的时间", "定性", "2026年12月底前完成", "", "施工合同"),
    (ROADS, "成本指标", "经济成本指标", "每公里造价", "修补一公里村道的平均费用", "≤", 10, "万元/公里", "预算评审"),
    (ROADS, "效益指标", "社会效益指标", "受益群众", "出行更方便的群众人数", "≥", 5600, "人", "村级统计"),
    (ROADS, "满意度指标", "服务对象满意度指标", "群众满意度", "抽样调查中表示满意的比例", "≥", 95, "%", "年底问卷"),
    (STREETS, "产出指标", "数量指标", "保洁村数", "有人保洁的行政村", "≥", 18, "个", "保洁工作计划"),
    (STREETS, "产出指标", "质量指标", "保洁达标率", "检查达标的次数占检查次数的比例", "≥", 95, "%", "考核办法"),
    (STREETS, "产出指标", "时效指标", "清运及时率", "当天清运的次数占应清运次数的比例", "≥", 95, "%", "考核办法"),
    (STREETS, "成本指标", "经济成本指标", "保洁员工资", "每人每月的工资", "≤", 1500, "元/人/月", "用工合同"),
    (STREETS, "效益指标", "生态效益指标", "垃圾日产日清率", "当天清走的垃圾占产生量的比例", "≥", 98, "%", "考核办法"),
    (STREETS, "满意度指标", "服务对象满意度指标", "村民满意度", "抽样调查中表示满意的比例", "≥", 90, "%", "年底问卷"),
]


class Fault:
    """A cell that is wrong, with what stands there, what belongs there, and what has to be said of it."""

    def __init__(self, what, sheet, cell, wrong, demand):
        self.what, self.sheet, self.cell, self.wrong, self.demand = what, sheet, cell, wrong, demand
        self.right = None

    def is_told(self, seen):
        """Whether the place is named as spreadsheets name it, and below or beside it what to do."""
        bare = re.sub(r"\s+", "", seen)
        return f"“{self.sheet}”表{self.cell}" in bare and re.search(self.demand, bare) is not None


FAULTS = [
    ("年度不是数字", "部门", "C4", "今年", "四位数字，如2026"),
    ("单位编码少一位", "部门", "C2", "70600", "六位数字，如706001"),
    ("没有写总体绩效目标", "部门", "C7", None, "请在C7写明"),
    ("预算数空着", "项目", "F4", None, "请填写预算数"),
    ("资金构成不平", "项目", "F5", 40, "财政资金＋其他资金＝预算数"),
    ("支出计划不是百分比", "项目", "J4", "一成", "如“50%”的累计百分比"),
    ("支出计划没有到100%", "项目", "M5", 0.9, "12月底的累计支出填为100%"),
    ("没有写绩效目标", "项目", "N5", None, "写明做成什么"),
    ("指标的项目名称写错", "指标", "C8", "村道修补工城", "请改成“村道修补工程”"),
    ("指标没有数字", "指标", "I11", None, "前面填上数字"),
    ("描述空着", "指标", "G12", None, "写明指标的含义"),
    ("指标名是占位词", "指标", "F14", "数量指标", "写出具体指标"),
    ("有手机号", "部门", "C9", "村道平整通畅，联系人13812345678。", "请删除手机号"),
]


class FilledTemplate:
    def __init__(self, path):
        import openpyxl

        self.path, self.book = path, openpyxl.load_workbook(path)
        self.faults = [Fault(*fault) for fault in FAULTS]
        department, projects, indicators = (self.book[name] for name in ("部门", "项目", "指标"))
        for cell, value in {"C2": UNIT[0], "C3": UNIT[1], "C4": 2026, "C7": "2026年，石桥镇做好村道养护和村庄保洁。", "B9": "道路养护",
                            "C9": "村道常年平整通畅。", "D9": "修补村道不少于12公里。"}.items():
            department[cell] = value
        for number, values in enumerate(PROJECTS):
            for column, value in enumerate((number + 1, *values), 1):
                cell = projects.cell(4 + number, column, value)
                if 10 <= column <= 13:
                    cell.number_format = "0%"
        for number, ((code, name), *values) in enumerate(INDICATORS):
            for column, value in enumerate((number + 1, code, name, *values), 1):
                indicators.cell(8 + number, column, value)

    def spoil(self):
        """Every fault at once."""
        for fault in self.faults:
            cell = self.book[fault.sheet][fault.cell]
            fault.right, cell.value = cell.value, fault.wrong
        self.book.save(self.path)

    def mend(self, told):
        """Puts right what was told of, in the very cells."""
        for fault in told:
            self.book[fault.sheet][fault.cell].value = fault.right
        self.faults = [fault for fault in self.faults if fault not in told]
        self.book.save(self.path)
