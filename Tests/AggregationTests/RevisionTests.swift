import Aggregation
import Diagnostics
import GoalModel
import TestSupport
import Testing

/// What differs within projects that are in both of two books, and what became of the findings.
@Suite struct RevisionTests {
    private func row(_ name: String, _ target: String, type: String = "数量指标", basis: String = "") -> Edition.Row {
        Edition.Row { field in
            switch field {
            case .category: "产出指标"
            case .type: type
            case .name: name
            case .description: ""
            case .target: target
            case .basis: basis
            }
        }
    }

    private func project(
        _ name: String, code: String = "", _ rows: [Edition.Row] = [], plan: [Int?] = [25, 50, 75, 100], fen: Int64 = 100
    ) -> Edition.Project {
        Edition.Project(
            code: code, name: name, budget: Money(fen: fen), fiscalFunds: Money(fen: fen), otherFunds: .zero,
            plan: SampleBooks.plan(plan), indicators: rows)
    }

    private func edition(_ year: Int, _ projects: [Edition.Project], _ findings: [Edition.Finding] = []) -> Edition {
        Edition(
            key: TownKey(region: "130529", unitCode: "901001", town: "某镇"), year: year, projects: projects,
            total: projects.compactMap(\.budget).total(), score: Points(tenths: 900), errors: 0, findings: findings)
    }

    private func finding(
        _ fingerprint: String, _ code: String = "I03", _ project: Int? = 0, row: Int? = nil, _ message: String = "没有数字"
    ) -> Edition.Finding {
        Edition.Finding(fingerprint: fingerprint, code: code, severity: .error, message: message, project: project, row: row)
    }

    @Test func aYearThatMovesAlongIsNoChange() {
        let before = project("2023年养护", code: "1305292301", [row("里程", "2023年12月底前", basis: "2022年统计，20公里")])
        let after = project("2024年养护", code: "1305292401", [row("里程", "2024年12月底前", basis: "2023年统计，20公里")])
        let change = BookChange(from: edition(2023, [before]), to: edition(2024, [after]))
        #expect(change.revisions.isEmpty && change.added.isEmpty && change.dropped.isEmpty && change.unchanged == 1)
        // A year that stays where it was is no change either.
        let fixed = project("养护", [row("里程", "执行2021年标准")])
        #expect(BookChange(from: edition(2023, [fixed]), to: edition(2024, [fixed])).revisions.isEmpty)
        // Of one and the same year another year in the text is one.
        let version = BookChange(from: edition(2024, [before]), to: edition(2024, [after]))
        #expect(version.revisions.map(\.changedRows.count) == [1] && version.revisions[0].isRenamed)
        // So is a longer number that only looks like a year.
        let (a, b) = (project("甲", [row("件数", "20231件")]), project("甲", [row("件数", "20241件")]))
        #expect(BookChange(from: edition(2023, [a]), to: edition(2024, [b])).revisions.count == 1)
    }

    @Test func rowsAreMatchedByTypeAndNameThenByWhatIsLeft() {
        let before = project("甲", [row("里程", "≥10公里"), row("取消的", "1件"), row("数量指标", "≥5个"), row("不变", "100%")])
        let after = project("甲", [row("不变", "100%"), row("里程", "≥12公里"), row("修补处数", "≥5个"), row("新的", "2件")])
        let change = BookChange(from: edition(2023, [before]), to: edition(2024, [after]))
        let revision = change.revisions[0]
        #expect(revision.addedRows.map { $0[.name] } == ["新的"] && revision.droppedRows.map { $0[.name] } == ["取消的"])
        #expect(revision.changedRows.map { $0.newer[.name] } == ["里程", "修补处数"])
        #expect(revision.changedRows.map(\.fields) == [[.target], [.name]])
        #expect(!revision.hasNewPlan && !revision.hasNewFunds && !revision.hasNewBudget)
    }

    @Test func plansAreComparedAsTheyAreMeant() {
        let blank = project("甲", plan: [nil, nil, 100, nil])
        let carried = project("甲", plan: [nil, 0, 100, 100])
        #expect(BookChange(from: edition(2023, [blank]), to: edition(2023, [carried])).revisions.isEmpty)
        let earlier = project("甲", plan: [nil, 50, 100, 100])
        #expect(BookChange(from: edition(2023, [blank]), to: edition(2023, [earlier])).revisions.map(\.hasNewPlan) == [true])
    }

    @Test func findingsAreFixedNewOrRemain() {
        let rows = [row("里程", "万元"), row("次数", "次")]
        let before = edition(
            2023, [project("甲", code: "A", rows), project("乙", code: "B"), project("丙", code: "C")],
            [
                finding("f1"), finding("f2", row: 0), finding("f3", "S01", 1), finding("f4", "F02", 2),
                finding("f5", "P01", nil, "2023年的"),
                finding("f6", "I03", 0, row: 1),
            ])
        let after = edition(
            2024, [project("乙", code: "B"), project("甲", code: "A", rows)],
            [
                finding("f1", "I03", 1), finding("g2", "I03", 1, row: 0), finding("g5", "P01", nil, "2024年的"),
                finding("g9", "I03", 0), finding("g8", "I07", 1, row: 0),
            ])
        let found = BookChange(from: before, to: after).findings
        #expect(found.remaining.map(\.fingerprint) == ["f1", "g2", "g5"])
        #expect(found.new.map(\.fingerprint) == ["g9", "g8"])
        #expect(found.fixed.map(\.fingerprint) == ["f3", "f6"] && found.gone.map(\.fingerprint) == ["f4"])
    }

    /// Of one year nothing but the fingerprints counts, as for a baseline; what is agreed to be kept is neither new nor mended.
    @Test func versionsOfAYearAreComparedByFingerprints() {
        let projects = [project("甲", code: "A", [row("里程", "万元")])]
        let before = edition(2024, projects, [finding("f1", row: 0), finding("f2"), finding("f3", "S01"), finding("old")])
        var after = edition(2024, projects, [finding("f1", row: 0), finding("g2"), finding("new")])
        after.findings[2].formerly = ["old"]
        after.kept = [finding("f3", "S01")]
        let found = BookChange(from: before, to: after).findings
        #expect(found.remaining.map(\.fingerprint) == ["f1", "new"] && found.new.map(\.fingerprint) == ["g2"])
        #expect(found.fixed.map(\.fingerprint) == ["f2"] && found.kept.map(\.fingerprint) == ["f3"] && found.gone.isEmpty)
    }

    @Test(arguments: 0..<60) func everythingIsAccountedForOnce(seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        func random(_ year: Int) -> Edition {
            let projects = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                project(
                    ["甲", "乙", "丙\(year)年"].randomElement(using: &generator) ?? "",
                    (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                        row(
                            ["一", "二", ""].randomElement(using: &generator) ?? "",
                            ["1", "2"].randomElement(using: &generator) ?? "")
                    })
            }
            let findings = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                finding(
                    "f\(Int.random(in: 0...4, using: &generator))", ["I03", "S01"].randomElement(using: &generator) ?? "",
                    projects.indices.randomElement(using: &generator), row: Bool.random(using: &generator) ? nil : 0)
            }
            return edition(year, projects, findings)
        }
        let (older, newer) = (random(2023), random(2024))
        let change = BookChange(from: older, to: newer)
        let found = change.findings
        #expect(found.remaining.count + found.new.count == newer.findings.count)
        #expect(found.remaining.count + found.fixed.count + found.gone.count == older.findings.count)
        for revision in change.revisions {
            let kept = revision.newer.indicators.count - revision.addedRows.count
            #expect(kept == revision.older.indicators.count - revision.droppedRows.count && kept >= revision.changedRows.count)
        }
        let same = BookChange(from: newer, to: newer)
        #expect(same.revisions.isEmpty && same.findings.new.isEmpty && same.findings.fixed.isEmpty)
    }
}
