internal import Foundation
internal import Synchronization

/// Pieces of work that workers give away to those who have nothing else to do.
///
/// A worker that waits for its own pieces does others meanwhile. Nobody waits for what no thread is doing: a piece that nobody
/// has taken is done by whoever gave it away.
package final class SharedWork<State>: Sendable {
    private let board = Mutex(Board())
    private let changed = NSCondition()

    private struct Board {
        var pieces: [Piece] = []
        var groups = 0
        /// Workers that may still give pieces away.
        var active = 0
        /// Those that wait for pieces.
        var idle = 0

        /// A piece of a group, or of any.
        mutating func take(_ group: Int? = nil) -> Piece? {
            guard let index = pieces.firstIndex(where: { group == nil || $0.group == group }) else { return nil }
            return pieces.remove(at: index)
        }
    }

    private struct Piece: Sendable {
        let group: Int
        /// With the state of whoever took it.
        let work: @Sendable (inout State) -> Void
    }

    package init() {}

    /// How many workers have nothing to do: into how many more parts work is worth cutting.
    package var idle: Int { board.withLock(\.idle) }

    /// Does work for each element, together with those who have nothing else to do; results come in the order of the elements.
    package func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], with state: inout State, _ work: @escaping @Sendable (Element, inout State) -> Result
    ) -> [Result] {
        guard elements.count > 1 else { return elements.map { work($0, &state) } }
        let results = Results<Result>(count: elements.count)
        let group = board.withLock { board in
            board.groups += 1
            for (index, element) in elements.enumerated() {
                let piece = Piece(group: board.groups) { results.set(work(element, &$0), at: index) }
                board.pieces.append(piece)
            }
            return board.groups
        }
        announce()
        while let piece = board.withLock({ $0.take(group) }) { piece.work(&state) }
        while !results.isComplete {
            if let piece = board.withLock({ $0.take() }) { perform(piece, &state) } else { wait { results.isComplete } }
        }
        return results.all
    }

    /// Enters a worker that may give pieces away.
    func enter() {
        board.withLock { $0.active += 1 }
    }

    /// Takes part in the work of others until nobody gives any away.
    ///
    /// - Parameter state: made when the first piece comes.
    func leave(_ own: State?, making make: () -> State) {
        board.withLock { $0.active -= 1 }
        announce()
        var own = own
        while true {
            if let piece = board.withLock({ $0.take() }) {
                var state = own ?? make()
                perform(piece, &state)
                own = state
            } else if isOver {
                return
            } else {
                wait { isOver }
            }
        }
    }

    private var isOver: Bool { board.withLock { $0.active == 0 } }

    private func perform(_ piece: Piece, _ state: inout State) {
        piece.work(&state)
        announce()
    }

    /// Waits until there is a piece, or something else is so.
    private func wait(until isSo: () -> Bool) {
        board.withLock { $0.idle += 1 }
        changed.lock()
        while !isSo(), board.withLock(\.pieces.isEmpty) { changed.wait() }
        changed.unlock()
        board.withLock { $0.idle -= 1 }
    }

    /// Wakes those who wait; the lock makes sure that nobody falls asleep on old news.
    private func announce() {
        changed.lock()
        changed.broadcast()
        changed.unlock()
    }
}

/// What has been made of the elements of one list, by several threads.
private final class Results<Result: Sendable>: Sendable {
    private let made: Mutex<[Result?]>

    init(count: Int) {
        made = Mutex(Array(repeating: nil, count: count))
    }

    func set(_ result: Result, at index: Int) {
        made.withLock { $0[index] = result }
    }

    var isComplete: Bool { made.withLock { $0.allSatisfy { $0 != nil } } }
    var all: [Result] { made.withLock { $0.compactMap(\.self) } }
}
