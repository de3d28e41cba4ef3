import Diagnostics
import Foundation
import FoundationXML
import GoalModel
import Linting
import Pages
import Reporting
import Tables
import TestSupport
import Testing

/// Reports of `check` for other programs.
@Suite struct CheckReportTests {
    private func town(_ name: String = "巨鹿镇", since baseline: Baseline? = nil, settings: String = "{}") throws -> CheckedTown {
        let engine = try Reviewer(file: Repository.resource)
        let book = try #require(Corpus.all.first).book(of: name)
        let layer = try engine.basis.profile(json5: Data(settings.utf8), file: "审核设定.json5", origin: "县设定")
        return CheckedTown(try engine.laidOver([layer], for: book).report(book), since: baseline)
    }

    private let failures = [InputFailure(path: "坏 <文件>.docx", reason: "读不了 & 请重存")]

    private func object(_ value: Any?) throws -> [String: Any] { try #require(value as? [String: Any]) }
    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    private func sarif(_ towns: [CheckedTown]) throws -> [String: Any] {
        let json = try SarifLog(towns, failures: failures, in: URL(filePath: "/tmp"), version: "0.1.0").json()
        return try object(JSONSerialization.jsonObject(with: json))
    }

    @Test func sarifHasTheShapeOfItsSchema() throws {
        let town = try town()
        let log = try sarif([town])
        #expect(log["version"] as? String == "2.1.0" && (log["$schema"] as? String)?.contains("sarif-schema-2.1.0") == true)
        let run = try #require(try list(log["runs"]).first)
        let driver = try object(object(run["tool"])["driver"])
        let rules = try list(driver["rules"])
        #expect(driver["name"] as? String == "goalbook" && rules.count == RuleCatalogue.all.count)
        for rule in rules {
            #expect((rule["id"] as? String)?.wholeMatch(of: /[A-Z][0-9]{2}/) != nil)
            for key in ["shortDescription", "fullDescription", "help"] { #expect(try object(rule[key])["text"] is String) }
        }
        let results = try list(run["results"])
        #expect(results.count == town.report.findings.count + town.report.diagnostics.count && results.count > 20)
        let artifacts = try list(run["artifacts"])
        for result in results {
            #expect(["error", "warning", "note"].contains(result["level"] as? String ?? ""))
            #expect((try object(result["message"])["text"] as? String)?.isEmpty == false)
            if let index = result["ruleIndex"] as? Int { #expect(rules[index]["id"] as? String == result["ruleId"] as? String) }
            for location in try list(result["locations"]) {
                let place = try object(location["physicalLocation"])
                let file = try object(place["artifactLocation"])
                let uri = try #require(file["uri"] as? String)
                #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && uri.removingPercentEncoding == "巨鹿镇.txt")
                if let index = file["index"] as? Int {
                    #expect(try object(artifacts[index]["location"])["uri"] as? String == uri)
                }
                if let region = place["region"] { #expect((try object(region)["startLine"] as? Int ?? 0) > 0) }
            }
        }
        let prints = try results.compactMap { try object($0["partialFingerprints"])["goalbook/v1"] as? String }
        #expect(prints == town.report.findings.map(\.fingerprint))
        let invocation = try #require(try list(run["invocations"]).first)
        #expect(invocation["executionSuccessful"] as? Bool == false)
        #expect(try list(invocation["toolExecutionNotifications"]).count == 1)
    }

    /// Relative to the working directory where the file stands in it, else absolute; of unknown files the bare path.
    @Test(arguments: [
        ("/仓库/各 乡镇/巨鹿镇.txt", "%E5%90%84%20%E4%B9%A1%E9%95%87/%E5%B7%A8%E9%B9%BF%E9%95%87.txt", true),
        ("/仓库/100%.txt", "100%25.txt", true), ("/仓库2/a.txt", "file:///%E4%BB%93%E5%BA%932/a.txt", false),
        ("/仓库/13812345678.txt", "138%2A%2A%2A%2A%2A%2A78.txt", true), ("", "%E5%B7%A8%E9%B9%BF%E9%95%87.txt", false),
    ])
    func sarifPlacesLeadFromTheWorkingDirectory(file: String, uri: String, isInside: Bool) throws {
        let files = file.isEmpty ? [:] : ["巨鹿镇.txt": URL(filePath: file)]
        let json = try SarifLog([town()], failures: [], files: files, in: URL(filePath: "/仓库"), version: "0").json()
        let run = try #require(try list(object(JSONSerialization.jsonObject(with: json))["runs"]).first)
        let bases = try object(run["originalUriBaseIds"])
        #expect(try object(bases["%SRCROOT%"])["uri"] as? String == "file:///%E4%BB%93%E5%BA%93/")
        let location = try object(try #require(try list(run["artifacts"]).first)["location"])
        #expect(location["uri"] as? String == uri && (location["uriBaseId"] as? String == "%SRCROOT%") == isInside)
    }

    @Test func sarifTellsWhatIsKnownFixedAndKept() throws {
        let before = try town()
        let code = before.report.book.projects[0].code
        let waiver = "{waivers: [{rule: 'I07', project: '\(code)', reason: '保底', person: '张三', until: '2030-01-01'}]}"
        let baseline = Baseline([before.report.found])
        let rest = try town(since: baseline, settings: waiver)
        let waived = rest.report.waived.count
        let states = try list(list(sarif([rest])["runs"]).first?["results"])
        #expect(states.allSatisfy { $0["baselineState"] as? String == "unchanged" })
        #expect(try states.count { try ($0["suppressions"].map { try list($0) } ?? []).count == 1 } == waived)
        var smaller = before.report
        smaller.findings.removeFirst(3)
        let gone = CheckedTown(smaller, since: baseline)
        let absent = try list(list(sarif([gone])["runs"]).first?["results"]).filter { $0["baselineState"] as? String == "absent" }
        #expect(absent.count == 3)
        let all = CheckedTown(before.report, since: Baseline([smaller.found]))
        #expect(all.findings.count == 3 && all.knownCount == smaller.findings.count + smaller.diagnostics.count)
    }

    @Test func junitIsWellFormedAndCounts() throws {
        let town = try town()
        let xml = JUnitFile([town], failures: failures, failingOn: .warning).xml
        let reader = JUnitReader()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        let failing = Set(town.report.findings.filter { $0.severity >= .warning }.map(\.code))
        #expect(reader.count["testsuite"] == 2 && reader.count["testcase"] == RuleCatalogue.all.count + 2)
        #expect(reader.count["failure"] == failing.count && reader.count["error"] == 1)
        #expect(reader.totals == ["\(RuleCatalogue.all.count + 2)", "\(failing.count)", "1", "0"])
        #expect(reader.names.contains("坏 <文件>.docx"))
        let lenient = JUnitFile([town], failures: [], failingOn: nil).xml
        #expect(!lenient.contains("<failure") && lenient.contains("<system-out>"))
    }

    @Test func junitSurvivesAnyText() throws {
        var report = try town().report
        report.book.town = "甲<&\"\u{1}\u{FFFE}镇"
        report.findings[0].message = "]]> \u{0} <b>"
        let parser = XMLParser(data: Data(JUnitFile([CheckedTown(report, since: nil)], failures: [], failingOn: .hint).xml.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    @Test func theManualHasEveryRule() throws {
        let html = RuleManual.html(css: "main { color: red }")
        let markdown = RuleManual.markdown
        for rule in RuleCatalogue.descriptions {
            #expect(html.contains("<article class=\"rule\" id=\"\(rule.code)\">"))
            #expect(html.components(separatedBy: "href=\"#\(rule.code)\"").count == 2)
            #expect(markdown.contains("\n### \(rule.code) \(rule.title)\n"))
            #expect(html.contains(rule.why.replacing("<", with: "&lt;").replacing(">", with: "&gt;")), "\(rule.code)")
        }
        #expect(!html.contains("<script") && html.contains("main{color:red}"))
        #expect(
            !html.contains("http:") && !html.contains("https:") && !html.contains("src="), "nothing is asked for from anywhere")
        // Every row of a table has its two or three cells, whatever signs stand in the examples.
        for line in markdown.split(separator: "\n") where line.hasPrefix("|") {
            let bars = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect(bars == 3 || bars == 4, "\(line)")
        }
    }
}

/// Counts the elements of a JUnit file.
private final class JUnitReader: NSObject, XMLParserDelegate {
    var count: [String: Int] = [:]
    var names: [String] = []
    /// Tests, failures, errors and skipped of the whole.
    var totals: [String] = []

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        count[element, default: 0] += 1
        names += [attributes["name"]].compactMap(\.self)
        if element == "testsuites" { totals = ["tests", "failures", "errors", "skipped"].map { attributes[$0] ?? "" } }
    }
}
