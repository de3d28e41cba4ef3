/// The tables of `state/goalbook.db`.
///
/// Times are seconds since 1970. A run's rows are written before its results are published, so that whatever the link
/// `current` leads to is known here, even when the machine stops between two steps.
enum StateSchema {
    static let version = 1

    static let script = """
        CREATE TABLE runs (
          id TEXT PRIMARY KEY, started REAL NOT NULL, finished REAL, outcome TEXT NOT NULL, exit_code INTEGER, basis TEXT,
          tool TEXT NOT NULL DEFAULT '', resources TEXT NOT NULL DEFAULT '', settings TEXT NOT NULL DEFAULT '',
          fonts TEXT NOT NULL DEFAULT '');
        CREATE TABLE inputs (run TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (run, path)) WITHOUT ROWID;
        CREATE TABLE towns (
          run TEXT NOT NULL, folder TEXT NOT NULL, town TEXT NOT NULL, year INTEGER, pages INTEGER, fingerprint TEXT NOT NULL,
          predecessors TEXT NOT NULL, made REAL NOT NULL, stale_reason TEXT, stale_since REAL,
          projects INTEGER NOT NULL, budget_fen INTEGER NOT NULL, score INTEGER, errors INTEGER NOT NULL, warnings INTEGER NOT NULL,
          PRIMARY KEY (run, folder)) WITHOUT ROWID;
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
        CREATE TABLE problems (line TEXT NOT NULL);
        CREATE TABLE mails (
          key TEXT PRIMARY KEY, message_id TEXT NOT NULL, period TEXT NOT NULL, scope TEXT NOT NULL, recipient TEXT NOT NULL,
          content TEXT NOT NULL, subject TEXT NOT NULL, queued REAL NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
          next_attempt REAL NOT NULL, finished REAL, answer TEXT NOT NULL DEFAULT '', message BLOB);
        CREATE INDEX mails_by_state ON mails (state, next_attempt);
        CREATE TABLE told (
          recipient TEXT NOT NULL, scope TEXT NOT NULL, content TEXT NOT NULL, at REAL NOT NULL,
          PRIMARY KEY (recipient, scope)) WITHOUT ROWID;
        PRAGMA user_version = \(version);
        """
}

extension Database {
    /// Opens the state to be read and written; makes it where there is none.
    ///
    /// - Throws: ``StateError``.
    static func state(at path: String) throws(StateError) -> Database {
        let database = try Database(path, .readWrite)
        // A mail's state must outlive a power cut.
        try database.execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY")
        try database.transaction { () throws(StateError) in
            let version = try database.version()
            if version == 0 { try database.execute(StateSchema.script) }
            if version > StateSchema.version { throw .newer(path) }
        }
        return database
    }

    /// Opens the state to be looked at.
    ///
    /// - Throws: ``StateError``.
    static func stateForReading(at path: String) throws(StateError) -> Database {
        let database = try Database(path, .look)
        if try database.version() > StateSchema.version { throw .newer(path) }
        return database
    }

    private func version() throws(StateError) -> Int {
        try query("PRAGMA user_version") { $0.integer(0) }.first ?? 0
    }
}
