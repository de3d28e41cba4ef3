internal import Foundation
internal import Intake

extension Database {
    /// What a run's results were made of; `nil` for a run that the state does not know.
    func basis(of run: String) throws(StateError) -> Basis? {
        let conditions = try query("SELECT tool, resources, settings, fonts FROM runs WHERE id = ?", .text(run)) { row in
            Conditions(tool: row.text(0), resources: row.text(1), settings: row.text(2), fonts: row.text(3))
        }
        guard let conditions = conditions.first else { return nil }
        let inputs = try query("SELECT path, sha256 FROM inputs WHERE run = ?", .text(run)) { ($0.text(0), $0.text(1)) }
        let outputs = try query(
            "SELECT folder, path, sha256, fingerprint FROM outputs WHERE run = ? ORDER BY place", .text(run)
        ) { row in
            (folder: row.text(0), file: Manifest.Entry(path: row.text(1), sha256: row.text(2)), fingerprint: row.text(3))
        }
        let volumes = outputs.filter { $0.folder.isEmpty && !$0.fingerprint.isEmpty }
        return Basis(
            run: run, conditions: conditions, inputs: Dictionary(inputs) { first, _ in first },
            towns: try towns(of: run, files: Dictionary(grouping: outputs, by: \.folder).mapValues { $0.map(\.file) }),
            volumes: Dictionary(volumes.map { ($0.file.path, $0.fingerprint) }) { first, _ in first },
            failures: try query("SELECT path, covered, reason FROM failures WHERE run = ? ORDER BY rowid", .text(run)) {
                Basis.FailureState(path: $0.text(0), isCovered: $0.integer(1) != 0, reason: $0.text(2))
            },
            dropped: try query("SELECT town, reason FROM dropped WHERE run = ? ORDER BY rowid", .text(run)) {
                Basis.Dropped(town: $0.text(0), reason: $0.text(1))
            })
    }

    private func towns(of run: String, files: [String: [Manifest.Entry]]) throws(StateError) -> [String: Basis.TownState] {
        let inputs = try query(
            "SELECT folder, path, sha256 FROM town_inputs WHERE run = ? ORDER BY folder, place", .text(run)
        ) { row in (folder: row.text(0), input: Basis.InputState(path: row.text(1), sha256: row.text(2))) }
        let byFolder = Dictionary(grouping: inputs, by: \.folder)
        let towns = try query(
            """
            SELECT folder, town, year, predecessors, fingerprint, pages, made, stale_reason, stale_since, projects, budget_fen,
              score, errors, warnings FROM towns WHERE run = ? ORDER BY folder
            """, .text(run)
        ) { row in
            Basis.TownState(
                folder: row.text(0), town: row.text(1), year: row.optionalInteger(2),
                inputs: (byFolder[row.text(0)] ?? []).map(\.input), predecessors: row.text(3), fingerprint: row.text(4),
                files: files[row.text(0)] ?? [], pages: row.optionalInteger(5), made: row.date(6) ?? .distantPast,
                staleReason: row.optionalText(7), staleSince: row.date(8),
                figures: Basis.Figures(
                    projects: row.integer(9), budgetFen: Int64(row.integer(10)), score: row.optionalInteger(11),
                    errors: row.integer(12), warnings: row.integer(13)))
        }
        return Dictionary(towns.map { ($0.folder, $0) }) { first, _ in first }
    }

    /// Writes what a run is about to publish, all or nothing.
    func write(_ basis: Basis) throws(StateError) {
        try transaction { () throws(StateError) in
            let (run, conditions) = (SQLValue.text(basis.run), basis.conditions)
            try self.run(
                "UPDATE runs SET outcome = 'ready', tool = ?, resources = ?, settings = ?, fonts = ? WHERE id = ?",
                .text(conditions.tool), .text(conditions.resources), .text(conditions.settings), .text(conditions.fonts), run)
            for (path, hash) in basis.inputs {
                try self.run("INSERT INTO inputs VALUES (?, ?, ?)", run, .text(path), .text(hash))
            }
            for town in basis.towns.values { try write(town, run) }
            for (path, fingerprint) in basis.volumes {
                try self.run("INSERT INTO outputs VALUES (?, ?, '', 0, '', ?)", run, .text(path), .text(fingerprint))
            }
            for failure in basis.failures {
                try self.run(
                    "INSERT INTO failures VALUES (?, ?, ?, ?)", run, .text(failure.path), SQLValue(failure.isCovered ? 1 : 0),
                    .text(failure.reason))
            }
            for town in basis.dropped {
                try self.run("INSERT INTO dropped VALUES (?, ?, ?)", run, .text(town.town), .text(town.reason))
            }
        }
    }

    private func write(_ town: Basis.TownState, _ run: SQLValue) throws(StateError) {
        let folder = SQLValue.text(town.folder)
        try self.run(
            "INSERT INTO towns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", run, folder, .text(town.town),
            SQLValue(town.year), SQLValue(town.pages), .text(town.fingerprint), .text(town.predecessors), SQLValue(town.made),
            SQLValue(town.staleReason), SQLValue(town.staleSince), SQLValue(town.figures.projects),
            .integer(town.figures.budgetFen), SQLValue(town.figures.score), SQLValue(town.figures.errors),
            SQLValue(town.figures.warnings))
        for (place, input) in town.inputs.enumerated() {
            try self.run(
                "INSERT INTO town_inputs VALUES (?, ?, ?, ?, ?)", run, folder, SQLValue(place), .text(input.path),
                .text(input.sha256))
        }
        for (place, file) in town.files.enumerated() {
            try self.run(
                "INSERT INTO outputs VALUES (?, ?, ?, ?, ?, '')", run, .text(file.path), folder, SQLValue(place),
                .text(file.sha256))
        }
    }
}
