internal import Synchronization

/// Workers that do one piece of work for each element; results come in the order of the elements.
///
/// Each worker makes a state of its own, such as its fonts, and keeps it for all its pieces; it never crosses to another.
package struct Workers<State>: Sendable {
    private let count: Int
    private let state: @Sendable () -> State

    package init(_ count: Int, state: @escaping @Sendable () -> State) {
        self.count = count
        self.state = state
    }

    /// - Parameters:
    ///   - shared: where workers give pieces of their elements away; those who have no element left help the others.
    ///   - work: one piece; must not throw, because one town never stops another.
    package func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], sharing shared: SharedWork<State>? = nil,
        _ work: @escaping @Sendable (Element, inout State) -> Result
    ) async -> [Result] {
        let next = Counter()
        let workers = max(1, shared == nil ? min(count, elements.count) : count)
        let pairs = await withTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var mine: [(Int, Result)] = []
                    var own: State?
                    shared?.enter()
                    while let index = next.take(below: elements.count) {
                        var taken = own ?? state()
                        mine.append((index, work(elements[index], &taken)))
                        own = taken
                    }
                    shared?.leave(own, making: state)
                    return mine
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        return pairs.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension Workers<Void> {
    package init(_ count: Int) {
        self.init(count) {}
    }
}

/// Hands out indices to workers.
private final class Counter: Sendable {
    private let value = Mutex(0)

    func take(below limit: Int) -> Int? {
        value.withLock { value in
            guard value < limit else { return nil }
            defer { value += 1 }
            return value
        }
    }
}
