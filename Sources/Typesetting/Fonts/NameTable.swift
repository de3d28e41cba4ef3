/// The `name` table of an OpenType font: what the font calls itself.
struct NameTable {
    let family: String
    let postScriptName: String

    /// For Windows (Unicode, US English), the one set of names that everybody reads.
    var bytes: [UInt8] {
        let names: [(id: UInt16, text: String)] = [
            (1, family), (2, "Regular"), (3, family), (4, family), (6, postScriptName),
        ]
        var records: [UInt16] = []
        var texts: [UInt16] = []
        for name in names {
            let text = Array(name.text.utf16)
            records += [3, 1, 0x409, name.id, UInt16(clamping: text.count * 2), UInt16(clamping: texts.count * 2)]
            texts += text
        }
        let head: [UInt16] = [0, UInt16(names.count), UInt16(6 + names.count * 12)]
        return (head + records + texts).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
}
