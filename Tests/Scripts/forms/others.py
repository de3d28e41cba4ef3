"""Files that hold no project: forms of a whole department, and tables that are no goal forms at all."""
from forms.columns import columns
from forms.grid import Table
from forms.indicators import indicator_rows
from forms.projects import invent
from forms.values import amount
from forms.words import VILLAGES, kinds

TASKS = [
    ("人员经费", "保障干部工资福利"), ("公用经费", "保障机关运转"), ("基层组织运转", "保障各村办公和报酬"), ("人居环境整治", "垃圾清运和公厕维护"),
    ("产业发展", "培育设施农业"), ("民生保障", "落实各项救助政策"), ("安全生产", "开展隐患排查整治")]


def department_rows(form):
    """Name, budget and tasks of a department."""
    draw, unit = form.random, form.choices["money-unit"]
    tasks = [(name, text, draw.randint(10, 900) * 1000000) for name, text in draw.sample(TASKS, draw.randint(2, 4))]
    way = form.choose("department", "tasks 5", "tasks-three 4", "budget 4", "both 3")
    rows = [[form.choose("department-name", "部门（单位）名称 6", "部门名称 4", "单位名称 2", "预算部门 1"), form.unit]]
    whole = sum(fen for _, _, fen in tasks)
    if way in ("budget", "both"):
        rows += [[f"年度预算申请（{unit}）", "资金总额", amount(form, whole)], ["^", "其中：基本支出", amount(form, whole // 2)],
                 ["^", "项目支出", amount(form, whole - whole // 2)]]
    if way in ("tasks", "both"):
        rows.append(["年度主要任务", "任务名称", "主要内容", f"预算金额（{unit}）"])
        rows += [["^", name, text, amount(form, fen)] for name, text, fen in [*tasks, ("金额合计", "", whole)]]
    if way == "tasks-three":
        rows.append(["年度主要任务", "任务名称", "主要内容", f"总额（{unit}）", "财政拨款", "其他资金"])
        rows += [["^", name, text, amount(form, fen), amount(form, fen), amount(form, 0)]
                 for name, text, fen in [*tasks, ("金额合计", "", whole)]]
    return rows


def department(form):
    """The blocks of a whole department's form, and its goal."""
    draw = form.random
    first = draw.choice(["保障机关正常运转", "落实乡村振兴战略", "坚持稳中求进", "统筹推进各项工作"])
    second = draw.choice([
        "抓好安全稳定，提升公共服务水平", "完成基层治理和民生保障各项任务", "推动产业发展和人居环境改善",
        f"办好年度民生实事{draw.randint(5, 20)}件"])
    goal = f"{first}，{second}。"
    form.title_place = form.choices["title-place"] = "lines"
    form.choices["labels"] = "plain"
    form.choices["columns"] = form.pick([("plain", 6), ("sign-num-unit", 3), ("weight-after", 2)])
    form.choices["two-goals"] = "none"
    project = invent(form, few=True)
    title = draw.choice([
        "部门（单位）整体支出绩效目标申报表", "部门整体支出绩效目标表", "部门整体绩效目标表", "整体支出绩效目标表",
        "部门（单位）整体绩效目标表"])
    form.choices["title"] = title
    if form.year_place in ("cell", "line"):
        form.year_place = form.choices["year"] = "bracket"
    above = [f"{form.year}年{title}"] if form.year_place == "title" else [title, f"（{form.year}年度）"]
    rows = department_rows(form)
    rows.append([form.choose("department-goal", "年度总体目标 6", "年度绩效目标 3", "整体绩效目标 2", "部门年度目标 1"), goal])
    form.choices["side"] = form.pick([("side", 6), ("none", 4)])
    width = max([len(columns(form)) + (form.choices["side"] == "side")] + [len(row) for row in rows])
    table = [form.spread(row, width, len(row)) for row in rows]
    body, _ = indicator_rows(form, project, width)
    return [*above, Table(table + body)], goal


class Control:
    """A file that is no goal form, though it has words of one."""

    def __init__(self, form):
        draw, self.form, self.year = form.random, form, form.year
        self.draw = draw
        ways = [
            "revenue 2", "procurement 2", "threepublic 2", "scoring 2", "staff 1", "functions 2", "assets 1", "accounts 1", "progress 2",
            "indicatorwords 1", "contact 1", "subsidy-names 2", "purchase-plan 1"]
        way = form.choose("control", *ways)
        self.count = draw.randint(3, 8)
        self.projects = [form.fill(draw.choice(kind["names"])) for kind in draw.sample(kinds()[:-1], self.count)]
        self.top = f"单位名称：{form.unit}　　{form.year}年度　　单位：万元"
        self.blocks = {
            "revenue": self.revenue, "procurement": self.procurement, "threepublic": self.three_public, "scoring": self.scoring,
            "staff": self.staff, "functions": self.functions, "assets": self.assets, "accounts": self.accounts, "progress": self.progress,
            "indicatorwords": self.instructions, "contact": self.contacts, "subsidy-names": self.receivers,
            "purchase-plan": self.purchases}[way]()

    def money(self, least=5, most=900):
        return f"{self.draw.randint(least, most)}.{self.draw.randint(0, 99):02}"

    def revenue(self):
        heads = ["部门（单位）代码", "部门（单位）名称", "合计", "一般公共预算", "政府性基金预算", "其他收入"]
        rows = [[code, name, self.money(), self.money(), "0.00", "0.00"] for code, name in (("", "合计"), ("305001", self.form.unit))]
        return [f"{self.year}年部门收入总表", self.top, Table([heads, *rows])]

    def procurement(self):
        draw, money = self.draw, self.money
        heads = ["序号", "项目名称", "采购品目", "计量单位", "数量", "合计", "一般公共预算", "其他资金"]
        rows = [[str(number), name, draw.choice(["货物", "服务", "工程"]), "项", "1", money(), money(), "0.00"]
                for number, name in enumerate(self.projects, 1)]
        return ["政府采购预算表", self.top, Table([heads, *rows, ["合计", "<", "<", "<", "<", money(), money(), "0.00"]])]

    def three_public(self):
        heads = ["单位名称", "“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"]
        row = [self.form.unit, self.money(5, 40), "0.00", self.money(1, 20), self.money(1, 9)]
        return ["一般公共预算“三公”经费支出预算表", self.top, Table([heads, row])]

    def scoring(self):
        rows = [
            ["一级指标", "二级指标", "三级指标", "分值", "评价标准", "得分"],
            ["决策", "项目立项", "立项依据充分性", "5", "依据充分得满分，否则不得分", "5"],
            ["^", "绩效目标", "绩效目标合理性", "5", "目标与内容相关得满分", "4"], ["过程", "资金管理", "资金到位率", "5", "到位率×分值", "5"],
            ["^", "^", "预算执行率", "5", "执行率×分值", "4.6"], ["产出", "产出数量", "任务完成率", "20", "完成率×分值", "19"],
            ["效益", "项目效益", "受益人口", "30", "受益人口比例×分值", "28"], ["合计", "<", "<", "70", "", "65.6"]]
        return [f"{self.projects[0]}支出绩效评价指标体系评分表", Table(rows)]

    def staff(self):
        draw = self.draw
        row = [self.form.unit, str(draw.randint(30, 60)), str(draw.randint(30, 60)), str(draw.randint(10, 40))]
        return [f"{self.year}年部门预算人员情况表", "单位：人", Table([["单位名称", "编制数", "实有人数", "离退休人数"], row])]

    def functions(self):
        money = self.money
        rows = [["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["201", "一般公共服务支出", money(), money(), money()],
                ["20103", "政府办公厅（室）及相关机构事务", money(), money(), money()], ["213", "农林水支出", money(), money(), money()],
                ["2130705", "对村民委员会和村党支部的补助", money(), "0.00", money()], ["合计", "<", money(), money(), money()]]
        return ["一般公共预算支出表", self.top, Table(rows)]

    def assets(self):
        rows = [["序号", "资产名称", "规格型号", "计量单位", "数量", "单价", "金额", "使用部门"],
                ["1", "台式计算机", "M430", "台", "6", "4800.00", "28800.00", "党政办"],
                ["2", "空调", "KFR-72LW", "台", "4", "6200.00", "24800.00", "便民中心"], ["合计", "<", "<", "<", "10", "", "53600.00", ""]]
        return ["固定资产清单", "单位：元", Table(rows)]

    def accounts(self):
        title = f"{self.draw.choice(VILLAGES)}村{self.year}年第{self.draw.randint(1, 4)}季度财务公开表"
        heads = ["项目", "期初余额", "本期收入", "本期支出", "期末余额"]
        rows = [[name, *(self.money() for _ in range(4))] for name in ("上级转移支付", "村集体经营收入", "合计")]
        return [title, "单位：元", Table([heads, *rows])]

    def progress(self):
        draw, money = self.draw, self.money
        heads = ["序号", "项目名称", "建设内容", "施工单位", "合同价", "累计完成投资", "形象进度", "存在问题"]
        rows = [[str(number), name, f"{draw.randint(1, 9)}处", "某建设有限公司", money(), money(),
                 draw.choice(["完成60%", "已完工", "主体施工"]), "无"]
                for number, name in enumerate(self.projects, 1)]
        return [f"重点工程项目建设进度台账（截至{self.year}年6月底）", "单位：万元", Table([heads, *rows])]

    def instructions(self):
        rows = [["指标类型", "解释"], ["数量指标", "反映预期提供的公共产品和服务数量"], ["质量指标", "反映预期提供的公共产品和服务达到的标准"],
                ["时效指标", "反映提供公共产品和服务的及时程度"]]
        return ["项目支出绩效目标申报表填报说明", "一、年度：填写编制部门预算所属年份。", "二、项目名称：按规范的项目名称内容填报。",
                "三、项目资金：填写年度资金总额，并按资金来源分别填写。", Table(rows), "四、填报人：填写具体填报人员姓名。"]

    def contacts(self):
        draw = self.draw
        rows = [[str(number), draw.choice(VILLAGES) + "村", self.form.person(), draw.choice(["书记", "文书", "委员"]),
                 f"1380000{draw.randint(0, 9999):04}"]
                for number in range(1, self.count + 1)]
        return ["村（社区）干部通讯录", Table([["序号", "村名", "姓名", "职务", "联系电话"], *rows])]

    def receivers(self):
        draw = self.draw
        title = f"{self.year}年{draw.choice(['耕地地力保护补贴', '高龄津贴', '护林员补助', '残疾人补贴'])}发放花名册"
        heads = ["序号", "姓名", "所在村", "身份证号", "补贴标准（元）", "金额（元）", "签字"]
        rows = [[str(number), self.form.person(), draw.choice(VILLAGES) + "村", f"5100**********{draw.randint(0, 9999):04}", "100",
                 str(draw.randint(1, 20) * 100), ""] for number in range(1, self.count + 1)]
        return [title, "填报单位：" + self.form.unit, Table([heads, *rows])]

    def purchases(self):
        draw = self.draw
        heads = ["序号", "采购项目名称", "采购需求概况", "预算金额（万元）", "预计采购时间", "备注"]
        title = f"{self.year}年{draw.randint(1, 12)}月政府采购意向公开"
        rows = [[str(number), name, f"采购服务{draw.randint(1, 9)}项", self.money(), f"{draw.randint(1, 12)}月", ""]
                for number, name in enumerate(self.projects, 1)]
        return [title, Table([heads, *rows])]
