internal import CZlib

/// Unpacks the streams of one PDF and counts what comes out, whatever the file says of their lengths.
final class PDFInflate {
    /// Bytes that one stream, and those that all may unpack to; a book of some hundred pages has a few megabytes.
    private static let longest = 32 * 1_048_576
    private static let most = 64 * 1_048_576
    private var left = PDFInflate.most

    /// - Parameter parameters: the stream's `DecodeParms`.
    /// - Throws: ``ReadingError`` when data are damaged, of another filter, or too many.
    func unpacked(
        _ data: ArraySlice<UInt8>, filters: [String], parameters: [[String: PDFValue]]
    ) throws(ReadingError) -> [UInt8] {
        var bytes = Array(data)
        for (index, filter) in filters.enumerated() {
            switch filter {
            case "FlateDecode", "Fl": bytes = try inflated(bytes)
            case "ASCIIHexDecode", "AHx": bytes = PDFInflate.hexadecimal(bytes)
            default: throw .damaged("PDF的内容用了少见的压缩方式（\(filter.prefix(20))）")
            }
            if parameters.indices.contains(index) { bytes = try PDFInflate.predicted(bytes, parameters[index]) }
        }
        return bytes
    }

    private func inflated(_ data: [UInt8]) throws(ReadingError) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw .damaged("内存不足") }
        defer { inflateEnd(&stream) }
        var result: [UInt8] = []
        let limit = min(left, PDFInflate.longest)
        var status = Z_OK
        // zlib does not write to its input.
        var data = data
        let length = UInt32(clamping: data.count)
        data.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = length
            while status == Z_OK, result.count <= limit {
                let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(buffer.count)
                    status = inflate(&stream, Z_NO_FLUSH)
                    count = buffer.count - Int(stream.avail_out)
                }
                result += piece
            }
        }
        left -= result.count
        guard result.count <= limit else {
            throw .hostile("PDF的内容解压后超过\((limit < PDFInflate.longest ? PDFInflate.most : limit) / 1_048_576) MB")
        }
        guard status == Z_STREAM_END else { throw .damaged("PDF的内容解压出错") }
        return result
    }

    private static func hexadecimal(_ data: [UInt8]) -> [UInt8] {
        var scanner = PDFScanner([UInt8(ascii: "<")] + data, ReadingBudget())
        return (try? scanner.next())??.bytes ?? []
    }

    /// Undoes what rows of a table were changed by before packing (ISO 32000-1, 7.4.4.4; PNG's filters).
    private static func predicted(_ data: [UInt8], _ parameters: [String: PDFValue]) throws(ReadingError) -> [UInt8] {
        let predictor = parameters["Predictor"]?.integer ?? 1
        if predictor == 1 { return data }
        let columns = parameters["Columns"]?.integer ?? 1
        let bits = (parameters["Colors"]?.integer ?? 1).multipliedReportingOverflow(
            by: parameters["BitsPerComponent"]?.integer ?? 8)
        guard predictor >= 10, (1...100_000).contains(columns), !bits.overflow, (1...64).contains(bits.partialValue) else {
            throw .damaged("PDF的内容用了少见的压缩方式（预测\(predictor)）")
        }
        let width = (columns * bits.partialValue + 7) / 8
        let step = max(1, bits.partialValue / 8)
        var result: [UInt8] = []
        result.reserveCapacity(data.count)
        var above = [UInt8](repeating: 0, count: width)
        var start = 0
        while start + width < data.count {
            var row = Array(data[(start + 1)...(start + width)])
            for index in row.indices {
                let left = index >= step ? row[index - step] : 0
                let corner = index >= step ? above[index - step] : 0
                switch data[start] {
                case 1: row[index] &+= left
                case 2: row[index] &+= above[index]
                case 3: row[index] &+= UInt8((Int(left) + Int(above[index])) / 2)
                case 4: row[index] &+= paeth(left, above[index], corner)
                default: break
                }
            }
            result += row
            above = row
            start += width + 1
        }
        return result
    }

    private static func paeth(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
        let guess = Int(left) + Int(above) - Int(corner)
        let distances = [left, above, corner].map { abs(guess - Int($0)) }
        if distances[0] <= distances[1], distances[0] <= distances[2] { return left }
        return distances[1] <= distances[2] ? above : corner
    }
}
