/// The first version of the state, which had a run's ``PublishedState`` in seven tables.
enum FirstSchema {
    /// Makes the second version of it.
    static let migration = """
        ALTER TABLE runs ADD COLUMN state TEXT;
        UPDATE runs SET state = \(state) WHERE tool <> '';
        ALTER TABLE runs DROP COLUMN tool;
        ALTER TABLE runs DROP COLUMN resources;
        ALTER TABLE runs DROP COLUMN settings;
        ALTER TABLE runs DROP COLUMN fonts;
        DROP TABLE inputs;
        DROP TABLE towns;
        DROP TABLE town_inputs;
        DROP TABLE outputs;
        DROP TABLE failures;
        DROP TABLE dropped;
        PRAGMA user_version = 2;
        """

    /// Shows the runs as the second version has them, to this connection only.
    static let view = """
        PRAGMA temp_store = MEMORY;
        CREATE TEMP VIEW runs AS
          SELECT rowid AS rowid, id, started, finished, outcome, exit_code, basis, CASE WHEN tool <> '' THEN \(state) END AS state
          FROM main.runs;
        """

    /// A run's state as JSON.
    private static let state = """
        json_object(
          'run', runs.id,
          'conditions', json_object('tool', tool, 'resources', resources, 'settings', settings, 'fonts', fonts),
          'inputs', json((SELECT json_group_object(path, sha256) FROM inputs WHERE run = runs.id)),
          'towns', json((SELECT json_group_object(folder, \(town)) FROM towns WHERE run = runs.id)),
          'volumes', json((
            SELECT json_group_object(path, fingerprint) FROM outputs WHERE run = runs.id AND folder = '' AND fingerprint <> '')),
          'failures', json((
            SELECT json_group_array(json(\(failure))) FROM (
              SELECT path, reason, covered, instr(path, '（') AS bracket FROM failures WHERE run = runs.id ORDER BY rowid))),
          'dropped', json((
            SELECT json_group_array(json_object('town', town, 'reason', reason)) FROM (
              SELECT town, reason FROM dropped WHERE run = runs.id ORDER BY rowid))))
        """

    private static let town = """
        json_object(
          'folder', folder, 'town', town, 'year', year, 'inputs', json(\(entries("town_inputs"))), 'predecessors', predecessors,
          'fingerprint', fingerprint, 'files', json(\(entries("outputs"))), 'pages', pages, 'made', made,
          'staleReason', stale_reason, 'staleSince', stale_since,
          'figures', json_object(
            'projects', projects, 'budgetFen', budget_fen, 'score', score, 'errors', errors, 'warnings', warnings))
        """

    /// A failure of towns that showed earlier results was written as `towns（files）`.
    private static let failure = """
        CASE WHEN covered AND bracket > 0
          THEN json_object(
            'path', substr(path, bracket + 1, length(path) - bracket - 1), 'reason', reason,
            'towns', json_array(substr(path, 1, bracket - 1)))
          ELSE json_object('path', path, 'reason', reason)
        END
        """

    /// The files of a town in their order.
    private static func entries(_ table: String) -> String {
        """
        (SELECT json_group_array(json_object('path', path, 'sha256', sha256)) FROM (
          SELECT path, sha256 FROM \(table) WHERE run = towns.run AND folder = towns.folder ORDER BY place))
        """
    }
}
