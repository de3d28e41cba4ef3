internal import Text

/// A file's name as two header fields tell it.
///
/// `Content-Disposition` has it by RFC 2231 (`filename*=utf-8''…`), which phones, Thunderbird and Gmail read. It is one
/// parameter however long: continuations (`filename*0*=…`) are what QQ Mail turned into `tcmime.….bin` and what Outlook and
/// Notes do not put together.
///
/// `Content-Type` has it as an encoded word of RFC 2047 in `name`, which Outlook and the Chinese web mails read first. RFC 2047
/// knows no encoded words in parameters, and of what senders make of that this was found (Python 3.11, `email.policy.default`):
/// - `name="=?utf-8?B?…?="`: shown right, but two header defects, as the word begins a quoted string; so does one after a space;
/// - `name==?utf-8?B?…?=`: a header defect, the value is lost;
/// - `name="\=?utf-8?B?…?="`: no defect, but a reader that does not unescape shows the backslash;
/// - `name="2024=?utf-8?B?…?="`: no defect, and decoded by who looks for `=?` anywhere, as all do who decode such parameters at
///   all (old senders encoded only what was not ASCII, so such names have long been about).
///
/// So the ASCII that a name begins with stays as it is, and the rest is one encoded word. A name without such a beginning gets
/// one in this place only, its kind (`pdf-`). Two words would have to stand apart by a space, so a name that is too long for one
/// is shortened here, in the middle.
struct AttachmentName {
    /// What readers see: the name without what a file's name may not hold.
    let shown: String

    init(_ name: String) {
        // Neither a way to another folder nor what Windows refuses.
        let safe = String(name.oneLine.map { "/\\:*?\"<>|".contains($0) ? "_" : $0 })
        shown = [".", "..", ""].contains(safe) ? "file" : safe.shortened(toBytes: 240)
    }

    /// What the file is, as its name ends; `file` where it does not tell.
    private var kind: String {
        let end = shown.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return end.utf8.allSatisfy(\.isLetterOrDigit) && (1...8).contains(end.utf8.count) ? end : "file"
    }

    /// The parameter of `Content-Disposition`.
    var filename: String {
        if isPlain { return "filename=\"\(shown)\"" }
        let digits = Array("0123456789ABCDEF")
        let value = shown.utf8.map { byte -> String in
            if byte.isLetterOrDigit || "-._".utf8.contains(byte) { return String(UnicodeScalar(byte)) }
            return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
        return "filename*=utf-8''" + value.joined()
    }

    /// The parameter of `Content-Type`.
    var typeName: String {
        if isPlain { return "name=\"\(shown)\"" }
        let start = String(shown.prefix { $0.isPlain && $0 != " " }.prefix(40))
        let lead = start.isEmpty ? "\(kind)-" : start
        return "name=\"\(lead)\(EncodedWord(fitting: String(shown.dropFirst(start.count))).text)\""
    }

    /// Readable by everyone without encoding.
    private var isPlain: Bool { shown.allSatisfy(\.isPlain) && shown.utf8.count <= 60 }
}

extension Character {
    /// Means nothing but itself inside a quoted string, an encoded word apart.
    fileprivate var isPlain: Bool {
        guard let byte = asciiValue else { return false }
        return byte.isLetterOrDigit || "-._ ()+,;".utf8.contains(byte)
    }
}
