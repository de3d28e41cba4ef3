internal import Diagnostics
package import Platform

extension CrashContainment {
    /// Reads files, unless the program has crashed at one of them before it was started anew.
    ///
    /// - Throws: ``InputFailure`` for a file that it crashed at, and what `work` throws.
    package static func reading<Result>(_ file: InputFile, _ work: () throws -> Result) throws -> Result {
        if let crash = crash(of: file.url) { throw InputFailure(crash, file) }
        return try guarding([file.url], .reading, work)
    }

    /// Judges a town and makes its results.
    package static func making<Result>(_ town: ReadBook, _ work: () -> Result) -> Result {
        guarding(town.files.map(\.url), .making, work)
    }
}

extension InputFailure {
    fileprivate init(_ crash: CrashContainment.Crash, _ file: InputFile) {
        let reason =
            "程序在\(crash.stage.title)这个文件时出错停止（信号\(crash.signal)），已跳过它重新运行，其他文件照常。"
            + "请用WPS打开后另存一份再试，并把原文件交给维护人员"
        self.init(path: file.path, reason: reason)
    }
}
