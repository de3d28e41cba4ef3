internal import Foundation

/// Takes prepared fonts out of the cache, and makes those that are not there yet.
struct FontPreparation {
    let store: FontStore

    /// A face as it will be used.
    struct Result: Hashable, Sendable {
        let face: FontFace
        /// SHA-256 of the file that the face is from; empty when it could not be read.
        let digest: String
        /// Where the prepared fonts lie, each alone and one for each part of the ``Repertoire``; empty when there are none.
        var folders: [String] = []

        var isPrepared: Bool { !folders.isEmpty }

        /// The prepared fonts' families, which no installed font has.
        var families: [String] { isPrepared ? Repertoire.Part.allCases.map(family) : [] }

        func family(_ part: Repertoire.Part) -> String {
            "\(face.postScriptName) goalbook \(digest.prefix(8)) \(part.rawValue)"
        }

        func key(_ part: Repertoire.Part) -> String {
            "prepared/\(Repertoire.version)-\(digest.prefix(32))-\(face.index)-\(part.rawValue)"
        }
    }

    /// The faces in their order; several are prepared at a time.
    func results(_ faces: [FontFace]) -> [Result] {
        let digests = FileDigest(store: store)
        var byPath: [String: String] = [:]
        var results = faces.map { face in
            let digest = byPath[face.path] ?? digests.digest(of: face.path) ?? ""
            byPath[face.path] = digest
            return located(Result(face: face, digest: digest))
        }
        guard store.cache.own != nil, results.contains(where: isWanting) else { return results }
        results = store.takingTurns {
            // Another process may have made them meanwhile.
            let known = results.map(located)
            let wanted = known.filter(isWanting).flatMap { result in Repertoire.Part.allCases.map { (result, $0) } }
            DispatchQueue.concurrentPerform(iterations: wanted.count) { prepare(wanted[$0].0, wanted[$0].1) }
            return known.map(located)
        }
        return results
    }

    private func isWanting(_ result: Result) -> Bool {
        !result.isPrepared && !result.digest.isEmpty && result.face.isStatic
    }

    private func located(_ result: Result) -> Result {
        var result = result
        guard !result.digest.isEmpty else { return result }
        let files = Repertoire.Part.allCases.compactMap { store.find(result.key($0) + "/" + FontPreparation.fileName) }
        if files.count == Repertoire.Part.allCases.count {
            result.folders = files.map { String($0.dropLast(FontPreparation.fileName.count + 1)) }
        }
        return result
    }

    private func prepare(_ result: Result, _ part: Repertoire.Part) {
        let path = result.key(part) + "/" + FontPreparation.fileName
        guard store.find(path) == nil, let subset = FontSubset(path: result.face.path, index: result.face.index),
            let bytes = subset.file(part, family: result.family(part), postScriptName: result.face.postScriptName)
        else { return }
        _ = store.add(bytes, at: path)
    }

    static let fileName = "font.otf"
}
