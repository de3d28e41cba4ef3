import Diagnostics
import GoalModel
import Linting
import TestSupport
import Testing

@testable import Reporting

@Suite
struct FollowUpTests {
    private func report(_ messages: [String], year: Int = 2024) -> Report {
        let names = ["一", "二", "三"]
        var book = SampleBooks.book(names.enumerated().map { SampleBooks.project($0 + 1, $1, fen: 100) })
        book.fiscalYear = year
        let findings = messages.map { message in
            let project = (names.firstIndex(of: message) ?? 0) + 1
            var finding = SampleFindings.finding("I03", "缺数字", .error, project: project, message: message)
            finding.fingerprint = message
            return finding
        }
        return SampleFindings.report(book, findings)
    }

    private func followUp(_ newer: Report, since older: Report) -> FollowUp? {
        var (newer, earlier) = (newer, EarlierBooks())
        earlier.add(older)
        newer.change = earlier.change(to: newer)
        return newer.followUp
    }

    @Test("A second submission says what was demanded, what is done and what is not")
    func second() throws {
        let found = try #require(followUp(report(["一", "三"]), since: report(["一", "二"])))
        #expect(found.sentence == "上次报送时要求改正的错误2处：已改正1处，未改正1处；另有新出现的错误1处。")
        #expect(found.demands.map(\.state) == ["未改正", "已改正"])
        #expect(found.demands.map(\.message) == ["I03 一", "I03 二"] && found.demands.map(\.project) == ["一", "二"])
    }

    @Test("A first submission, another year and a book without errors before say nothing")
    func none() {
        #expect(report(["一"]).followUp == nil)
        #expect(followUp(report(["一"]), since: report(["一"], year: 2023)) == nil)
        #expect(followUp(report(["一"]), since: report([])) == nil)
    }
}
