import Foundation
import TestSupport
import Testing

/// Books and the font cache, as several users of a machine meet it.
@Suite struct FontCacheTests {
    /// Two processes fill the same empty cache; a third finds it full; a fourth may not write.
    @Test func processesShareACache() async throws {
        let bench = try Workbench()
        try bench.write(Repository.fixture("hostile/编码/utf8.txt"), to: "in/小村乡.txt")
        let (input, cache) = (bench.path("in"), bench.path("cache"))
        let outputs = (0..<3).map { bench.path("out\($0)") }
        @Sendable func build(_ output: String, _ cache: String) throws -> Program.Outcome {
            try Program.run("build", input, "-o", output, "--only", "book", environment: ["XDG_CACHE_HOME": cache])
        }
        async let first = build(outputs[0], cache)
        async let second = build(outputs[1], cache)
        for run in [try await first, try await second, try build(outputs[2], cache)] {
            #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
        }
        let books = try (0..<3).map { try bench.files(below: "out\($0)") }
        #expect(books[0].keys.contains { $0.hasSuffix(".pdf") })
        #expect(books[0] == books[1] && books[0] == books[2])
        #expect(try !bench.files(below: "cache").keys.contains { $0.contains("draft") })

        let refused = try build(bench.path("out3"), "/dev/null/没有")
        #expect(refused.exitCode == 0 && refused.errors.isEmpty, "\(refused.errors)")
        let manifest = try #require(try bench.files(below: "out3")["manifest.json"])
        let fonts = try #require(JSONSerialization.jsonObject(with: manifest) as? [String: Any])["fonts"] as? [[String: String]]
        #expect(fonts?.count == 6)
        #expect(fonts?.allSatisfy { $0["sha256"]?.count == 64 && $0["family"]?.isEmpty == false } == true)
    }

    @Test func doctorTellsOfFontsAndCache() throws {
        let bench = try Workbench()
        let run = try Program.run("doctor", environment: ["XDG_CACHE_HOME": bench.path("cache")])
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("已预处理") && !run.output.contains("没有预处理"))
        #expect(run.output.contains(bench.path("cache") + "/goalbook/fonts（"))
        let homeless = ["HOME": "", "XDG_CACHE_HOME": ""]
        let refused = try Program.run("doctor", "--fetch-fonts", environment: homeless)
        #expect(refused.exitCode == 2 && refused.errors.contains("XDG_CACHE_HOME"))
        #expect(refused.output.contains("没有预处理"))
    }

    /// What is there is not fetched again, and what cannot be fetched is told.
    @Test func fetchScript() throws {
        let bench = try Workbench()
        let names = ["Fang-Regular", "Kai-Regular", "Song-Regular", "Song-Bold", "Hei-Regular", "Hei-Bold"]
        for name in names { try bench.write("x", to: "cache/goalbook/fonts/sources/Fandol\(name).otf") }
        // Without programs to be found, anything but looking would fail.
        let environment = ["XDG_CACHE_HOME": bench.path("cache"), "PATH": "/nowhere"]
        let there = try Program.run("doctor", "--fetch-fonts", environment: environment)
        #expect(there.exitCode == 0 && there.errors.isEmpty, "\(there.errors)")
        try FileManager.default.removeItem(atPath: bench.path("cache/goalbook/fonts/sources/FandolFang-Regular.otf"))
        let failed = try Program.run("doctor", "--fetch-fonts", environment: environment)
        #expect(failed.exitCode == 2 && failed.errors.contains("没有取得 Fandol 字体"))
        #expect(failed.output.contains("可以正常使用"))
    }
}
