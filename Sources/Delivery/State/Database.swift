internal import CSQLite

/// A connection to a SQLite file; closed with its end.
///
/// Not Sendable: one run, or one look at the state, has its own.
final class Database {
    private let connection: OpaquePointer
    let path: String

    enum Access {
        case readWrite
        /// For looking only; writes no more than what a killed run left half written and SQLite takes back.
        case look
    }

    /// How long another program's lock is waited for, in milliseconds.
    private static let patience: Int32 = 5_000

    init(_ path: String, _ access: Access) throws(StateError) {
        var opened: OpaquePointer?
        let flags =
            switch access {
            case .readWrite: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .look: SQLITE_OPEN_READWRITE
            }
        let status = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, nil)
        guard status == SQLITE_OK, let opened else {
            let reason = StateError(status, opened, path: path)
            sqlite3_close_v2(opened)
            throw reason
        }
        connection = opened
        self.path = path
        sqlite3_busy_timeout(connection, Database.patience)
    }

    deinit {
        sqlite3_close_v2(connection)
    }

    /// Runs statements that give no rows and take no values.
    func execute(_ script: String) throws(StateError) {
        try check(sqlite3_exec(connection, script, nil, nil, nil))
    }

    /// Runs one statement.
    ///
    /// - Parameter values: for its `?`, in their order.
    func run(_ statement: String, _ values: SQLValue...) throws(StateError) {
        try rows(statement, values) { _ in }
    }

    /// How many rows the last statement changed.
    var changes: Int { Int(sqlite3_changes(connection)) }

    /// The rows that a query finds, each made into a value while it is at hand.
    func query<Value>(_ statement: String, _ values: SQLValue..., as value: (SQLRow) -> Value) throws(StateError) -> [Value] {
        var found: [Value] = []
        try rows(statement, values) { found.append(value($0)) }
        return found
    }

    private func rows(_ text: String, _ values: [SQLValue], _ take: (SQLRow) -> Void) throws(StateError) {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(connection, text, -1, &statement, nil))
        defer { sqlite3_finalize(statement) }
        guard let statement else { return }
        for (index, value) in values.enumerated() { try check(value.bind(to: statement, at: Int32(index + 1))) }
        let row = SQLRow(statement: statement)
        while true {
            let status = sqlite3_step(statement)
            if status == SQLITE_DONE { return }
            guard status == SQLITE_ROW else { throw StateError(status, connection, path: path) }
            take(row)
        }
    }

    /// Does all of `work` or, when it throws, nothing.
    func transaction<Value>(_ work: () throws(StateError) -> Value) throws(StateError) -> Value {
        try execute("BEGIN IMMEDIATE")
        do {
            let value = try work()
            try execute("COMMIT")
            return value
        } catch {
            // What failed first is what is told.
            sqlite3_exec(connection, "ROLLBACK", nil, nil, nil)
            throw error
        }
    }

    private func check(_ status: Int32) throws(StateError) {
        guard status == SQLITE_OK else { throw StateError(status, connection, path: path) }
    }
}

extension StateError {
    fileprivate init(_ status: Int32, _ connection: OpaquePointer?, path: String) {
        let words = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
        switch status & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(path)
        case SQLITE_FULL: self = .trouble(path, reason: "磁盘空间不足", remedy: "请清理磁盘后再运行")
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH:
            self = .trouble(path, reason: "没有写的权限，或磁盘是只读的", remedy: "请开放权限，或换一个有权限的用户运行")
        case SQLITE_CANTOPEN: self = .trouble(path, reason: "打不开", remedy: "请检查文件夹是否存在、权限是否够")
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(path)
        default: self = .trouble(path, reason: "\(words)（SQLite \(status)）", remedy: "请检查磁盘和权限")
        }
    }
}
