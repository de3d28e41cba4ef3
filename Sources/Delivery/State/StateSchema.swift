/// The tables of `state/goalbook.db`.
///
/// Times are seconds since 1970. A run's state, one ``PublishedState`` as JSON, is written before its results are published, so
/// that whatever the link `current` leads to is known here, even when the machine stops between two steps.
enum StateSchema {
    static let version = 2

    /// Every answer that was ever seen, each once for each time that it was new, and the sheets that were laid aside for people to
    /// put right; older states lack both.
    static let answers = """
        CREATE TABLE IF NOT EXISTS answers (
          town TEXT NOT NULL, fingerprint TEXT NOT NULL, year INTEGER, status TEXT NOT NULL, note TEXT NOT NULL,
          person TEXT NOT NULL, run TEXT NOT NULL, at REAL NOT NULL);
        CREATE TABLE IF NOT EXISTS sheets (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
        """

    static let script = """
        CREATE TABLE runs (
          id TEXT PRIMARY KEY, started REAL NOT NULL, finished REAL, outcome TEXT NOT NULL, exit_code INTEGER, basis TEXT,
          state TEXT);
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
    /// Opens the state to be read and written; makes it where there is none, and brings an older one up to date.
    static func state(at path: String) throws(StateError) -> Database {
        let database = try Database(path, .readWrite)
        // A mail's state must outlive a power cut.
        try database.execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY")
        try database.transaction { () throws(StateError) in
            switch try database.version() {
            case 0: try database.execute(StateSchema.script)
            case 1: try database.execute(FirstSchema.migration)
            case StateSchema.version: break
            default: throw .newer(path)
            }
            try database.execute(StateSchema.answers)
        }
        return database
    }

    /// Opens the state to be looked at; one of an older version stays as it is.
    static func stateForReading(at path: String) throws(StateError) -> Database {
        let database = try Database(path, .look)
        let version = try database.version()
        if version > StateSchema.version { throw .newer(path) }
        if version == 1 { try database.execute(FirstSchema.view) }
        return database
    }

    private func version() throws(StateError) -> Int {
        try query("PRAGMA user_version") { $0.integer(0) }.first ?? 0
    }
}
