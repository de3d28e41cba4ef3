internal import Diagnostics
internal import Foundation
internal import Platform
internal import SourceFiles

/// Converts old office formats (.doc, .wps, .xls, .et, .rtf …) by LibreOffice, many files in one call.
///
/// Each run has a profile of its own, so that neither an open LibreOffice nor another run is in the way. A file that it hangs
/// at costs its own time and no other file; when all time is used up, the files that are left fail.
struct OfficeConversion {
    /// In the order of the files: where the converted file stands, or why there is none.
    private(set) var results: [Result<URL, InputFailure>] = []
    private let files: [(file: InputFile, kind: OfficeKind)]
    /// The converted files go with it.
    private var folder: TemporaryFolder?
    private let limits = Limits()
    private let began = ContinuousClock.now
    /// Files of which the office came to no end, by their places.
    private var late: Set<Int> = []
    private var tried: Set<Int> = []

    /// In seconds.
    private struct Limits {
        var start = 30
        var each = 30
        /// So many files one after another at which the office hangs tell that it hangs at all of them.
        let hangs = 3

        func all(_ count: Int) -> Int { min(900, start + each * 3 + 10 * count) }

        init() {
            #if DEBUG
                // Tests do not wait for half a minute.
                if let word = ProcessInfo.processInfo.environment["GOALBOOK_OFFICE_SECONDS"], let seconds = Int(word) {
                    (start, each) = (seconds, seconds)
                }
            #endif
        }
    }

    init(_ files: [(file: InputFile, kind: OfficeKind)]) {
        self.files = files
        guard let office = OfficeConversion.office else {
            results = files.map { .failure(InputFailure(ReadingError.needsConversion($0.kind), file: $0.file)) }
            return
        }
        let absent = [OfficeKind.text, .sheets].filter { OfficeConversion.lacks($0, office) }
        do {
            let folder = try TemporaryFolder()
            self.folder = folder
            try prepare(folder.url)
        } catch {
            let trouble = error.fileTrouble
            results = files.map {
                .failure(InputFailure(path: $0.file.path, reason: "转换旧格式时写不了临时文件：\(trouble.reason)。\(trouble.remedy)"))
            }
            return
        }
        for kind in [OfficeKind.text, .sheets] where !absent.contains(kind) { convert(office, kind) }
        results = files.indices.map { index in
            let url = target(index)
            let (file, kind) = files[index]
            if absent.contains(kind) {
                return .failure(InputFailure(path: file.path, reason: OfficeConversion.absence(of: kind)))
            }
            return exists(index) ? .success(url) : .failure(InputFailure(path: files[index].file.path, reason: reason(index)))
        }
    }

    private func reason(_ index: Int) -> String {
        let why =
            late.contains(index)
            ? "LibreOffice 转换不了这个文件（\(limits.each)秒还没有转换完）"
            : tried.contains(index)
                ? "LibreOffice 转换不了这个文件（可能已损坏、有密码）" : "前面的旧格式文件用完了转换的时间（共\(limits.all(files.count))秒），没有轮到这个文件"
        return why + "。请用WPS打开，另存为 \(files[index].kind.modern) 后再试"
    }

    /// Goes through the files of a kind in as few calls as the office allows.
    private mutating func convert(_ office: URL, _ kind: OfficeKind) {
        var rest = files.indices.filter { files[$0].kind == kind }
        var hangs = 0
        while !rest.isEmpty, hangs < limits.hangs, left > 0 {
            let isLate = run(office, kind, rest)
            // The office takes one after the other: the one behind the last that came of it is where it stopped.
            let done = rest.lastIndex { exists($0) }
            let stop = (done ?? -1) + 1
            tried.formUnion(rest.prefix(stop + 1))
            if isLate, stop < rest.count { late.insert(rest[stop]) }
            hangs = isLate ? (done == nil ? hangs : 0) + 1 : 0
            rest.removeFirst(min(rest.count, stop + 1))
        }
    }

    /// Seconds that all files together may still take.
    private var left: Int {
        limits.all(files.count) - Int((ContinuousClock.now - began).components.seconds)
    }

    /// The office program on the search path.
    private static var office: URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        for folder in path.split(separator: ":") {
            for name in ["soffice", "libreoffice"] {
                let url = URL(filePath: String(folder)).appending(path: name)
                if FileManager.default.isExecutableFile(atPath: url.path(percentEncoded: false)) { return url }
            }
        }
        return nil
    }

    /// Whether the office has the other part only: each has a library of its own beside the program.
    private static func lacks(_ kind: OfficeKind, _ office: URL) -> Bool {
        let folder = office.resolvingSymlinksInPath().deletingLastPathComponent()
        func has(_ kind: OfficeKind) -> Bool {
            let library = folder.appending(path: kind == .text ? "libswlo.so" : "libsclo.so")
            return FileManager.default.fileExists(atPath: library.path(percentEncoded: false))
        }
        return !has(kind) && has(kind == .text ? .sheets : .text)
    }

    private static func absence(of kind: OfficeKind) -> String {
        "这台机器的 LibreOffice 缺少处理\(kind.title)的部分。请安装 \(kind.package)（apt-get install \(kind.package)）后再试，"
            + "或用WPS另存为 \(kind.modern)"
    }

    private func prepare(_ folder: URL) throws {
        for name in ["in", "out", "profile/user"] {
            try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        for (index, file) in files.map(\.file).enumerated() {
            try Data(try FileReader.contents(of: file.url, named: file.path)).write(to: source(index))
        }
        let settings = folder.appending(path: "profile/user/registrymodifications.xcu")
        try Data(OfficeConversion.settings.utf8).write(to: settings)
    }

    private func place(_ path: String) -> URL {
        (folder?.url ?? URL(filePath: "/")).appending(path: path)
    }

    /// The name on the disk says nothing of the user's: it could begin with a dash.
    private func source(_ index: Int) -> URL {
        place("in/\(index).\(files[index].file.url.pathExtension.lowercased())")
    }

    private func target(_ index: Int) -> URL { place("out/\(index)\(files[index].kind.modern)") }

    private func exists(_ index: Int) -> Bool {
        FileManager.default.fileExists(atPath: target(index).path(percentEncoded: false))
    }

    /// - Returns: whether the office was ended because nothing came of it for too long.
    private func run(_ office: URL, _ kind: OfficeKind, _ members: [Int]) -> Bool {
        let filter: String =
            switch kind {
            case .text: "docx:MS Word 2007 XML"
            case .sheets: "xlsx:Calc MS Excel 2007 XML"
            }
        let arguments =
            [
                "-env:UserInstallation=" + place("profile").absoluteString, "--headless", "--norestore",
                "--nologo", "--nodefault", "--nolockcheck", "--convert-to", filter, "--outdir",
                place("out").path(percentEncoded: false),
            ] + members.map { source($0).path(percentEncoded: false) }
        var (count, due) = (0, ContinuousClock.now + .seconds(limits.start + limits.each))
        let command = TimedCommand(office.path(percentEncoded: false), arguments, seconds: max(1, left))
        let end = try? command.run {
            let now = members.count { exists($0) }
            if now > count { (count, due) = (now, ContinuousClock.now + .seconds(limits.each)) }
            return ContinuousClock.now < due
        }.end
        if case .late = end { return true }
        return false
    }

    /// No macros, and nothing loaded from outside of the file.
    private static let settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """
}
