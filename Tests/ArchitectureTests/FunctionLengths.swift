/// The functions, initialisers and computed properties of a file, by the number of lines from the first word to the last brace.
///
/// The code is formatted, so a body ends at the next closing brace as far in as its declaration.
struct FunctionLengths {
    struct Function: Equatable {
        /// The declaration's first line.
        let declaration: String
        let lines: Int
    }

    let functions: [Function]

    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        functions = lines.indices.compactMap { start in
            let words = lines[start].drop { $0 == " " }
            guard Self.isDeclaration(words),
                let end = Self.end(lines[(start + 1)...], depth: lines[start].count - words.count)
            else { return nil }
            return Function(declaration: String(words), lines: end - start + 1)
        }
    }

    private static func isDeclaration(_ words: Substring) -> Bool {
        let kinds = ["func", "init", "init?", "var", "subscript", "deinit"]
        let word = words.split(separator: " ").lazy.map { $0.prefix { $0 != "(" && $0 != "<" } }
            .first { !$0.hasPrefix("@") && !modifiers.contains(String($0)) }
        return word.map { kinds.contains(String($0)) } ?? false
    }

    private static let modifiers: Set<String> = [
        "public", "package", "internal", "fileprivate", "private", "static", "class", "final", "override", "mutating",
        "nonisolated",
        "convenience", "required", "lazy", "borrowing", "consuming",
    ]

    /// The line of the closing brace; `nil` where there is no body of several lines.
    private static func end(_ rest: ArraySlice<Substring>, depth: Int) -> Int? {
        for index in rest.indices {
            let words = rest[index].drop { $0 == " " }
            let indentation = rest[index].count - words.count
            if words.isEmpty || indentation > depth { continue }
            if indentation == depth, words.first == "}" { return index }
            // What goes on a declaration of several lines.
            let goesOn = [")", "{", "->", "where", "async", "throws"].contains { words.hasPrefix($0) }
            if indentation < depth || !goesOn { return nil }
        }
        return nil
    }
}
