import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Delivery

/// The state of the program's first version is read on.
@Suite struct FirstSchemaTests {
    @Test func theNightAfterAnUpdateChangesNothing() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let recipients = """
            { name: "李", address: "li@example.cn", role: "county" }, { name: "王", address: "wang@example.cn", role: "admin" }
            """
        let bench = try NightBench(settings: NightBench.mail(sink, recipients))
        _ = try await bench.night()
        // One town shows results of before, one file never gave a town, one town is gone.
        try bench.write("\u{0}", to: "东山乡.txt")
        try bench.write("没有表格", to: "别的.txt")
        try bench.remove("南山乡.txt")
        #expect(try await bench.night(1).isPublished)
        let (mails, files) = (sink.messages.count, bench.files())
        let run = try #require(try RunFolders.currentRun(bench.workspace))
        let state = try #require(try bench.database().state(of: run))
        #expect(state.failures.map(\.towns) == [["东山乡 2026年"], []] && state.dropped.count == 1)
        try Self.downgrade(try bench.database())

        let look = try Database.stateForReading(at: bench.workspace.database)
        #expect(try look.runs(limit: 9).count == 2)
        try expectSame(try #require(try look.state(of: run)), state)
        #expect(try WorkspaceStatus(bench.workspace).failures == state.failures.map(\.titled))
        #expect(try await bench.run(2).preview().isNothingNew)
        let version = try look.query("PRAGMA main.user_version") { $0.integer(0) }
        #expect(version == [1])

        let night = try await bench.night(2)
        #expect(!night.isPublished && night.mailsSent == 0 && night.towns == 2)
        #expect(bench.files() == files && sink.messages.count == mails)
        let database = try bench.database()
        try expectSame(try #require(try database.state(of: run)), state)
        let tables = try database.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") { $0.text(0) }
        #expect(tables == ["answers", "mails", "problems", "runs", "sheets", "told"])
        let newVersion = try database.query("PRAGMA user_version") { $0.integer(0) }
        #expect(newVersion == [2])
    }

    @Test func aNewerStateIsRefused() throws {
        let bench = try NightBench(towns: 0)
        let database = try bench.database()
        try database.execute("PRAGMA user_version = 3")
        #expect(throws: StateError.newer(database.path)) { try Database.state(at: database.path) }
        #expect(throws: StateError.newer(database.path)) { try Database.stateForReading(at: database.path) }
    }

    private func expectSame(_ state: PublishedState, _ other: PublishedState) throws {
        #expect(state.conditions == other.conditions && state.inputs == other.inputs && state.volumes == other.volumes)
        #expect(state.failures == other.failures && state.dropped == other.dropped)
        #expect(state.towns.keys.sorted() == other.towns.keys.sorted())
        for (folder, town) in state.towns {
            var same = try #require(other.towns[folder])
            // SQLite writes fewer digits of a second.
            #expect(abs(town.made.timeIntervalSince(same.made)) < 0.001)
            #expect((town.staleSince == nil) == (same.staleSince == nil))
            (same.made, same.staleSince) = (town.made, town.staleSince)
            #expect(town == same)
        }
    }

    /// Makes of a state what the first version of the program would have written.
    private static func downgrade(_ database: Database) throws {
        try database.execute(
            """
            CREATE TABLE inputs (run TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (run, path)) WITHOUT ROWID;
            CREATE TABLE towns (
              run TEXT NOT NULL, folder TEXT NOT NULL, town TEXT NOT NULL, year INTEGER, pages INTEGER, fingerprint TEXT NOT NULL,
              predecessors TEXT NOT NULL, made REAL NOT NULL, stale_reason TEXT, stale_since REAL,
              projects INTEGER NOT NULL, budget_fen INTEGER NOT NULL, score INTEGER, errors INTEGER NOT NULL,
              warnings INTEGER NOT NULL, PRIMARY KEY (run, folder)) WITHOUT ROWID;
            CREATE TABLE town_inputs (
              run TEXT NOT NULL, folder TEXT NOT NULL, place INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
              PRIMARY KEY (run, folder, place)) WITHOUT ROWID;
            CREATE TABLE outputs (
              run TEXT NOT NULL, path TEXT NOT NULL, folder TEXT NOT NULL, place INTEGER NOT NULL, sha256 TEXT NOT NULL,
              fingerprint TEXT NOT NULL DEFAULT '', PRIMARY KEY (run, path)) WITHOUT ROWID;
            CREATE TABLE failures (run TEXT NOT NULL, path TEXT NOT NULL, covered INTEGER NOT NULL, reason TEXT NOT NULL);
            CREATE INDEX failures_of_run ON failures (run);
            CREATE TABLE dropped (run TEXT NOT NULL, town TEXT NOT NULL, reason TEXT NOT NULL);
            CREATE INDEX dropped_of_run ON dropped (run);
            ALTER TABLE runs ADD COLUMN tool TEXT NOT NULL DEFAULT '';
            ALTER TABLE runs ADD COLUMN resources TEXT NOT NULL DEFAULT '';
            ALTER TABLE runs ADD COLUMN settings TEXT NOT NULL DEFAULT '';
            ALTER TABLE runs ADD COLUMN fonts TEXT NOT NULL DEFAULT '';
            UPDATE runs SET tool = state ->> '$.conditions.tool', resources = state ->> '$.conditions.resources',
              settings = state ->> '$.conditions.settings', fonts = state ->> '$.conditions.fonts' WHERE state IS NOT NULL;
            INSERT INTO inputs SELECT runs.id, key, value FROM runs, json_each(state, '$.inputs');
            INSERT INTO towns SELECT runs.id, value ->> '$.folder', value ->> '$.town', value ->> '$.year', value ->> '$.pages',
              value ->> '$.fingerprint', value ->> '$.predecessors', value ->> '$.made', value ->> '$.staleReason',
              value ->> '$.staleSince', value ->> '$.figures.projects', value ->> '$.figures.budgetFen',
              value ->> '$.figures.score', value ->> '$.figures.errors', value ->> '$.figures.warnings'
              FROM runs, json_each(state, '$.towns');
            INSERT INTO town_inputs SELECT runs.id, town.key, file.key, file.value ->> '$.path', file.value ->> '$.sha256'
              FROM runs, json_each(state, '$.towns') AS town, json_each(town.value, '$.inputs') AS file;
            INSERT INTO outputs SELECT runs.id, file.value ->> '$.path', town.key, file.key, file.value ->> '$.sha256', ''
              FROM runs, json_each(state, '$.towns') AS town, json_each(town.value, '$.files') AS file;
            INSERT INTO outputs SELECT runs.id, key, '', 0, '', value FROM runs, json_each(state, '$.volumes');
            INSERT INTO failures SELECT runs.id, coalesce((value ->> '$.towns[0]') || '（' || (value ->> '$.path') || '）', value ->> '$.path'),
              (value ->> '$.towns') IS NOT NULL, value ->> '$.reason' FROM runs, json_each(state, '$.failures');
            INSERT INTO dropped SELECT runs.id, value ->> '$.town', value ->> '$.reason' FROM runs, json_each(state, '$.dropped');
            ALTER TABLE runs DROP COLUMN state;
            PRAGMA user_version = 1;
            """)
    }
}
