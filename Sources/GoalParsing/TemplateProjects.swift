internal import GoalModel
internal import SourceFiles
internal import Text

/// The projects of the template's sheet 项目, found by what the sheet 指标 says of them.
struct TemplateProjects {
    struct Entry {
        let code: String
        let name: String
        let key: ProjectKey
        /// The code with digits for the letters that look like them.
        let digits: String

        /// Whether the sheet 项目 has letters where the code of a row has digits: then the sheet is wrong.
        fileprivate func isMistyped(besides code: String) -> Bool {
            let characters = Array(digits)
            guard characters.count == 21, digits.begins(with: "13"), characters[8] == "P" else { return false }
            return key.code != code && digits == code
        }
    }

    /// What a row of indicators says of its project.
    enum Match {
        case same
        /// The name is a project's, its code is not.
        case named(Entry)
        /// The code is a project's that the sheet 项目 has with letters for digits: a rule speaks of that.
        case mistyped(Entry)
        /// The code is a project's, its name is no project's.
        case coded(Entry)
        /// The code is one project's, the name another's.
        case apart(code: Entry, name: Entry)
        case unknown(nearest: Entry?)
    }

    private(set) var entries: [Entry] = []
    private var byCode: [String: Int] = [:]
    private var byDigits: [String: [Int]] = [:]
    private var byName: [String: [Int]] = [:]

    init(_ forms: [ProjectForm]) {
        for form in forms where !form.key.isEmpty {
            let code = form.values[.code]?.text.withoutSpaces ?? ""
            if !form.key.code.isEmpty, byCode[form.key.code] == nil { byCode[form.key.code] = entries.count }
            if !form.key.name.isEmpty { byName[form.key.name, default: []].append(entries.count) }
            entries.append(Entry(code: code, name: form.name, key: form.key, digits: form.key.code.withoutLikeLetters))
            byDigits[form.key.code.withoutLikeLetters, default: []].append(entries.count - 1)
        }
    }

    /// - Parameter guesses: whether to look for the project that an unknown name or code was meant for.
    func match(_ key: ProjectKey, guesses: Bool = true) -> Match {
        let named = byName[key.name] ?? []
        let coded = byCode[key.code]
        if coded == nil, !key.code.isEmpty, let entry = only((byDigits[key.code] ?? []).map { entries[$0] }),
            entry.isMistyped(besides: key.code), key.name.isEmpty || key.name == entry.key.name
        {
            return .mistyped(entry)
        }
        switch (coded, named.first) {
        case (nil, nil): return .unknown(nearest: guesses ? nearest(to: key) : nil)
        case (nil, let name?):
            if key.code.isEmpty || entries[name].key.code.isEmpty { return .same }
            return named.count == 1 ? .named(entries[name]) : .unknown(nearest: guesses ? nearest(to: key) : nil)
        case (let code?, nil):
            return key.name.isEmpty || entries[code].key.name.isEmpty ? .same : .coded(entries[code])
        case (let code?, let name?):
            return named.contains(code) ? .same : .apart(code: entries[code], name: entries[name])
        }
    }

    /// The projects that such rows speak of, or were probably meant for.
    func meant(by key: ProjectKey, _ match: Match) -> [Entry] {
        switch match {
        case .same: [byCode[key.code] ?? byName[key.name]?.first].compactMap { $0.map { entries[$0] } }
        case .named(let entry), .coded(let entry), .mistyped(let entry): [entry]
        case .apart(let one, let other): [one, other]
        case .unknown(let nearest): [nearest].compactMap(\.self)
        }
    }

    func holds(name: String) -> Bool {
        byName[ProjectKey(code: "", name: name).name] != nil
    }

    /// The one project that was probably meant; the code tells it before the name.
    private func nearest(to key: ProjectKey) -> Entry? {
        if !key.code.isEmpty, let entry = only(entries.filter { Self.areNear($0, key.code) }) { return entry }
        let name = key.name
        guard name.count > 1, name.count <= 80 else { return nil }
        let ranked = entries.compactMap { entry -> (entry: Entry, steps: Int)? in
            let other = entry.key.name
            let longer = max(name.count, other.count)
            guard other.count > 1, other.count <= 80, abs(name.count - other.count) <= longer / 3 + 1 else { return nil }
            let steps = name.editDistance(to: other)
            return steps <= max(1, longer / 3) ? (entry, steps) : nil
        }
        let least = ranked.map(\.steps).min()
        if least != nil { return only(ranked.filter { $0.steps == least }.map(\.entry)) }
        return only(entries.filter { $0.key.name.count > 2 && ($0.key.name.holds(name) || name.holds($0.key.name)) })
    }

    private func only(_ entries: [Entry]) -> Entry? { entries.count == 1 ? entries.first : nil }

    /// Codes that are the same but for one sign, or for letters that look like digits.
    private static func areNear(_ entry: Entry, _ code: String) -> Bool {
        let own = entry.key.code
        guard abs(own.utf8.count - code.utf8.count) <= 1, own.utf8.count > 5, own.utf8.count <= 40 else { return false }
        return entry.digits == code.withoutLikeLetters || own.editDistance(to: code) <= 1
    }
}

extension String {
    /// The text with digits for the letters that look like them.
    var withoutLikeLetters: String {
        mappingScalars { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 }
    }
}
