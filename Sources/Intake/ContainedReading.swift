package import Diagnostics
package import Platform

extension CrashContainment {
    /// Reads files, unless the program has crashed at one of them before it was started anew.
    ///
    /// - Throws: ``InputFailure`` for a file that it crashed at, and what `work` throws.
    package static func reading<Result>(_ file: InputFile, _ work: () throws -> Result) throws -> Result {
        if let crash = crash(of: file.url) { throw InputFailure(crash, file) }
        return try guarding([file.url], .reading, work)
    }

    /// Makes a result of many files, unless the program has crashed at it before it was started anew.
    ///
    /// - Throws: ``InputFailure`` for a result that it crashed at, and what `work` throws.
    package static func writing<Result>(_ name: String, _ work: () throws -> Result) throws -> Result {
        if let failure = InputFailure.crash(atResult: name) { throw failure }
        return try guarding([place(ofResult: name)], .writing, work)
    }

    /// Judges a town and makes its results.
    package static func making<Result>(_ town: ReadBook, _ work: () -> Result) -> Result {
        guarding(town.files.map(\.url), .making, work)
    }
}

extension InputFailure {
    fileprivate init(_ crash: CrashContainment.Crash, _ file: InputFile) {
        let remedy = "其他文件照常。请用WPS打开后另存一份再试，并把原文件交给维护人员"
        let reason =
            crash.isKill
            ? "夜间运行连续两次在\(crash.stage.title)这个文件时被中止（内存不足、断电或被人结束），已跳过它，\(remedy)"
            : "程序在\(crash.stage.title)这个文件时出错停止（信号\(crash.signal)），已跳过它重新运行，\(remedy)"
        self.init(path: file.path, reason: reason)
    }

    /// Why a result of many files is not made; `nil` for nearly all.
    package static func crash(atResult name: String) -> InputFailure? {
        guard let crash = CrashContainment.crash(of: CrashContainment.place(ofResult: name)) else { return nil }
        let reason = "程序在生成它时出错停止（信号\(crash.signal)），没有这个文件，其他结果照常。请把各乡镇的目标书交给维护人员"
        return InputFailure(path: name, reason: reason)
    }
}
