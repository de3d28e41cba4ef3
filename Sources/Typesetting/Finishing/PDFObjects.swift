/// New objects behind those of a ``CairoFile``, written as text.
struct PDFObjects {
    private var bytes: [UInt8]
    private var offsets: [Int?]

    init(behind file: CairoFile) {
        bytes = Array(file.body)
        offsets = file.offsets
    }

    /// A number for an object that is written later.
    mutating func reserve() -> Int {
        offsets.append(nil)
        return offsets.count - 1
    }

    mutating func add(_ text: String) -> Int {
        let number = reserve()
        write(text, as: number)
        return number
    }

    mutating func write(_ text: String, as number: Int) {
        begin(number)
        bytes += text.utf8
        bytes += "\nendobj\n".utf8
    }

    /// - Parameter dictionary: the entries beside `Length`.
    mutating func addStream(_ dictionary: String, _ content: [UInt8]) -> Int {
        let number = reserve()
        begin(number)
        bytes += "<<\(dictionary)/Length \(content.count)>>\nstream\n".utf8
        bytes += content
        bytes += "\nendstream\nendobj\n".utf8
        return number
    }

    private mutating func begin(_ number: Int) {
        offsets[number] = bytes.count
        bytes += "\(number) 0 obj\n".utf8
    }

    /// The whole file with its cross-reference table (ISO 32000-1, 7.5.4).
    consuming func file(root: Int, info: Int) -> [UInt8] {
        let table = bytes.count
        var text = "xref\n0 \(offsets.count)\n"
        for (number, offset) in offsets.enumerated() {
            let digits = String(offset ?? 0)
            text += String(repeating: "0", count: max(0, 10 - digits.count)) + digits
            text += offset != nil ? " 00000 n \n" : number == 0 ? " 65535 f \n" : " 00001 f \n"
        }
        text += "trailer\n<</Size \(offsets.count)/Root \(root) 0 R/Info \(info) 0 R>>\nstartxref\n\(table)\n%%EOF\n"
        bytes += text.utf8
        return bytes
    }
}
