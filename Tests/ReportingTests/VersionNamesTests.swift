import Reporting
import Testing

@Suite struct VersionNamesTests {
    @Test(arguments: [
        (["巨鹿镇目标书（一审稿）"], ["巨鹿镇目标书（二审稿）"], "一审稿", "二审稿"),
        (["初稿", "巨鹿镇"], ["送审稿", "巨鹿镇"], "初稿", "送审稿"),
        (["目标书_v1"], ["目标书_V2.1"], "v1", "V2.1"),
        (["第1版", "甲"], ["第2版", "乙"], "第1版", "第2版"),
        (["out1", "130529-901001-巨鹿镇-2024", "facts"], ["out2", "130529-901001-巨鹿镇-2024", "facts"], "out1", "out2"),
        (["一审稿", "甲"], ["一审稿", "乙"], "甲", "乙"),
        (["甲"], ["甲"], "原来", "现在"),
        // A number of a file is no version, and nobody's number is shown.
        (["2023年5号文件"], ["2023年6号文件"], "2023年5号文件", "2023年6号文件"),
        (["张某13812345678"], ["李某"], "张某138******78", "李某"),
    ])
    func namesComeFromPaths(older: [String], newer: [String], first: String, second: String) {
        let names = VersionNames(paths: older, newer)
        #expect(names.older == first && names.newer == second)
    }
}
