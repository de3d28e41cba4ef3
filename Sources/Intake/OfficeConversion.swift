internal import Diagnostics
internal import Foundation
internal import Platform
internal import SourceFiles

/// Converts old office formats (.doc, .wps, .xls, .et, .rtf …) by LibreOffice, many files in one call.
///
/// Each run has a profile of its own, so that neither an open LibreOffice nor another run is in the way, and a time limit.
struct OfficeConversion {
    /// In the order of the files: where the converted file stands, or why there is none.
    private(set) var results: [Result<URL, InputFailure>] = []
    private let folder: URL

    /// Seconds that one file may take; a start of the office itself takes some of the first ones.
    private static let secondsEach = 60

    init(_ files: [(file: InputFile, kind: OfficeKind)]) {
        folder = FileManager.default.temporaryDirectory.appending(path: "goalbook-\(UUID().uuidString)")
        guard let office = OfficeConversion.office else {
            results = files.map { .failure(InputFailure(ReadingError.needsConversion($0.kind), file: $0.file)) }
            return
        }
        do {
            try prepare(files.map(\.file))
        } catch {
            let trouble = error.fileTrouble
            results = files.map {
                .failure(InputFailure(path: $0.file.path, reason: "转换旧格式时写不了临时文件：\(trouble.reason)。\(trouble.remedy)"))
            }
            return
        }
        for kind in [OfficeKind.text, .sheets] {
            let members = files.indices.filter { files[$0].kind == kind }
            run(office, kind, members, files.map(\.file))
            // One file that the office dies of must not take the others with it.
            let missing = members.filter { !exists(target($0, kind)) }
            if missing.count < members.count || members.count > 1 {
                for member in missing { run(office, kind, [member], files.map(\.file)) }
            }
        }
        results = files.indices.map { index in
            let url = target(index, files[index].kind)
            if exists(url) { return .success(url) }
            let reason =
                "LibreOffice 转换不了这个文件（可能已损坏、有密码，或超过\(OfficeConversion.secondsEach)秒）。请用WPS打开，另存为 \(files[index].kind.modern) 后再试"
            return .failure(InputFailure(path: files[index].file.path, reason: reason))
        }
    }

    /// Removes the converted files.
    func remove() {
        try? FileManager.default.removeItem(at: folder)
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

    private func prepare(_ files: [InputFile]) throws {
        let manager = FileManager.default
        for name in ["in", "out", "profile/user"] {
            try manager.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        for (index, file) in files.enumerated() {
            try manager.copyItem(at: file.url.resolvingSymlinksInPath(), to: source(index, file))
        }
        let settings = folder.appending(path: "profile/user/registrymodifications.xcu")
        try Data(OfficeConversion.settings.utf8).write(to: settings)
    }

    /// The name on the disk says nothing of the user's: it could begin with a dash.
    private func source(_ index: Int, _ file: InputFile) -> URL {
        folder.appending(path: "in/\(index).\(file.url.pathExtension.lowercased())")
    }

    private func target(_ index: Int, _ kind: OfficeKind) -> URL {
        folder.appending(path: "out/\(index)\(kind.modern)")
    }

    private func exists(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
    }

    private func run(_ office: URL, _ kind: OfficeKind, _ members: [Int], _ files: [InputFile]) {
        guard !members.isEmpty else { return }
        let filter: String =
            switch kind {
            case .text: "docx:MS Word 2007 XML"
            case .sheets: "xlsx:Calc MS Excel 2007 XML"
            }
        let seconds = 30 + OfficeConversion.secondsEach * members.count
        let arguments =
            [
                "-env:UserInstallation=" + folder.appending(path: "profile").absoluteString, "--headless", "--norestore",
                "--nologo", "--nodefault", "--nolockcheck", "--convert-to", filter, "--outdir",
                folder.appending(path: "out").path(percentEncoded: false),
            ] + members.map { source($0, files[$0]).path(percentEncoded: false) }
        // What came of it is seen by the files that are there afterwards.
        _ = try? TimedCommand(office.path(percentEncoded: false), arguments, seconds: min(seconds, 1_800)).run()
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
