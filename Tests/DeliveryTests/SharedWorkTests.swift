import Foundation
import Platform
import Synchronization
import Testing

/// Work that is given away by pieces.
@Suite struct SharedWorkTests {
    /// What a worker keeps for itself.
    private struct Desk {
        let number: Int
    }

    /// Each number becomes a list of its pieces' squares, some of them by pieces of their own.
    private func squares(of numbers: [Int], workers: Int) async -> (results: [[Int]], desks: Int) {
        let desks = Counter()
        let shared = SharedWork<Desk>()
        let results = await Workers(workers) { Desk(number: desks.next()) }.map(numbers, sharing: shared) { number, desk in
            shared.map(Array(0..<number), with: &desk) { piece, desk in
                shared.map([piece, piece], with: &desk) { factor, _ in factor }.reduce(1, *)
            }
        }
        return (results, desks.next())
    }

    private final class Counter: Sendable {
        private let value = Mutex(0)

        func next() -> Int {
            value.withLock { value in
                defer { value += 1 }
                return value
            }
        }
    }

    @Test(arguments: [1, 2, 3, 8]) func resultsComeInOrderWhoeverMakesThem(workers: Int) async {
        let numbers = [40, 0, 1, 7, 300, 2]
        for _ in 0..<20 {
            let made = await squares(of: numbers, workers: workers)
            #expect(made.results == numbers.map { number in (0..<number).map { $0 * $0 } })
            #expect((1...workers).contains(made.desks))
        }
    }

    @Test(arguments: [1, 2, 5]) func workWithoutStateNeedsNoDesk(workers: Int) async {
        let desks = Counter()
        let shared = SharedWork<Desk>()
        let offered = Counter()
        let results = await Workers(workers) { Desk(number: desks.next()) }.map([100], sharing: shared) { number, desk in
            for _ in 0..<10 { shared.offer { _ = offered.next() } }
            return shared.map(Array(0..<number), beside: &desk) { $0 + 1 }
        }
        #expect(results == [Array(1...100)])
        #expect(desks.next() == 1)
        // Nobody waits for what is only offered.
        #expect(offered.next() <= 10)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1, "一个处理器上没有第二个线程")) func whoHasNothingToDoHelps() async {
        let shared = SharedWork<Desk>()
        let desks = Counter()
        let met = Mutex(0)
        // Each piece waits for the other: one worker alone would never end.
        let made = await Workers(2) { Desk(number: desks.next()) }.map([0], sharing: shared) { _, desk in
            shared.map([0, 1], with: &desk) { _, desk in
                met.withLock { $0 += 1 }
                while met.withLock({ $0 }) < 2 {}
                return desk.number
            }
        }
        #expect(Set(made.joined()) == [0, 1])
    }
}
