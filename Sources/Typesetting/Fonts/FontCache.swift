internal import Foundation

/// Where prepared fonts are kept between runs.
///
/// Everything in it can be made again: it may be deleted at any time.
public struct FontCache: Hashable, Sendable {
    /// The folder that is written to where that is possible; `nil` for none.
    public let own: String?
    /// Folders that are only read, for example one that is shared by all users of a machine.
    public let shared: [String]

    public init(own: String?, shared: [String] = []) {
        self.own = own
        self.shared = shared
    }

    /// The cache of the user who runs the program, and the one that all users share.
    public static var standard: FontCache { FontCache(environment: ProcessInfo.processInfo.environment) }

    /// `$XDG_CACHE_HOME/goalbook/fonts`, else `~/.cache/goalbook/fonts`; beside it `/var/cache/goalbook/fonts`.
    public init(environment: [String: String]) {
        let common = "/var/cache/goalbook/fonts"
        let own: String? =
            if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
                cache + "/goalbook/fonts"
            } else if let home = environment["HOME"], home.hasPrefix("/") {
                home + "/.cache/goalbook/fonts"
            } else {
                nil
            }
        self.init(own: own, shared: own == common ? [] : [common])
    }

    /// All folders, in the order in which they are searched.
    var folders: [String] { [own].compactMap(\.self) + shared }

    /// Where fonts are fetched to.
    public var sources: String? { own.map { $0 + "/" + FontCache.sourcesName } }

    static let sourcesName = "sources"

    /// How many bytes a folder of the cache holds.
    public static func size(of folder: String) -> Int {
        let files = FileManager.default
        return (files.subpaths(atPath: folder) ?? []).reduce(0) { sum, path in
            let attributes = try? files.attributesOfItem(atPath: folder + "/" + path)
            guard attributes?[.type] as? FileAttributeType == .typeRegular else { return sum }
            return sum + ((attributes?[.size] as? NSNumber)?.intValue ?? 0)
        }
    }
}
