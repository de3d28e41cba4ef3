internal import Foundation
internal import Text

extension String {
    /// SHA-256 in hexadecimal digits.
    var sha256Word: String { sha256(Data(utf8)) }
}
