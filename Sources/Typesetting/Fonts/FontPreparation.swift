internal import Foundation
internal import Synchronization

/// Takes prepared fonts out of the cache, and makes those that are not there yet.
struct FontPreparation {
    let store: FontStore

    /// A face as it will be used.
    struct Result: Hashable, Sendable {
        let face: FontFace
        /// SHA-256 of the file that the face is from; empty when it could not be read.
        let digest: String
        /// Where the prepared font lies, alone; `nil` when there is none.
        var folder: String?

        /// The prepared font's family, which no installed font has.
        var family: String { "\(face.postScriptName) goalbook \(digest.prefix(8))" }

        var key: String { "prepared/\(Repertoire.version)-\(digest.prefix(32))-\(face.index)" }
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
            let wanted = known.indices.filter { isWanting(known[$0]) }
            let finished = Mutex(known)
            DispatchQueue.concurrentPerform(iterations: wanted.count) { number in
                let prepared = prepared(known[wanted[number]])
                finished.withLock { $0[wanted[number]] = prepared }
            }
            return finished.withLock { $0 }
        }
        return results
    }

    private func isWanting(_ result: Result) -> Bool {
        result.folder == nil && !result.digest.isEmpty && result.face.isStatic
    }

    private func located(_ result: Result) -> Result {
        var result = result
        if !result.digest.isEmpty, let file = store.find(result.key + "/" + FontPreparation.fileName) {
            result.folder = String(file.dropLast(FontPreparation.fileName.count + 1))
        }
        return result
    }

    private func prepared(_ result: Result) -> Result {
        guard let subset = FontSubset(path: result.face.path, index: result.face.index),
            let bytes = subset.file(family: result.family, postScriptName: result.face.postScriptName),
            store.add(bytes, at: result.key + "/" + FontPreparation.fileName) != nil
        else { return result }
        return located(result)
    }

    static let fileName = "font.otf"
}
