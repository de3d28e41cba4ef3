internal import Foundation
internal import Text

/// One encoded word of RFC 2047, at most 75 characters, in UTF-8 and base64.
///
/// The library's own words grow to 190 characters, and it leaves a text that looks like an encoded word as it is, so that it is
/// read as another one.
struct EncodedWord {
    let text: String

    /// Bytes that fit: 75 less `=?utf-8?B?` and `?=`, in whole groups of base64.
    private static let room = (75 - 12) / 4 * 3

    private init(encoding word: String) {
        text = "=?utf-8?B?\(Data(word.utf8).base64EncodedString())?="
    }

    /// Leaves out the middle where the text is too long; no character is ever split.
    init(fitting text: String) {
        self.init(encoding: text.shortened(toBytes: EncodedWord.room))
    }

    /// As many words as the text needs.
    static func words(_ text: String) -> [EncodedWord] {
        var rest = text.unicodeScalars[...]
        var words: [EncodedWord] = []
        while !rest.isEmpty {
            let part = rest.fitting(room)
            words.append(EncodedWord(encoding: part))
            rest = rest.dropFirst(part.unicodeScalars.count)
        }
        return words
    }
}

/// A header's value, a word or a plain text on each of its lines.
struct HeaderValue {
    /// Lines after the first begin with a space, each ends with a line feed.
    let folded: String

    /// Free text, such as a subject.
    init(text: String) {
        let isPlain = text.utf8.count <= 60 && text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        folded = HeaderValue.fold(isPlain ? [text] : EncodedWord.words(text).map(\.text))
    }

    /// A name and an address.
    init(_ mailbox: Mailbox) {
        let name = mailbox.name
        let isPlain = name.utf8.count <= 60 && name.utf8.allSatisfy { $0.isLetterOrDigit || " .-_,()&+'".utf8.contains($0) }
        if name.isEmpty {
            folded = HeaderValue.fold([mailbox.address])
        } else if isPlain {
            folded = HeaderValue.fold(["\"\(name)\"", "<\(mailbox.address)>"])
        } else {
            folded = HeaderValue.fold(EncodedWord.words(name).map(\.text) + ["<\(mailbox.address)>"])
        }
    }

    private static func fold(_ lines: [String]) -> String {
        " " + lines.joined(separator: "\n ") + "\n"
    }
}
