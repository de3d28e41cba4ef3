package import Diagnostics
internal import Foundation
internal import SourceFiles

/// Files in the formats of today: as they are, or as LibreOffice converts the old ones.
package struct ModernCopies: Sendable {
    /// One file, as it is or converted.
    package struct Copy: Sendable {
        package let bytes: [UInt8]
        /// `.docx` or `.xlsx` where the file was converted.
        package let ending: String?
    }

    /// In the order of the files.
    package private(set) var copies: [Result<Copy, InputFailure>]

    /// Reads all files, and converts the old ones together.
    package init(_ files: [InputFile]) {
        var old: [(index: Int, kind: OfficeKind)] = []
        copies = files.enumerated().map { index, file in
            do {
                let bytes = try FileReader.bytes(of: file)
                if let kind = SourceReader.conversion(of: bytes) { old.append((index, kind)) }
                return .success(Copy(bytes: bytes, ending: nil))
            } catch {
                return .failure(InputFailure(error, file: file))
            }
        }
        guard !old.isEmpty else { return }
        let conversion = OfficeConversion(old.map { (files[$0.index], $0.kind) })
        withExtendedLifetime(conversion) {
            for (place, result) in zip(old, conversion.results) {
                copies[place.index] = result.flatMap { url in
                    do {
                        // The office writes the time of the clock.
                        let bytes = try OfficeFile.undated(Array(try Data(contentsOf: url)))
                        return .success(Copy(bytes: bytes, ending: place.kind.modern))
                    } catch {
                        return .failure(InputFailure(error, file: files[place.index]))
                    }
                }
            }
        }
    }
}
