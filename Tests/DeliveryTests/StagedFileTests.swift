import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite
struct StagedFileTests {
    @Test("A file is written whole, in place of a longer one")
    func written() throws {
        let bench = try Workbench()
        let url = bench.folder.appending(path: "目标书.pdf")
        for count in [3_000_000, 7, 0] {
            let bytes = Data((0..<count).map { UInt8(truncatingIfNeeded: $0) })
            try StagedFile.write(bytes, to: url, named: "目标书.pdf")
            #expect(try Data(contentsOf: url) == bytes)
        }
        try StagedFile.settle(bench.folder, named: "结果")
    }

    @Test("What the disk refuses is told by the file's name, with the reason")
    func refused() throws {
        let full = URL(filePath: "/dev/full")
        #expect(throws: PublicationError.notWritable("数据.xlsx", reason: "磁盘空间不足", remedy: "请清理磁盘，或换一个位置")) {
            try StagedFile.write(Data([1]), to: full, named: "数据.xlsx")
        }
        let bench = try Workbench()
        let lost = bench.folder.appending(path: "没有")
        #expect(throws: PublicationError.self) { try StagedFile.write(Data(), to: lost.appending(path: "甲"), named: "甲") }
        #expect(throws: PublicationError.notWritable("结果", reason: "文件或文件夹不存在", remedy: "请检查路径；如果是链接，请检查它指向的位置")) {
            try StagedFile.settle(lost, named: "结果")
        }
    }
}
