internal import Diagnostics
internal import GoalModel
internal import Text

/// Which town, county and unit a book is of: by the units of its projects, else by its text, else by its file name.
struct TownIdentity {
    private(set) var town = ""
    private(set) var county: String?
    private(set) var region: String?
    private(set) var kind: TownKind?
    private(set) var unit: BudgetUnit
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter stated: the unit that the document states for itself, for a book whose projects do not.
    init(projects: [Project], stated: BudgetUnit? = nil, texts: [String], path: String) {
        var units = projects.map(\.unit).filter { !$0.name.isEmpty }
        if units.isEmpty, let stated { units = [stated] }
        unit = TownIdentity.main(units)
        region = mostFrequent(
            projects.map { String($0.code.prefix(6)) }.filter { $0.count == 6 && $0.allSatisfy { $0.isDigit } })
        let file = String(path.split(separator: "/").last?.prefix { $0 != "." } ?? "")
        let name = TownName(in: unit.name) ?? texts.lazy.compactMap { TownName(in: Self.issuer($0)) }.first ?? TownName(in: file)
        if let name {
            town = name.town
            county = name.county
            kind = name.kind
        }
        if name == nil { county = TownName.county(in: unit.name) }
        if unit.name.isEmpty { unit.name = town }
        report(units, path: path)
    }

    /// The most frequent unit; where that is one of several of a department, the department's own (本级, …001).
    private static func main(_ units: [BudgetUnit]) -> BudgetUnit {
        guard let most = mostFrequent(units) else { return BudgetUnit(code: nil, name: "") }
        let department = most.code?.prefix(3)
        let own = units.first { $0.code.map { $0.ends(with: "001") && $0.prefix(3) == department } == true }
        return own ?? most
    }

    /// The beginning of a sentence that speaks in a government's name.
    private static func issuer(_ text: String) -> String {
        guard text.holds("人民政府") || (text.holds("绩效") && text.utf8.count <= 120) else { return "" }
        let head = text.prefix(40)
        if let government = head.place(of: "人民政府"), head.distance(from: head.startIndex, to: government.lowerBound) <= 20 {
            return String(head[..<government.upperBound])
        }
        // A title such as 青禾县石桥镇2024年部门预算绩效目标.
        guard head.contains("年"), head.contains("绩效"), !head.contains("。"), text.utf8.count <= 120 else { return "" }
        let year = head.prefix { $0.isDecimal || "〇○零一二三四五六七八九".contains($0) }
        let name = year.count == 4 && head.dropFirst(4).first == "年" ? head.dropFirst(5).drop { $0 == "度" } : head
        return String(name.prefix { !$0.isDecimal && !"〇○".contains($0) })
    }

    private mutating func report(_ units: [BudgetUnit], path: String) {
        if town.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .error, id: "town-unknown", at: Location(file: path), "看不出是哪个乡镇", explanation: "表格的单位名称、正文和文件名里都没有“镇、乡、街道”",
                    remedy: "请在表格左上方写明单位编码和名称，如“901001某县某镇人民政府本级”"))
        }
        let others = Set(units.compactMap(\.code)).subtracting([unit.code].compactMap(\.self)).sorted()
        // 本级 and 综合服务中心 of one town share the department's three digits.
        if others.contains(where: { $0.prefix(3) != unit.code?.prefix(3) }) {
            diagnostics.append(
                Diagnostic(
                    .warning, id: "units-differ", at: Location(file: path), "同一份文件里有几个预算单位：\(others.joined(separator: "、"))",
                    explanation: "已按多数归入\(unit.code ?? "")\(unit.name)", remedy: "请确认这些项目是否属于同一个乡镇"))
        }
    }
}

/// The most frequent element, the earlier one when several are; `nil` of nothing.
private func mostFrequent<Element: Hashable>(_ elements: [Element]) -> Element? {
    var counts: [Element: Int] = [:]
    for element in elements { counts[element, default: 0] += 1 }
    let most = counts.values.max()
    return elements.first { counts[$0] == most }
}
