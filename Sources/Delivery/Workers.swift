internal import Synchronization

/// Does one piece of work for each element on several workers; results come in the order of the elements.
///
/// - Parameters:
///   - state: makes what a worker keeps to itself for all its pieces, such as its fonts; it never crosses to another worker.
///   - work: one piece; must not throw, because one town never stops another.
func onWorkers<Element: Sendable, State, Result: Sendable>(
    _ count: Int, _ elements: [Element], state: @escaping @Sendable () -> State,
    work: @escaping @Sendable (Element, inout State) -> Result
) async -> [Result] {
    let next = Counter()
    let workers = max(1, min(count, elements.count))
    let pairs = await withTaskGroup(of: [(Int, Result)].self) { group in
        for _ in 0..<workers {
            group.addTask {
                var mine: [(Int, Result)] = []
                var state = state()
                while let index = next.take(below: elements.count) { mine.append((index, work(elements[index], &state))) }
                return mine
            }
        }
        return await group.reduce(into: []) { $0 += $1 }
    }
    return pairs.sorted { $0.0 < $1.0 }.map(\.1)
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
