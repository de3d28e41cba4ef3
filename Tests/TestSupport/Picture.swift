internal import Foundation

/// A PNG picture read back by a small decoder that shares nothing with what wrote it.
public struct Picture: Sendable {
    public let width: Int
    public let height: Int
    /// Red, green and blue of each point, row by row.
    private let samples: [UInt8]

    public struct Unreadable: Error {
        public let reason: String
    }

    public subscript(_ x: Int, _ y: Int) -> [UInt8] {
        let start = (y * width + x) * 3
        return Array(samples[start..<(start + 3)])
    }

    /// - Throws: ``Unreadable`` for anything but 8-bit colour without interlace.
    public init(png bytes: [UInt8]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "goalbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count > 33 else {
            throw Unreadable(reason: "no PNG")
        }
        func number(at place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
        (width, height) = (number(at: 16), number(at: 20))
        guard bytes[24] == 8, bytes[25] == 2, bytes[28] == 0 else { throw Unreadable(reason: "other kind of samples") }
        var packed: [UInt8] = []
        var place = 8
        while place + 12 <= bytes.count {
            let count = number(at: place)
            guard place + 12 + count <= bytes.count else { throw Unreadable(reason: "cut off") }
            if bytes[(place + 4)..<(place + 8)].elementsEqual("IDAT".utf8) { packed += bytes[(place + 8)..<(place + 8 + count)] }
            place += 12 + count
        }
        samples = try Picture.unfiltered(try Picture.inflated(packed, in: folder), width: width, height: height)
    }

    /// By gzip, to which the stream is given with a head of its own.
    private static func inflated(_ stream: [UInt8], in folder: URL) throws -> [UInt8] {
        let file = folder.appending(path: "data.gz")
        try Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + stream.dropFirst(2).dropLast(4)).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-dc", file.path()]
        let output = Pipe()
        process.standardOutput = output
        // It misses the check sum at the end, which it says after all data.
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(data)
    }

    /// Undoes the filters of each row (ISO/IEC 15948, 9.2).
    private static func unfiltered(_ data: [UInt8], width: Int, height: Int) throws -> [UInt8] {
        let stride = width * 3
        guard data.count == height * (stride + 1) else { throw Unreadable(reason: "\(data.count) bytes of samples") }
        var result: [UInt8] = []
        result.reserveCapacity(height * stride)
        for row in 0..<height {
            let start = row * (stride + 1)
            for column in 0..<stride {
                let left = column >= 3 ? Int(result[row * stride + column - 3]) : 0
                let above = row > 0 ? Int(result[(row - 1) * stride + column]) : 0
                let corner = row > 0 && column >= 3 ? Int(result[(row - 1) * stride + column - 3]) : 0
                let guess =
                    switch data[start] {
                    case 1: left
                    case 2: above
                    case 3: (left + above) / 2
                    case 4: paeth(left, above, corner)
                    default: 0
                    }
                result.append(UInt8(truncatingIfNeeded: Int(data[start + 1 + column]) + guess))
            }
        }
        return result
    }

    private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> Int {
        let sum = left + above - corner
        let (a, b, c) = (abs(sum - left), abs(sum - above), abs(sum - corner))
        return a <= b && a <= c ? left : b <= c ? above : corner
    }
}
