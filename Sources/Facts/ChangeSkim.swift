internal import Aggregation
internal import GoalModel
internal import Reporting

/// `change` of facts.json as far as the overview shows it.
struct ChangeSkim {
    private(set) var change: CountyReport.Change

    /// - Throws: ``FactsError`` for what is not all there.
    init(_ scanner: inout JSONScanner) throws(FactsError) {
        var basis: String?
        var sides: [String: Side] = [:]
        try scanner.members(of: "change", ["basis", "older", "newer"]) { (scanner, name) throws(FactsError) in
            if name == "basis" {
                basis = try scanner.text("change.basis")
            } else {
                sides[name] = try Side(&scanner, "change." + name)
            }
        }
        guard let basis, let older = sides["older"], let newer = sides["newer"] else { throw .malformed("change", "不全") }
        var difference: Int?
        if let before = older.score, let after = newer.score { difference = after - before }
        change = CountyReport.Change(
            basis: basis, difference: ShownAmount(Money(fen: newer.total)) - ShownAmount(Money(fen: older.total)),
            scoreDifference: difference, errorDifference: newer.errors - older.errors)
    }

    private struct Side {
        var total: Int64
        var score: Int?
        var errors: Int

        init(_ scanner: inout JSONScanner, _ path: String) throws(FactsError) {
            var (total, score): (Int64?, Int?)
            var errors: Int?
            try scanner.members(of: path, ["budgetFen", "score", "errors"]) { (scanner, name) throws(FactsError) in
                switch name {
                case "budgetFen": total = try scanner.fen(path + ".budgetFen")
                case "score": score = try scanner.tenths(path + ".score", in: 0...1000)
                default: errors = try scanner.count(path + ".errors")
                }
            }
            guard let total, let errors else { throw .malformed(path, "不全") }
            self.total = total
            self.score = score
            self.errors = errors
        }
    }
}
