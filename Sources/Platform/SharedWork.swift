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
        /// `nil` where nobody waits for it.
        let group: Int?
        let work: Work
    }

    private enum Work: Sendable {
        /// With the state of whoever took it.
        case with(@Sendable (inout State) -> Void)
        case alone(@Sendable () -> Void)

        func done(with state: inout State) {
            switch self {
            case .with(let work): work(&state)
            case .alone(let work): work()
            }
        }
    }

    package init() {}

    /// How many workers have nothing to do: into how many more parts work is worth cutting.
    package var idle: Int { board.withLock(\.idle) }

    /// Does work for each element, together with those who have nothing else to do; results come in the order of the elements.
    package func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], with state: inout State, _ work: @escaping @Sendable (Element, inout State) -> Result
    ) -> [Result] {
        guard elements.count > 1 else { return elements.map { work($0, &state) } }
        return share(elements, &state) { element, give in .with { give(work(element, &$0)) } }
    }

    /// The same for work that needs no state.
    package func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], beside state: inout State, _ work: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        guard elements.count > 1 else { return elements.map(work) }
        return share(elements, &state) { element, give in .alone { give(work(element)) } }
    }

    private func share<Element, Result: Sendable>(
        _ elements: [Element], _ state: inout State, _ work: (Element, @escaping @Sendable (Result) -> Void) -> Work
    ) -> [Result] {
        let results = Results<Result>(count: elements.count)
        let pieces = elements.enumerated().map { index, element in work(element) { results.set($0, at: index) } }
        let group = board.withLock { board in
            board.groups += 1
            board.pieces += pieces.map { Piece(group: board.groups, work: $0) }
            return board.groups
        }
        announce()
        while let piece = board.withLock({ $0.take(group) }) { piece.work.done(with: &state) }
        while !results.isComplete {
            if let piece = board.withLock({ $0.take() }) { perform(piece, &state) } else { wait { results.isComplete } }
        }
        return results.all
    }

    /// Gives away a piece that nobody waits for.
    package func offer(_ work: @escaping @Sendable () -> Void) {
        board.withLock { $0.pieces.append(Piece(group: nil, work: .alone(work))) }
        announce()
    }

    /// Enters a worker that may give pieces away.
    func enter() {
        board.withLock { $0.active += 1 }
    }

    /// Takes part in the work of others until nobody gives any away.
    ///
    /// - Parameter make: makes a state when the first piece comes that needs one.
    func leave(_ own: State?, making make: () -> State) {
        board.withLock { $0.active -= 1 }
        announce()
        var own = own
        while true {
            if let piece = board.withLock({ $0.take() }) {
                perform(piece, &own, making: make)
            } else if isOver {
                return
            } else {
                wait { isOver }
            }
        }
    }

    private var isOver: Bool { board.withLock { $0.active == 0 } }

    private func perform(_ piece: Piece, _ state: inout State) {
        piece.work.done(with: &state)
        announce()
    }

    private func perform(_ piece: Piece, _ own: inout State?, making make: () -> State) {
        switch piece.work {
        case .alone(let work): work()
        case .with(let work):
            var state = own ?? make()
            work(&state)
            own = state
        }
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
