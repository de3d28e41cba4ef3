internal import Foundation
internal import Outputs
public import Reporting

/// The settings files by which goals are judged, each read once.
///
/// A file in a folder is for the books in it and below it; the outermost is that of the county. A file that is given by name
/// is for all books and lies below those of the folders.
public struct ReviewFiles: Sendable {
    private var places: [Place] = []
    private let engine: Engine

    private struct Place: Sendable {
        var file: InputFile
        /// The folder whose books it is for; `nil` for all books.
        var folder: [String]?
        var settings: Result<ReviewSettings, TownFailure>
    }

    /// Reads what the search has found.
    ///
    /// - Parameter profile: a settings file for all books.
    public init(_ search: InputSearch, profile: InputFile? = nil, engine: Engine) {
        self.engine = engine
        let outermost = search.settings.first.map(Self.folder)
        if let profile { take(profile, folder: nil, origin: "县设定") }
        for file in search.settings where file.url.standardizedFileURL != profile?.url.standardizedFileURL {
            let folder = Self.folder(file)
            let isOfCounty = !file.path.contains("/") && (folder == outermost || search.settings.count == 1)
            take(file, folder: folder, origin: isOfCounty ? "县设定" : "乡镇设定")
        }
    }

    /// All files, those that cannot be used as well.
    var files: [InputFile] { places.map(\.file) }

    /// The files that cannot be used: place, reason, remedy.
    public var faults: [TownFailure] {
        places.compactMap { place in
            if case .failure(let failure) = place.settings { failure } else { nil }
        }
    }

    private mutating func take(_ file: InputFile, folder: [String]?, origin: String) {
        places.append(Place(file: file, folder: folder, settings: Self.read(file, origin: origin, engine)))
    }

    private static func read(
        _ file: InputFile, origin: String, _ engine: Engine
    ) -> Result<ReviewSettings, TownFailure> {
        let bytes: [UInt8]
        do { bytes = try FileReader.bytes(of: file) } catch { return .failure(TownFailure(error, file: file)) }
        do throws(ReviewSettingsFault) {
            return .success(try engine.settings(json5: Data(bytes), file: file.path, origin: origin))
        } catch {
            return .failure(TownFailure(path: file.path, reason: error.reason))
        }
    }

    private static func folder(_ file: InputFile) -> [String] {
        file.url.deletingLastPathComponent().standardizedFileURL.resolvingSymlinksInPath().pathComponents
    }

    /// The town with what judges it.
    ///
    /// - Throws: the failure of a town one of whose settings files cannot be used.
    func judging(_ town: ReadBook) throws(TownFailure) -> ReadBook {
        let folders = town.files.map(Self.folder)
        let mine = places.filter { place in place.folder.map { folder in folders.contains { $0.starts(with: folder) } } ?? true }
        guard !mine.isEmpty else { return town }
        var town = town
        town.settings = mine.map(\.file)
        let names = town.files.map(\.path)
        var settings: [ReviewSettings] = []
        for place in mine {
            switch place.settings {
            case .success(let read): settings.append(read)
            case .failure(let failure):
                throw TownFailure(files: names + [place.file.path], reason: "\(failure.path) \(failure.reason)")
            }
        }
        do throws(ReviewSettingsFault) { town.engine = try engine.laidOver(settings, for: town.book) } catch {
            throw TownFailure(files: names + mine.map(\.file.path), reason: "审核设定合在一起不能用：\(error.reason)")
        }
        return town
    }
}
