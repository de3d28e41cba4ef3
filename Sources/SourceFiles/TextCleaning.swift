internal import Diagnostics
internal import Text

/// Takes out of a document what nobody can see, and writes radicals as the characters that they stand for; says so once.
struct TextCleaning {
    private var invisible: [Unicode.Scalar: Int] = [:]
    private var radicals: [Unicode.Scalar: Int] = [:]
    private var firstInvisible: Location?
    private var firstRadical: Location?
    /// Controls and byte-order marks are left to a reader that counts them itself.
    private let leavesControls: Bool

    init(leavesControls: Bool = false) {
        self.leavesControls = leavesControls
    }

    mutating func clean(_ document: inout SourceDocument) {
        document.blocks = document.blocks.compactMap { block in
            switch block {
            case .paragraph(var paragraph):
                guard let text = cleaned(paragraph.text, at: paragraph.location) else { return block }
                paragraph.text = text.trimmed
                return paragraph.text.isEmpty ? nil : .paragraph(paragraph)
            case .table(var table):
                for row in table.rows.indices {
                    for cell in table.rows[row].cells.indices where !isClean(table.rows[row].cells[cell].text) {
                        let before = table.rows[row].cells[cell]
                        if let text = cleaned(before.text, at: before.location) {
                            table.rows[row].cells[cell].text = text.trimmed
                        }
                    }
                }
                return .table(table)
            }
        }
    }

    /// - Returns: `nil` for a text in which there is nothing to do.
    mutating func cleaned(_ text: String, at place: Location) -> String? {
        guard !isClean(text) else { return nil }
        var result = String.UnicodeScalarView()
        var line = 1
        for scalar in text.unicodeScalars {
            if scalar == "\n" { line += 1 }
            let unified = scalar.unified
            if isOdd(scalar), unified == scalar, scalar.isInvisible(after: result.last) {
                invisible[scalar, default: 0] += 1
                if firstInvisible == nil { firstInvisible = leavesControls ? Location(file: place.file, line: line) : place }
                continue
            }
            if unified != scalar {
                radicals[scalar, default: 0] += 1
                if firstRadical == nil { firstRadical = leavesControls ? Location(file: place.file, line: line) : place }
            }
            result.append(unified)
        }
        return String(result)
    }

    /// Whether there is nothing to do in a text.
    func isClean(_ text: String) -> Bool {
        let found = text.utf8.withContiguousStorageIfAvailable { bytes in
            for index in 0..<bytes.count where !bytes[index].isUsual && bytes.mayBeOdd(at: index) {
                if isOdd(text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: index)]) { return false }
            }
            return true
        }
        return found ?? !text.unicodeScalars.contains { isOdd($0) }
    }

    /// Worth a closer look.
    private func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0x09...0x0D, 0x3000...0x3163, 0x3165...0xD7FF, 0xFF01...0xFF9F: false
        case 0...0x9F, 0xFEFF: !leavesControls
        default: scalar.unified != scalar || scalar.isInvisible(after: nil)
        }
    }

    var diagnostics: [Diagnostic] {
        var result: [Diagnostic] = []
        if !invisible.isEmpty {
            let count = invisible.values.reduce(0, +)
            result.append(
                Diagnostic(
                    .hint, id: "invisible-characters", at: firstInvisible,
                    "有\(count)个看不见的字符，已去掉：\(TextCleaning.listed(invisible))",
                    explanation: "多半是从网页、聊天软件或输入法带进来的，不影响内容", remedy: "不必处理"))
        }
        if !radicals.isEmpty {
            let count = radicals.values.reduce(0, +)
            let pairs = radicals.keys.sorted().prefix(6).map { "“\($0)”（U+\($0.code)）→“\($0.unified)”" }.joined(separator: "、")
            result.append(
                Diagnostic(
                    .hint, id: "radicals", at: firstRadical, "有\(count)个字写成了部首符号，已改为普通汉字：\(pairs)",
                    explanation: "多半是由PDF转换来的", remedy: "请核对；有原来的Word或Excel文件时请用原件"))
        }
        return result
    }

    private static func listed(_ counts: [Unicode.Scalar: Int]) -> String {
        let names = counts.keys.sorted().prefix(6).map { "U+\($0.code)×\(counts[$0] ?? 0)" }
        return names.joined(separator: "、") + (counts.count > 6 ? "等" : "")
    }
}

extension UInt8 {
    /// A further byte of a character, or the first one of a Chinese character or a plain sign.
    fileprivate var isUsual: Bool { self & 0xC0 == 0x80 || self &- 0xE4 <= 0xED - 0xE4 || self &- 0x20 <= 0x7E - 0x20 }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a byte that is not usual may begin an odd character: of further punctuation the next bytes tell that it is none.
    fileprivate func mayBeOdd(at index: Int) -> Bool {
        switch self[index] {
        case 0x09...0x0D: return false
        case 0xE3: return index + 1 < count && self[index + 1] == 0x85
        // Full-width forms, ≥ and its like, quotation marks and dashes.
        case 0xEF: return index + 2 < count && (self[index + 1] != 0xBC || self[index + 2] == 0x80)
        case 0xE2 where index + 2 < count && self[index + 1] == 0x80:
            return ![0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6].contains(self[index + 2])
        case 0xE2: return index + 2 < count && self[index + 1] != 0x89
        default: return true
        }
    }
}

extension Unicode.Scalar {
    fileprivate var code: String {
        value.padded(to: 4, radix: 16, uppercase: true)
    }
}
