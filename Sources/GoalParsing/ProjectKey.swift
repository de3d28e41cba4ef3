internal import GoalModel
internal import Text

/// What tells projects of one town apart: the code, and where that is missing the name.
struct ProjectKey: Hashable {
    let code: String
    /// Letters and digits of the name.
    let name: String

    init(code: String, name: String) {
        self.code = code.withoutSpaces.folded.uppercased()
        self.name = FormTitle.letters(name)
    }

    var isEmpty: Bool {
        code.isEmpty && name.isEmpty
    }
}

/// Finds the projects that were met before by their keys.
struct ProjectIndex {
    private var byCode: [String: Int] = [:]
    private var byName: [String: Int] = [:]
    private var withoutCode: [String: Int] = [:]

    /// The place of the project that `key` means.
    func place(of key: ProjectKey) -> Int? {
        if key.code.isEmpty { return key.name.isEmpty ? nil : byName[key.name] }
        return byCode[key.code] ?? (key.name.isEmpty ? nil : withoutCode[key.name])
    }

    /// The first project of a key counts.
    mutating func insert(_ key: ProjectKey, at place: Int) {
        if !key.code.isEmpty {
            if byCode[key.code] == nil { byCode[key.code] = place }
        } else if !key.name.isEmpty, withoutCode[key.name] == nil {
            withoutCode[key.name] = place
        }
        if !key.name.isEmpty, byName[key.name] == nil { byName[key.name] = place }
    }
}
