internal import Dispatch
internal import Synchronization

/// A value that one thread makes while others do something else.
///
/// Whoever needs it first makes it, if nobody has begun to: nobody waits for what no thread is doing.
package final class Coming<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    package init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    /// The value, which may have to be waited for.
    package var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }

    /// Makes it on this thread, for others.
    package func begin() { _ = value }

    /// Has another thread make it, if one comes to that before the value is needed.
    package func beginBeside() {
        DispatchQueue.global().async { self.begin() }
    }
}
