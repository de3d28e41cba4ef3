import Aggregation
import Diagnostics
import GoalModel
import Linting
import Reporting
import TestSupport
import Testing

@Suite
struct ReportTests {
    private let book = SampleBooks.book((1...12).map { SampleBooks.project($0, "第\($0)项经费", fen: Int64($0) * 1_000_000) })

    @Test("Three figures: how much, how well, what is wrong")
    func figures() {
        let report = SampleFindings.report(book, [SampleFindings.finding("I03", "指标值缺数字", .error, project: 2)])
        #expect(report.figures.map(\.label) == ["项目预算总额", "指标质量得分", "必须改正"])
        #expect(report.figures.map(\.value) == ["78.00", "99.8", "1"])
        #expect(report.figures.map(\.unit) == ["万元", "分", "处"])
        #expect(report.figures.allSatisfy { $0.sentence.hasSuffix("。") })
    }

    @Test("At most three actions: the dearest first behind what must be put right")
    func actions() {
        let findings =
            (1...4).map { SampleFindings.finding("I19", "依据照抄名称", .warning, project: $0) }
            + (1...3).map { SampleFindings.finding("I07", "成本指标方向反", .warning, project: $0) }
            + (1...2).map { SampleFindings.finding("I03", "指标值缺数字", .error, project: $0) }
            + [SampleFindings.finding("T03", "疑似错字", .hint, project: 1)]
        let report = SampleFindings.report(book, findings)
        #expect(report.actions.map(\.urgency) == [.errors, .others, .others])
        #expect(report.actions[0].title == "给只有单位的指标填上数字")
        #expect(report.actions[1].projects == [1, 2, 3, 4] && report.actions[1].points > report.actions[2].points)
        #expect(report.actions.allSatisfy { $0.title.count <= 20 && !$0.detail.isEmpty })
        #expect(report.actions[1].detail == "共4处，在项目1（第1项经费）、2、3等4个项目。请改正。")
    }

    @Test("What was not read, then personal data, then errors stand before all that wins more points")
    func urgentFirst() {
        var findings = [SampleFindings.finding("I03", "指标值缺数字", .error, project: 7)]
        for code in ["I19", "I07", "I08"] {
            findings += (1...5).map { SampleFindings.finding(code, "某种", .warning, project: $0) }
        }
        findings += (1...8).map { SampleFindings.finding("I02", "某种", .error, project: $0) }
        let errors = SampleFindings.report(book, findings).actions
        #expect(errors.map(\.urgency) == [.errors, .others, .others])
        #expect(errors[0].title == "改正全部错误" && errors[0].detail.hasPrefix("共9处") && errors[0].projects == Array(1...8))

        var personal = SampleFindings.finding("P01", "身份证号", .error, project: 3)
        personal.criterion = .publication
        let unread = Diagnostic(.error, id: "a", at: Location(file: "甲.txt", line: 3), "没读全")
        let all = SampleFindings.report(book, findings + [personal], diagnostics: [unread]).actions
        #expect(all.map(\.urgency) == [.unread, .personal, .errors])
        #expect(all[1].projects == [3])
    }

    @Test("When all is well there is nothing to do")
    func clear() {
        let report = SampleFindings.report(book)
        #expect(report.actions.isEmpty)
        #expect(report.allClear == "没有需要改正的地方，可以按程序报送。")
        #expect(report.figures[2].sentence == "没有发现问题。")
    }

    @Test("A book without projects has no score and says so")
    func empty() {
        let report = SampleFindings.report(SampleBooks.book([], town: ""))
        #expect(report.figures.map(\.value) == ["0.00", "—", "0"])
        #expect(report.town == "某镇本级")
        #expect(report.scheduleSentence == "没有支出计划。")
    }

    @Test("Towns of a county stand in a stable order and their shown budgets add up")
    func county() {
        var generator = SplitMix64(seed: 7)
        let reports = (0..<9).map { index in
            var book = SampleBooks.random(&generator, projects: index)
            book.unit.code = "90100\(9 - index)"
            return SampleFindings.report(book)
        }
        let folders = (0..<9).map { "f\($0)" }
        let county = CountyReport(
            reports: reports, folders: folders, failures: [.init(path: "b", reason: ""), .init(path: "a", reason: "")])
        let shuffled = CountyReport(reports: reports.reversed(), folders: folders.reversed(), failures: county.failures)
        #expect(county.rows == shuffled.rows)
        #expect(county.rows.map(\.folder) == folders.reversed())
        #expect(county.rows.reduce(0) { $0 + $1.budget.hundredths } == county.total.hundredths)
        #expect(county.total.exact == reports.map(\.funding.total.exact).total())
        #expect(county.failures.map(\.path) == ["a", "b"])
        #expect(county.title == "某县")
    }

    /// A cell that could not be read and that a rule reports for it is one error; what reading says of others stays.
    @Test func oneErrorForOneCell() {
        let finding = SampleFindings.finding("F02", "预算数缺失", .error, project: 1)
        let notes = [finding.location, Location(file: "某某镇.txt", line: 99)].map {
            Diagnostic(.error, id: "amount-unreadable", at: $0, "第1个项目的预算数“甲”没有数字")
        }
        let report = SampleFindings.report(book, [finding], diagnostics: notes)
        #expect(report.notes == [notes[1]] && report.diagnostics == notes && report.counts.errors == 2)
        #expect(SampleFindings.report(book, diagnostics: notes).notes == notes)
    }
}
