public import Foundation

extension JSONDecoder {
    /// Reads JSON5, in which all tables of the resources are written.
    public static var json5: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return decoder
    }
}
