internal import BookLayout
internal import Foundation
internal import Synchronization

/// Threads that may have nothing else to do.
public protocol IdleThreads: Sendable {
    /// Whether there are any now.
    var areThere: Bool { get }

    /// Gives them a piece of work, which one of them does some time or never.
    func offer(_ work: @escaping @Sendable () -> Void)
}

/// Finishes the contents of pages while the next ones are drawn: what is packed need not be kept as Cairo wrote it, and another
/// thread can do it.
final class PageFinishing {
    private let structure: StructureTree
    private let idle: (any IdleThreads)?
    private var collected: [RawPage] = []
    private var batches: [Batch] = []
    private var done: [Int: [UInt8]] = [:]
    private var deflate: Deflate?

    /// So many pages are given away together.
    private static let batchSize = 6

    /// A page's content as Cairo wrote it.
    fileprivate struct RawPage: Sendable {
        /// Of the document, from 0.
        let index: Int
        let object: Int
        let content: [UInt8]
        let pieces: [PageContent.Piece]

        func finished(_ deflate: Deflate) throws(PrintingError) -> [UInt8] {
            guard let content = PageContent.rewritten(try deflate.unpacked(content[...]), pieces) else {
                throw .piecesDiffer(page: index + 1)
            }
            return try deflate.packed(content)
        }
    }

    init(_ structure: StructureTree, idle: (any IdleThreads)?) {
        (self.structure, self.idle) = (structure, idle)
    }

    /// - Parameters:
    ///   - object: the number of the content's object.
    ///   - index: of the page in the document.
    func add(_ content: [UInt8], object: Int, of page: DrawnPage, at index: Int) throws(PrintingError) {
        let known = structure.elements.indices
        guard page.pieces.allSatisfy({ known.contains($0.element.index) }) else { throw .piecesDiffer(page: index + 1) }
        let pieces = PageContent.pieces(of: page, structure)
        collected.append(RawPage(index: index, object: object, content: content, pieces: pieces))
        guard let idle, idle.areThere else { return try finishCollected() }
        if collected.count == PageFinishing.batchSize {
            let batch = Batch(collected)
            batches.append(batch)
            collected = []
            idle.offer { batch.finish() }
        }
    }

    /// The packed contents by the numbers of their objects.
    func contents() throws(PrintingError) -> [Int: [UInt8]] {
        try finishCollected()
        for batch in batches { done.merge(try batch.result()) { first, _ in first } }
        return done
    }

    private func finishCollected() throws(PrintingError) {
        guard !collected.isEmpty else { return }
        let own = if let deflate { deflate } else { try Deflate() }
        deflate = own
        for page in collected { done[page.object] = try page.finished(own) }
        collected = []
    }
}

/// Pages that one thread finishes, whichever comes first.
private final class Batch: Sendable {
    private let state: Mutex<State>
    private let isDone = DispatchSemaphore(value: 0)

    private struct State {
        var pages: [PageFinishing.RawPage]
        var isTaken = false
        var result: Result<[Int: [UInt8]], PrintingError>?
    }

    init(_ pages: [PageFinishing.RawPage]) {
        state = Mutex(State(pages: pages))
    }

    func finish() {
        let pages = state.withLock { state -> [PageFinishing.RawPage]? in
            guard !state.isTaken else { return nil }
            state.isTaken = true
            defer { state.pages = [] }
            return state.pages
        }
        guard let pages else { return }
        let result = Result { () throws(PrintingError) in
            let deflate = try Deflate()
            var contents: [Int: [UInt8]] = [:]
            for page in pages { contents[page.object] = try page.finished(deflate) }
            return contents
        }
        state.withLock { $0.result = result }
        isDone.signal()
    }

    /// Waits only for somebody who is at it.
    func result() throws(PrintingError) -> [Int: [UInt8]] {
        finish()
        isDone.wait()
        return try state.withLock(\.result)?.get() ?? [:]
    }
}
