/// Reads the objects of a PDF out of bytes, one behind the other (ISO 32000-1, 7.2 and 7.3).
struct PDFScanner {
    let bytes: [UInt8]
    var position: Int
    let budget: ReadingBudget
    private var depth = 0
    private var isOdd = false
    /// In a page's content two numbers before an `R` are no reference.
    private let hasReferences: Bool

    private static let deepest = 100

    init(_ bytes: [UInt8], at position: Int = 0, hasReferences: Bool = true, _ budget: ReadingBudget) {
        self.bytes = bytes
        self.position = position
        self.hasReferences = hasReferences
        self.budget = budget
    }

    /// The next value or word; `nil` at the end.
    ///
    /// - Throws: ``ReadingError`` for arrays and dictionaries that do not end or are nested too deep.
    mutating func next() throws(ReadingError) -> PDFValue? {
        skipSpace()
        guard position < bytes.count else { return nil }
        // Two are one step: a county's book has some million of them.
        isOdd.toggle()
        if isOdd { try budget.spend(steps: 1) }
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "/"):
            position += 1
            return .name(name())
        case UInt8(ascii: "("): return .string(try literal())
        case UInt8(ascii: "<"):
            if following == byte {
                position += 2
                return .dictionary(try dictionary())
            }
            return .string(try hexadecimal())
        case UInt8(ascii: "["):
            position += 1
            return .array(try array())
        case UInt8(ascii: ">") where following == byte:
            position += 2
            return .word(">>")
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            let number = number()
            if hasReferences, let object = reference(number) { return .reference(object) }
            return .number(number)
        case _ where PDFScanner.isRegular(byte):
            let start = position
            skipRegular()
            return word(bytes[start..<position])
        default:
            position += 1
            return .word(String(decoding: [byte], as: UTF8.self))
        }
    }

    /// Goes over white space and remarks.
    mutating func skipSpace() {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "%") {
                while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
            } else if PDFScanner.isSpace(bytes[position]) {
                position += 1
            } else {
                return
            }
        }
    }

    /// Goes behind the data of a picture that stands in a page's content.
    mutating func skipImage() {
        while position + 2 < bytes.count {
            position += 1
            guard bytes[position] == UInt8(ascii: "E"), bytes[position + 1] == UInt8(ascii: "I") else { continue }
            let isAlone = position + 2 >= bytes.count || !PDFScanner.isRegular(bytes[position + 2])
            if isAlone, PDFScanner.isSpace(bytes[position - 1]) {
                position += 2
                return
            }
        }
        position = bytes.count
    }

    private var following: UInt8? {
        position + 1 < bytes.count ? bytes[position + 1] : nil
    }

    private func word(_ bytes: ArraySlice<UInt8>) -> PDFValue {
        switch String(decoding: bytes.prefix(40), as: UTF8.self) {
        case "true": .boolean(true)
        case "false": .boolean(false)
        case "null": .null
        case let word: .word(word)
        }
    }

    private mutating func skipRegular() {
        while position < bytes.count, PDFScanner.isRegular(bytes[position]) { position += 1 }
    }

    private mutating func name() -> String {
        let start = position
        skipRegular()
        let raw = bytes[start..<position]
        guard raw.contains(UInt8(ascii: "#")) else { return String(decoding: raw, as: UTF8.self) }
        var result: [UInt8] = []
        var index = start
        while index < position {
            if bytes[index] == UInt8(ascii: "#"), index + 2 < position, let high = PDFScanner.digit(bytes[index + 1]),
                let low = PDFScanner.digit(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func number() -> Double {
        let start = position
        skipRegular()
        var value = 0.0
        var place = 0.0
        var isNegative = false
        for byte in bytes[start..<position] {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): place = 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Double(byte - UInt8(ascii: "0"))
                if place > 0 {
                    place /= 10
                    value += digit * place
                } else {
                    value = value * 10 + digit
                }
            default: continue
            }
        }
        return isNegative ? -value : value
    }

    /// The object of `12 0 R` behind its first number.
    private mutating func reference(_ number: Double) -> Int? {
        guard number >= 0, number < 1e9, number == number.rounded() else { return nil }
        let start = position
        skipSpace()
        let generation = position
        while position < bytes.count, position - generation < 6, (0x30...0x39).contains(bytes[position]) { position += 1 }
        if position > generation {
            skipSpace()
            if position < bytes.count, bytes[position] == UInt8(ascii: "R"), following.map(PDFScanner.isRegular) != true {
                position += 1
                return Int(number)
            }
        }
        position = start
        return nil
    }

    private mutating func array() throws(ReadingError) -> [PDFValue] {
        try enter()
        defer { depth -= 1 }
        var result: [PDFValue] = []
        while let value = try next() {
            if case .word(let word) = value {
                if word == "]" { return result }
            } else {
                result.append(value)
            }
        }
        throw .damaged("PDF中有一处数组没有结束")
    }

    private mutating func dictionary() throws(ReadingError) -> [String: PDFValue] {
        try enter()
        // It takes some hundred bytes of memory.
        try budget.spend(steps: 5)
        defer { depth -= 1 }
        var result: [String: PDFValue] = [:]
        while let key = try next() {
            if case .word(">>") = key { return result }
            guard case .name(let name) = key, let value = try next() else { continue }
            if case .word(let word) = value {
                if word == ">>" { return result }
            } else {
                result[name] = value
            }
        }
        throw .damaged("PDF中有一处字典没有结束")
    }

    private mutating func enter() throws(ReadingError) {
        depth += 1
        if depth > PDFScanner.deepest { throw .hostile("PDF的数据嵌套超过\(PDFScanner.deepest)层") }
    }
}

extension PDFScanner {
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
    }

    /// Neither white space nor a delimiter.
    static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 0x09, 0x0A, 0x0C, 0x0D, 0x20: false
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            false
        default: true
        }
    }

    /// The value of a hexadecimal digit.
    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
