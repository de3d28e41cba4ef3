import Foundation
import Intake
import TestSupport

@testable import Delivery

/// A workspace for one test, with towns made from one small document; nights come when the test says so.
struct NightBench: ~Copyable {
    let bench: Workbench

    /// The first night: 2 March 2026, half past two by the machine's clock.
    static let firstNight = LocalTime.date(stamp: "20260302-023000") ?? .distantPast

    /// - Parameter settings: of the results nothing is printed unless they say so, which takes long.
    init(towns: Int = 3, settings: String = "") throws {
        let fresh = try Workbench()
        try Workspace.create(at: fresh.path("w"), template: Data(Self.whole(settings, kinds: "site").utf8))
        for number in 0..<towns { try fresh.write(try Self.document(number), to: "w/inputs/\(Self.name(number)).txt") }
        bench = fresh
    }

    var inputs: String { bench.path("w/inputs") }
    var current: String { bench.path("w/out/current") }

    var workspace: Workspace {
        get throws { try Workspace(at: bench.path("w")) }
    }

    func settings(_ text: String, kinds: String = "site") throws {
        try bench.write(Self.whole(text, kinds: kinds), to: "w/goalbook.json5")
    }

    private static func whole(_ settings: String, kinds: String) -> String {
        let results = settings.contains("results:") ? "" : "results: { kinds: [\"\(kinds)\"] }, "
        return "{ \(results)\(settings) }"
    }

    /// What settings say of mails that go to a sink.
    static func mail(_ sink: MailSink, _ recipients: String, more: String = "limits: { perMinute: 0 }") -> String {
        """
        mail: { from: "绩效科 <from@example.cn>", smtp: { host: "127.0.0.1", port: \(sink.port), security: "none" },
          recipients: [\(recipients)], \(more) }
        """
    }

    static func name(_ number: Int) -> String {
        String(Array("东西南北中上下青红白")[number]) + "山乡"
    }

    static func code(_ number: Int) -> String { "\(706_001 + number)" }

    static func folder(_ number: Int, year: Int = 2026) -> String {
        "139901-\(code(number))-\(name(number))-\(year)"
    }

    /// Writes a town's document.
    func town(_ number: Int, amount: String = "3.60", year: Int = 2026, as file: String? = nil) throws {
        try write(try Self.document(number, amount: amount, year: year), to: file ?? "\(Self.name(number)).txt")
    }

    private static func document(_ number: Int, amount: String = "3.60", year: Int = 2026) throws -> String {
        var text = String(decoding: try Repository.fixture("hostile/编码/utf8.txt"), as: UTF8.self)
        text = text.replacing("小村乡", with: name(number)).replacing("706001", with: code(number))
        text = text.replacing("3.60", with: amount)
        return text.replacing("13990126P", with: "139901\(year % 100)P").replacing("2026年", with: "\(year)年")
    }

    func write(_ text: String, to input: String) throws { try bench.write(text, to: "w/inputs/" + input) }

    func remove(_ input: String) throws { try FileManager.default.removeItem(atPath: inputs + "/" + input) }

    /// Lets a night pass.
    func night(_ day: Double = 0, tool: String = "goalbook test", resources: String? = nil) async throws -> NightlyOutcome {
        try await run(day, tool: tool, resources: resources).run(waiting: 0)
    }

    func run(_ day: Double = 0, tool: String = "goalbook test", resources: String? = nil) throws -> NightlyRun {
        try NightlyRun(
            workspace, resources: ResourceFolder(given: resources), tool: tool,
            now: Self.firstNight.addingTimeInterval(day * 86_400))
    }

    func page(_ number: Int) throws -> String {
        try String(contentsOfFile: current + "/\(Self.folder(number))/index.html", encoding: .utf8)
    }

    /// Every file below the workspace or a part of it, as the disk knows it.
    func files(_ part: String = "w/out") -> [String: String] {
        let root = bench.path(part)
        let paths = FileManager.default.subpaths(atPath: root) ?? []
        return Dictionary(uniqueKeysWithValues: paths.map { ($0, NightBench.identity(root + "/" + $0)) })
    }

    static func identity(_ path: String) -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(attributes?[.systemFileNumber] ?? "?") \(attributes?[.size] ?? "?") \(time)"
    }

    func database() throws -> Database { try Database.state(at: try workspace.database) }
}
