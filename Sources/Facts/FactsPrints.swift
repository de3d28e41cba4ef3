internal import Linting
internal import Text

/// What of a town's rows is compared with other towns, as numbers of 16 hexadecimal digits.
struct FactsPrints: Encodable {
    /// One a row, divided by blanks.
    let rows: String
    let sets: [ProjectSet]

    init(_ prints: RowPrints) {
        rows = prints.rows.map(FactsPrints.digits).joined(separator: " ")
        sets = prints.sets.map {
            ProjectSet(number: $0.number, name: $0.name, rows: $0.rows, print: FactsPrints.digits($0.print))
        }
    }

    struct ProjectSet: Encodable {
        let number: Int
        let name: String
        let rows: Int
        let print: String
    }

    private static func digits(_ number: UInt64) -> String {
        number.padded(to: 16, radix: 16)
    }
}

extension RowPrints {
    /// - Throws: ``FactsError`` for what is not all there.
    init(_ scanner: inout JSONScanner) throws(FactsError) {
        var rows: [UInt64]?
        var sets: [ProjectSet] = []
        let path = "overview.prints"
        try scanner.members(of: path, ["rows", "sets"]) { (scanner, name) throws(FactsError) in
            if name == "sets" {
                try scanner.elements(of: path + ".sets") { (scanner) throws(FactsError) in sets.append(try .init(&scanner)) }
                return
            }
            let words = try scanner.text(path + ".rows").split(separator: " ")
            let numbers = words.compactMap { UInt64($0, radix: 16) }
            guard numbers.count == words.count else { throw .malformed(path + ".rows", "的内容读不出") }
            rows = numbers
        }
        guard let rows else { throw .malformed(path, "不全") }
        self.init(rows: rows, sets: sets)
    }
}

extension RowPrints.ProjectSet {
    fileprivate init(_ scanner: inout JSONScanner) throws(FactsError) {
        let path = "overview.prints.sets"
        var (number, rows): (Int?, Int?)
        var (name, print): (String?, UInt64?)
        try scanner.members(of: path, ["number", "name", "rows", "print"]) { (scanner, member) throws(FactsError) in
            switch member {
            case "number": number = Int(try scanner.integer(path + ".number", in: -10_000_000...10_000_000))
            case "rows": rows = try scanner.count(path + ".rows")
            case "name": name = try scanner.text(path + ".name")
            default: print = UInt64(try scanner.text(path + ".print"), radix: 16)
            }
        }
        guard let number, let rows, let name, let print else { throw .malformed(path, "不全") }
        self.init(number: number, name: name, rows: rows, print: print)
    }
}
