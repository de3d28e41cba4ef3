internal import Diagnostics

/// Towns that share their rows have copied from each other, or from one model.
struct CopiedAcrossTowns: CountyRule {
    static let description = RuleDescription(
        code: "D03", id: "copied-across-towns", title: "跨乡镇雷同", level: .county, severity: .hint, criterion: .relevance,
        why: "一个乡镇的指标行（类别、名称、描述、指标值）在别的乡镇一字不差地出现，占比越高，越说明目标是照范本抄的。",
        remedy: "请对照雷同的项目，按本乡镇的实际修改指标值和描述；全县统一下达的指标可以保留。雷同率只在县级汇总中给出。",
        action: "改写与外乡镇雷同的指标",
        sources: [.pointed, .guidePrinciples],
        passing: [.towns([["数量指标 防火宣传次数 ≥4次"], ["数量指标 防汛演练次数 ≥2次"]]), .towns([["数量指标 人数 5人"], ["数量指标 人数 6人"]])],
        failing: [
            .towns(
                [["数量指标 服务村数 52个", "质量指标 合格率 ≥95%"], ["数量指标 服务村数 ５２ 个", "质量指标 合格率 ≥96%"]], finds: .passage)
        ])

    func check(_ book: RowFingerprints, beside others: [RowFingerprints], report: (Violation) -> Void) {
        let known = Set(others.flatMap(\.rows))
        let shared = book.rows.count(where: known.contains)
        if shared > 0 { report(Violation(.shared(shared, of: book.rows.count), at: .passage, key: "\(shared)")) }
    }
}

extension Finding.Message {
    fileprivate static func shared(_ shared: Int, of rows: Int) -> Self { "\(rows)条指标中有\(shared)条也出现在其他乡镇" }
}
