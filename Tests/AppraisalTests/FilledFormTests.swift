import Appraisal
import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Forms of `Tests/Fixtures/appraisal/forms`, read and checked: what must be found in each stands below it, and nothing else.
@Suite struct FilledFormTests {
    struct Fixture: CustomStringConvertible {
        let name: String
        let text: String
        /// `E05`, `E10:1`, a list a form.
        let right: [[String]]

        var description: String { name }

        static let all: [Fixture] = {
            let folder = Repository.root.appending(path: "Tests/Fixtures/appraisal/forms")
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
            return names.filter { $0.hasSuffix(".form") }.sorted().compactMap { name in
                guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8),
                    let mark = text.ranges(of: "\n=\n").last
                else { return nil }
                var lines = text[mark.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
                if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
                let right = lines.map { $0.split(separator: " ").map(String.init).sorted() }
                return Fixture(name: name, text: String(text[..<mark.lowerBound]), right: right)
            }
        }()

        var forms: [EvaluationForm] {
            get throws { EvaluationForm.reading(FormText(text, path: name).document, lexicon: try Lexicon.ours()) }
        }
    }

    @Test func fixturesAreThere() { #expect(Fixture.all.count > 12) }

    @Test(arguments: Fixture.all)
    func nothingButTheFaultsIsFound(_ fixture: Fixture) throws {
        let forms = try fixture.forms
        let found = forms.map { form in
            ReviewedForm(form, in: Self.surroundings).findings.map { finding in
                finding.check.id + (finding.row.map { ":\($0)" } ?? "")
            }.sorted()
        }
        #expect(found == fixture.right)
        #expect(forms.allSatisfy { $0.doubts.isEmpty }, "\(forms.flatMap(\.doubts))")
    }

    private static var surroundings: FormSurroundings {
        var surroundings = FormSurroundings()
        surroundings.numbers = { numbers(in: $0) }
        return surroundings
    }

    /// Stands in for the gate that knows every kind of number.
    private static func numbers(in text: String) -> [String] {
        text.split { !$0.isNumber }.filter { $0.count == 11 && $0.hasPrefix("1") }.map { $0.prefix(3) + "******" + $0.suffix(2) }
    }

    @Test func aFindingTellsPlaceAndFigure() throws {
        let fixture = try #require(Fixture.all.first { $0.name == "n02-rounded-points.form" })
        let findings = try #require(fixture.forms.first.map { ReviewedForm($0).findings })
        let execution = try #require(findings.first { $0.check.id == "E05" })
        #expect(execution.message == "10×37.24/43.2 = 8.62，表中填9" && execution.severity == .error)
        #expect(execution.location.table == 1 && execution.location.row == 4 && execution.location.cell == 8)
        let ratio = try #require(findings.first { $0.check.id == "E10" })
        #expect(ratio.message.contains("10×37.24/43.2 = 8.62，表中填9") && ratio.row == 1 && ratio.severity == .warning)
    }

    @Test func cellsAndColumnsAreRead() throws {
        let fixture = try #require(Fixture.all.first { $0.name == "n03-three-columns.form" })
        let form = try #require(fixture.forms.first)
        #expect(form.projectName?.text == "农村公厕管护项目" && form.fiscalYear == 2022 && form.moneyUnit == .yuan)
        #expect(form.unit?.text == "澜谷县勐坪镇人民政府" && form.grade?.text == "优" && form.total?.score?.number == 96)
        #expect(form.totalMoney?.cells[.paid]?.number == Decimal(string: "387664.62") && form.fundParts.count == 3)
        #expect(form.rows.map(\.target.text).prefix(4) == ["≥42座", "=12人", "≥100%", "=100%"])
        #expect(form.rows.map { $0[.weight]?.number } == Array(repeating: 10, count: 9))
        #expect(form.goal?.text.hasPrefix("管护农村公厕") == true && form.achievement?.text.hasPrefix("公厕管护员") == true)
    }

    @Test func whatIsNoNumberIsDoubted() throws {
        let fixture = try #require(Fixture.all.first { $0.name == "n01-national.form" })
        let text = fixture.text.replacing("|12.5|11.98|", with: "|12.5|12.5×96%|")
        let form = try #require(
            EvaluationForm.reading(FormText(text, path: "a").document, lexicon: try Lexicon.ours()).first)
        #expect(form.doubts.count == 1 && form.doubts.first?.text.contains("12.5×96%") == true)
        // What needs the figure is left out: no sum is called wrong.
        #expect(ReviewedForm(form).findings.filter { $0.severity == .error } == [])
    }

    @Test func goalFormsAreNone() throws {
        let text = """
            目标表
            P 项目支出绩效目标表
            T
            项目名称|村道养护项目|<|<|<
            一级指标|二级指标|三级指标|指标值|备注
            产出指标|数量指标|养护村道|≥24公里|
            """
        #expect(EvaluationForm.reading(FormText(text, path: "a").document, lexicon: try Lexicon.ours()).isEmpty)
    }

    @Test func checksHaveStableNames() {
        let all = FormCheckCatalogue.descriptions
        #expect(all.count == 38 && Set(all.map(\.id)).count == all.count && Set(all.map(\.name)).count == all.count)
        #expect(all.allSatisfy { !$0.title.isEmpty && !$0.reason.isEmpty && !$0.remedy.isEmpty })
        #expect(all.allSatisfy { $0.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" } })
    }
}
