internal import Diagnostics
internal import GoalModel

/// Which town, county and unit a book is of: by the units of its projects, else by its text, else by its file name.
struct TownIdentity {
    private(set) var town = ""
    private(set) var county: String?
    private(set) var region: String?
    private(set) var kind: TownKind?
    private(set) var unit: BudgetUnit
    private(set) var diagnostics: [Diagnostic] = []

    init(projects: [Project], texts: [String], path: String) {
        let units = projects.map(\.unit).filter { !$0.name.isEmpty }
        unit = mostFrequent(units) ?? BudgetUnit(code: nil, name: "")
        region = mostFrequent(
            projects.map { String($0.code.prefix(6)) }.filter { $0.count == 6 && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        let file = String(path.split(separator: "/").last?.prefix { $0 != "." } ?? "")
        for candidate in [unit.name] + texts.map(Self.issuer) + [file] {
            guard let name = TownName(in: candidate) else { continue }
            town = name.town
            county = name.county
            kind = name.kind
            break
        }
        if unit.name.isEmpty { unit.name = town }
        report(units, path: path)
    }

    /// The beginning of a sentence that speaks in a government's name.
    private static func issuer(_ text: String) -> String {
        guard let government = text.ranges(of: "人民政府").first,
            text.distance(from: text.startIndex, to: government.lowerBound) <= 20
        else { return "" }
        return String(text[..<government.upperBound])
    }

    private mutating func report(_ units: [BudgetUnit], path: String) {
        if town.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .error, id: "town-unknown", at: Location(file: path), "看不出是哪个乡镇", explanation: "表格的单位名称、正文和文件名里都没有“镇、乡、街道”",
                    remedy: "请在表格左上方写明单位编码和名称，如“901001某县某镇人民政府本级”"))
        }
        let others = Set(units.compactMap(\.code)).subtracting([unit.code].compactMap(\.self)).sorted()
        if !others.isEmpty {
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
