internal import Text

extension PersonalNames {
    /// What stands before the name of who is in charge, or who is helped.
    private static let labels = [
        "联系人", "负责人", "经办人", "填表人", "填报人", "审核人", "责任人", "申请人", "受助人", "当事人", "受益人", "信访人", "户主",
    ]

    /// Names behind a label, as in `联系人：王小明`: a surname and one or two more characters, and then no more of them.
    func labelled(in text: PlainText) -> [String] {
        let scalars = text.scalars
        var names: [String] = []
        for index in scalars.indices {
            guard let label = Self.labels.first(where: { scalars[index...].starts(with: $0.unicodeScalars) }) else { continue }
            var start = index + label.unicodeScalars.count
            if start < scalars.count, scalars[start] == ":" || scalars[start] == "：" { start += 1 }
            let name = scalars[min(start, scalars.count)...].prefix(4).prefix { $0.isHan }
            guard (2...3).contains(name.count), let surname = name.first, surnames.contains(surname), name.last != "某" else {
                continue
            }
            names.append(text[name.startIndex..<name.endIndex])
        }
        return names
    }
}
