internal import Dispatch
internal import Synchronization

/// A value that one thread makes while others do something else.
///
/// Whoever needs it first makes it, if nobody has begun to: nobody waits for what no thread is doing.
package final class Coming<Value: Sendable>: Sendable {
    private let state = Mutex(State())
    private let make: @Sendable () -> Value

    private struct State {
        var value: Value?
        var isGivenUp = false
    }

    package init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    /// The value, which may have to be waited for.
    package var value: Value {
        state.withLock { state in
            if let value = state.value { return value }
            let value = make()
            state.value = value
            return value
        }
    }

    /// Makes it on this thread, for others.
    package func begin() {
        state.withLock { state in
            if state.value == nil, !state.isGivenUp { state.value = make() }
        }
    }

    /// Says that nobody needs it any more, and waits for a thread that is making it: none is to be at work when the program ends.
    package func giveUp() { state.withLock { $0.isGivenUp = true } }

    /// Has another thread make it, if one comes to that before the value is needed.
    package func beginBeside() {
        DispatchQueue.global().async { self.begin() }
    }
}
