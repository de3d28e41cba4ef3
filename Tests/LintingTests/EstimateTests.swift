import Diagnostics
import GoalModel
import Linting
import TestSupport
import Testing

/// Projects as towns could write them: rows as `类别 名称（描述）指标值`, the budget in 万元, and what is to be said.
@Suite struct EstimateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rows: [String]
        let budget: String
        let name: String
        /// The beginning of the sentence; `nil` where nothing may be said.
        let says: String?
        let severity: Severity?

        /// Agrees with the budget.
        static func agrees(_ says: String, _ budget: String, _ rows: String..., name: String = "某项目") -> Case {
            Case(rows: rows, budget: budget, name: name, says: says, severity: nil)
        }

        static func off(_ severity: Severity, _ says: String, _ budget: String, _ rows: String..., name: String = "某项目") -> Case {
            Case(rows: rows, budget: budget, name: name, says: says, severity: severity)
        }

        static func nothing(_ budget: String, _ rows: String..., name: String = "某项目") -> Case {
            Case(rows: rows, budget: budget, name: name, says: nil, severity: nil)
        }

        var testDescription: String { "\(name) \(budget) \(rows.joined(separator: "；"))" }

        var project: Project {
            Project(
                number: 1, name: name, code: "", unit: BudgetUnit(code: nil, name: "甲镇"),
                budget: Money(written: budget, in: .wan), indicators: rows.map(Case.indicator))
        }

        /// `数量 发放人数（描述） ≥5人`.
        private static func indicator(_ text: String) -> Indicator {
            let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
            let name = parts[1].split(separator: "（", maxSplits: 1).map(String.init)
            let kind = ["数量": "数量指标", "成本": "成本指标", "时效": "时效指标", "质量": "质量指标"][parts[0]] ?? parts[0]
            return Indicator(
                category: "产出指标", type: kind, name: name[0], description: name.count > 1 ? String(name[1].dropLast()) : "",
                target: Target(reading: parts.count > 2 ? parts[2] : ""), basis: "")
        }
    }

    static let agreeing: [Case] = [
        // 人、户、亩、村，单位写全
        .agrees("20人 × 1500元/人/月 × 12月 = 36万元，与预算数一致", "36", "数量 保洁员人数 20人", "成本 保洁员工资 1500元/人/月"),
        .agrees("20名 × 1500元/人/月 × 12月 = 36万元", "36", "数量 保洁员人数 20名", "成本 工资标准 ≤1500元/月·人"),
        .agrees("300户 × 200元/户 = 6万元", "6", "数量 慰问户数 ≥300户", "成本 慰问标准 ≥200元/户"),
        .agrees("52个村 × 0.5万元/村 = 26万元", "26", "数量 管辖村数 52个", "成本 每村经费 0.5万元/村"),
        .agrees("12个行政村 × 2万元/村 = 24万元", "24", "数量 补助村 12个行政村", "成本 补助标准 ≤2万元/村"),
        .agrees("1.2万亩 × 10元/亩 = 12万元", "12", "数量 飞防面积 1.2万亩", "成本 飞防单价 10元/亩"),
        .agrees("5公顷 × 1000元/亩 = 7.5万元", "7.5", "数量 流转面积 5公顷", "成本 流转费 1000元/亩"),
        // 全角、千分位、空格、亿元、千元
        .agrees("1200人 × 100元/人 = 12万元", "12", "数量 体检人数 ≥１，２００人", "成本 体检费 ≤１００元／人"),
        .agrees("30人 × 1.2千元/人/月 × 12月 = 43.2万元", "43.2", "数量 护林员人数 30 人", "成本 护林员报酬 1.2 千元/人/月"),
        // 时段
        .agrees("10人 × 900元/人/季度 × 4季度 = 3.6万元", "3.6", "数量 监督员人数 10人", "成本 监督员补贴 900元/人/季度"),
        .agrees("10人 × 3600元/人/年 = 3.6万元", "3.6", "数量 监督员人数 10人", "成本 监督员补贴 3600元/人/年"),
        .agrees("0.8万元/月 × 12月 = 9.6万元", "9.6", "成本 食堂运行成本 ≤0.8万元/月"),
        .agrees("6人 × 2000元/人/月 × 6月 = 7.2万元", "7.2", "数量 临聘人数 6人", "数量 聘用月数 6个月", "成本 临聘工资 2000元/人/月"),
        .agrees("6人 × 2000元/人/月 × 6月 = 7.2万元", "7.2", "数量 临聘人数 6人", "成本 临聘工资（发放6个月） 2000元/人/月"),
        .agrees("6人 × 2000元/人/月 × 4月 = 4.8万元", "4.8", "数量 临聘人数 6人", "成本 临聘工资 2000元/人/月", name: "3-6月防火临聘人员"),
        // 单位只写元，描述写每……
        .agrees("90亩 × 2000元/亩 = 18万元", "18", "数量 补偿亩数 ≥90亩", "成本 补偿标准（每亩补偿金额） ≥2000元"),
        .agrees("40人 × 150元/人/月 × 12月 = 7.2万元", "7.2", "数量 享受人数 40人", "成本 补贴标准（每人每月） 150元"),
        .agrees("40人 × 150元/人/月 × 12月 = 7.2万元", "7.2", "数量 享受人数 40人", "成本 补贴标准 150元（每人每月）"),
        .agrees("88户 × 500元/户 = 4.4万元", "4.4", "数量 救助户数 88户", "成本 户均救助标准 500元"),
        .agrees("25人 × 400元/人/月 × 12月 = 12万元", "12", "数量 发放人数 25人", "时效 发放时间 按月发放", "成本 发放标准 400元"),
        .agrees("25人 × 4800元/人 = 12万元", "12", "数量 发放人数 25人", "时效 发放时间 按月发放", "成本 发放标准 4800元/人"),
        .agrees("454人 × 300元/人/月 × 12月", "163.44", "数量 发放人数 454人", "成本 发放标准 300元/月"),
        // 次、个：名称相同才相乘
        .agrees("4次 × 0.5万元/次 = 2万元", "2", "数量 防汛演练次数 4次", "数量 宣传次数 12次", "成本 每次防汛演练成本 0.5万元/次"),
        .agrees("8个 × 3万元/个 = 24万元", "24", "数量 新建健身广场个数 8个", "成本 健身广场单价 3万元/个"),
        .agrees("100盏 × 1800元/盏 = 18万元", "18", "数量 安装路灯数量 100盏", "成本 路灯单价 1800元/盏"),
        .agrees("3.5公里 × 40万元/公里 = 140万元", "140", "数量 修建道路长度 3.5公里", "成本 道路造价 40万元/公里"),
        .agrees("5人 × 3次 × 200元/人/次 = 0.3万元", "0.3", "数量 培训人数 5人", "数量 培训次数 3次", "成本 培训成本 200元/人/次"),
        // 几个单价相加，单价加总额
        .agrees(
            "20人 × 500元/人/月 × 12月 + 30人 × 300元/人/月 × 12月 = 22.8万元", "22.8", "数量 网格长人数 20人", "数量 网格员人数 30人",
            "成本 网格长补贴 500元/人/月", "成本 网格员补贴 300元/人/月"),
        .agrees("20人 × 1500元/人/月 × 12月 + 4万元 = 40万元", "40", "数量 保洁员人数 20人", "成本 保洁员工资 1500元/人/月", "成本 工具购置费 4万元"),
        .agrees("20人 × 1500元/人/月 × 12月 = 36万元", "36", "数量 保洁员人数 20人", "成本 保洁员工资 1500元/人/月", "成本 总成本 ≤36万元"),
        // 2%以内
        .agrees("10人 × 98元/人 = 0.098万元，与预算数0.1万元相差2%", "0.1", "数量 慰问人数 10人", "成本 慰问标准 98元/人"),
        .agrees("52个村 × 1.5万元/村 = 78万元", "78", "数量 村级组织 52个", "成本 每村办公经费 1.5万元"),
        // 101号：成本指标另列
        .agrees("10人 × 100元/人 = 0.1万元", "0.1", "数量 慰问人数 10人", "经济成本指标 慰问标准 100元/人"),
    ]

    static let contradicting: [Case] = [
        .off(.warning, "20人 × 1500元/人/月 × 12月 = 36万元，比预算数30万元多6万元（20%）", "30", "数量 保洁员人数 20人", "成本 保洁员工资 1500元/人/月"),
        .off(.hint, "10人 × 97元/人 = 0.097万元，比预算数0.1万元少0.003万元（3%）", "0.1", "数量 慰问人数 10人", "成本 慰问标准 97元/人"),
        .off(.hint, "10人 × 95元/人 = 0.095万元，比预算数0.1万元少0.005万元（5%）", "0.1", "数量 慰问人数 10人", "成本 慰问标准 95元/人"),
        .off(.warning, "10人 × 94.99元/人", "0.1", "数量 慰问人数 10人", "成本 慰问标准 94.99元/人"),
        .off(.warning, "50亩 × 1万元/亩 = 50万元（至少），是预算数20万元的2.5倍", "20", "数量 征地亩数 ≥50亩", "成本 补偿标准 ≥1万元/亩"),
        .off(.warning, "50亩 × 0.1万元/亩 = 5万元（最多），只有预算数20万元的25%", "20", "数量 征地亩数 ≤50亩", "成本 补偿标准 ≤0.1万元/亩"),
        .off(.warning, "50亩 × 0.1万元/亩 = 5万元（点估计）", "20", "数量 征地亩数 ≥50亩", "成本 补偿标准 ≤0.1万元/亩"),
        .off(.warning, "0.8万元/月 × 12月 = 9.6万元（最多），比预算数12万元少2.4万元（20%）", "12", "成本 每月运行成本 ≤0.8万元/月"),
        .off(.warning, "25人 × 400元/人/月 × 12月 = 12万元", "30", "数量 发放人数 25人", "时效 发放时间 按月发放", "成本 发放标准 400元"),
        .off(.warning, "2次 × 1.5万元/次 = 3万元", "4", "数量 征兵次数 2次", "成本 每次征兵成本 1.5万元/次"),
        // 一部分已经超过全部
        .off(.warning, "20人 × 1500元/人/月 × 12月 = 36万元", "30", "数量 保洁员人数 20人", "成本 保洁员工资 1500元/人/月", "成本 工具购置费 4万元"),
    ]

    static let silent: [Case] = [
        // 符号不成矛盾
        .nothing("100", "数量 征地亩数 ≥50亩", "成本 补偿标准 ≥1万元/亩"),
        .nothing("20", "数量 征地亩数 ≤50亩", "成本 补偿标准 ≤1万元/亩"),
        .nothing("9", "成本 每月运行成本 ≤1.5万元/月"),
        // 单位对不上
        .nothing("5", "数量 管辖村数 52个", "成本 人均标准 ≥1元"), .nothing("5", "数量 征地亩数 31亩", "成本 搬迁补助标准 4000元/户"),
        .nothing("5", "数量 道路长度 219米", "成本 补偿标准 100元/平方米"), .nothing("5", "成本 培训成本 200元/人/次", "数量 培训次数 3次"),
        // 次、个：没有相同的名称，或者不止一行
        .nothing("1.54", "数量 维护稳定次数 ≥10次", "数量 宣传次数 ≥10次", "成本 购买相关用品（每次购买成本） ≤5100元/次"),
        .nothing("30", "数量 宣传次数 4次", "成本 每次会议成本 2万元"), .nothing("9", "数量 建设站点 3个", "成本 设备单价 2万元/个"),
        .nothing("9", "数量 防汛演练次数 3次", "数量 防汛演练村次数 5次", "成本 每次防汛成本 2万元/次"),
        .nothing("9", "数量 老党员人数 30人", "数量 困难党员人数 20人", "成本 慰问标准 300元/人"),
        // 受益的人不是领钱的人
        .nothing("20", "数量 受益人数 5000人", "成本 网格员补贴 300元/人/月"), .nothing("20", "数量 服务群众人数 5000人", "成本 补贴标准 300元/人/月"),
        .nothing("20", "数量 残疾人数 50人", "成本 护理员工资 2000元/人/月"), .nothing("20", "数量 常住人口 3万人", "成本 人均经费 100元/人"),
        // 不是全年，或者说不准几个月
        .nothing("20", "数量 护林员人数 10人", "成本 护林员工资 2000元/人/月", name: "防火期护林员工资"),
        .nothing("20", "数量 临聘人数 10人", "时效 发放时间 6月底前", "成本 临聘工资 2000元/人/月"),
        .nothing("30", "数量 临聘人数 10人", "成本 临聘工资（聘用5个月） 2000元/人/月"),
        .nothing("20", "数量 值班人数 10人", "成本 值班补助 100元/人/天"),
        // 还有别的开支
        .nothing("50", "数量 保洁员人数 20人", "成本 保洁员工资 1500元/人/月", "成本 工具购置费 4万元"),
        .nothing("50", "数量 保洁员人数 20人", "成本 保洁员工资 1500元/人/月", "成本 社会保险 按规定缴纳"),
        .nothing("50", "数量 保洁员人数 20人", "成本 保洁员工资 1500元/人/月", "成本 垃圾清运 2000-3000元/车"),
        // 按月的费用可能要乘上别的数
        .nothing("50", "数量 公厕数量 10座", "成本 公厕维护费 300元/月"), .nothing("50", "数量 救助人数 30人", "成本 生活费 600元/月"),
        .nothing("3", "数量 种植面积 100亩", "成本 种植补贴 200元/亩/季"),
        // 没有单价、没有数、没有预算
        .nothing("50", "数量 整治河道 3公里", "成本 工程投入成本 ≤50万元"), .nothing("50", "数量 发放人数 20人", "成本 发放标准 按政策执行"),
        .nothing("50", "数量 发放人数 按实际", "成本 发放标准 300元/人/月"), .nothing("", "数量 发放人数 20人", "成本 发放标准 300元/人/月"),
        .nothing("0", "数量 发放人数 20人", "成本 发放标准 300元/人/月"), .nothing("50", "数量 发放人数 0人", "成本 发放标准 300元/人/月"),
        .nothing("50", "数量 到位率 ≥95百分比", "成本 预算完成率 ≥95百分比"), .nothing("50", "数量 发放人数 ≥95%", "成本 发放标准 300元/人/月"),
        .nothing("50", "数量 发放人数 20人", "成本 发放标准 ≥95发放标准"), .nothing("50", "数量 发放人数 20人", "成本 发放标准 300元/每10人"),
        // 每月做的事不等于按月付钱；发给几个人的标准不止一个
        .nothing("1", "数量 监督员人数 10人", "时效 检查频次 每月检查一次", "成本 补贴标准 300元"),
        .nothing("18", "数量 补助人数 100人", "成本 一级补助标准 200元/人/月", "成本 二级补助标准 100元/人/月"),
        .nothing("50", "数量 每村网格员人数 2人", "成本 网格员补贴 300元/人/月"), .nothing("50", "数量 巡查次数 每月4次", "成本 巡查成本 1万元/次"),
        .nothing("50", "数量 就业人数 30人", "成本 标准化厂房建设成本 ≤500万元"), .nothing("50", "数量 培训人数 200人", "成本 教师课酬 500元/人"),
        // 每……后面看不出是什么
        .nothing("50", "数量 学生人数 200人", "成本 补助标准（每学生） 100元"),
        // 数字大得算不清
        .nothing("50", "数量 发放人数 999999999999999999人", "成本 发放标准 999999999999999999亿元/人/月"),
    ]

    @Test(arguments: agreeing + contradicting + silent)
    func invented(sample: Case) throws {
        let book = GoalBook(town: "甲镇", unit: BudgetUnit(code: nil, name: "甲镇"), fiscalYear: 2025, projects: [sample.project])
        let tables = try LintingTables.repository
        let estimate = Estimating(tables: tables).estimates(in: book).first
        guard let says = sample.says else {
            #expect(estimate == nil, "\(estimate?.text ?? "")")
            return
        }
        let found = try #require(estimate)
        #expect(found.text.hasPrefix(says), "\(found.text)")
        #expect(found.agrees == (sample.severity == nil))
        #expect(found.severity == sample.severity)
        let marks = Linter(tables: tables).marks(in: book).filter { $0.rule.code == "F05" }.map(\.mark)
        #expect(marks.map(\.severity) == (found.agrees ? [] : [sample.severity]))
        #expect(marks.map(\.row) == (found.agrees ? [] : [found.rows.first]))
    }

    @Test func thereAreManyCases() {
        #expect(Self.agreeing.count >= 25 && Self.contradicting.count >= 10 && Self.silent.count >= 30)
    }
}
