import Foundation
import TestSupport
import Testing

@testable import Delivery

/// A database that somebody has changed by hand: whatever its columns hold, programs tell of it and go on.
@Suite struct OddStateTests {
    private static let odd = [
        "NULL", "-1", "0", "9223372036854775807", "-9223372036854775808", "1e308", "-1e308", "9e999", "-9e999", "1.5", "''",
        "'x'",
        "'1e400'", "x'00FF'", "'9999999999999999999999'", "'../../inputs'",
    ]

    @Test func anyValueInAnyColumnIsSurvived() async throws {
        let sink = try MailSink(MailSink.Script(replies: ["RCPT": "451 4.7.1 try later"]))
        defer { sink.stop() }
        let people = "{ address: \"a@example.cn\", towns: [\"706001\"] }"
        let bench = try NightBench(towns: 1, settings: NightBench.mail(sink, people))
        _ = try await bench.night()
        let file = try bench.workspace.database
        let good = try Data(contentsOf: URL(filePath: file))
        let current = bench.current
        let shown = try FileManager.default.destinationOfSymbolicLink(atPath: current)
        func restore() throws {
            try good.write(to: URL(filePath: file))
            // A night may have published what the restored state does not know.
            try FileManager.default.removeItem(atPath: current)
            try FileManager.default.createSymbolicLink(atPath: current, withDestinationPath: shown)
        }
        var columns: [(table: String, column: String)] = []
        for table in ["runs", "problems", "mails", "told"] {
            columns += try bench.database().query("SELECT name FROM pragma_table_info('\(table)')") { (table, $0.text(0)) }
        }
        #expect(columns.count > 20)
        var generator = SplitMix64(seed: 7)
        for (table, column) in columns {
            for value in Self.odd {
                try restore()
                do { try bench.database().execute("UPDATE OR IGNORE \(table) SET \(column) = \(value)") } catch { continue }
                try look(bench)
                if Int.random(in: 0..<(Cases.areAll ? 4 : 40), using: &generator) == 0 { _ = try await bench.night(1) }
            }
        }
        for path in ["made", "staleSince", "year", "pages", "figures.score", "figures.budgetFen", "figures.errors"] {
            for value in ["1e300", "-1e300", "9223372036854775807", "-9223372036854775808", "-1", "0.5", "'x'"] {
                try restore()
                let key = "'$.towns.\"\(NightBench.folder(0))\".\(path)'"
                try bench.database().execute("UPDATE runs SET state = json_set(state, \(key), \(value))")
                try look(bench)
                if Cases.areAll || value == "1e300" { _ = try await bench.night(1) }
            }
        }
        #expect(FileManager.default.fileExists(atPath: bench.inputs))
    }

    private func look(_ bench: borrowing NightBench) throws {
        do {
            let status = try WorkspaceStatus(try bench.workspace)
            let encoder = JSONEncoder()
            encoder.dateEncodingStrategy = .iso8601
            _ = try encoder.encode(status)
            if let last = status.last, let end = last.finished { #expect(abs(end.timeIntervalSince(last.started)) < 1e12) }
            for town in status.towns { _ = (LocalTime(town.made).inWords, town.points.map { "\($0)" }) }
        } catch is StateError {}
    }
}
