internal import Print
internal import Synchronization

/// The fonts of a run, which are prepared while the towns' files are read and reviewed.
///
/// Whoever needs them first prepares them, if nobody does: nobody waits for what no thread is doing.
final class ComingFonts: Sendable {
    private let prepared: Mutex<State>
    private let prepare: @Sendable () -> PreparedFonts?

    private enum State {
        case coming
        /// `nil` when nothing is to be printed.
        case ready(PreparedFonts?)
    }

    init(_ prepare: @escaping @Sendable () -> PreparedFonts?) {
        self.prepare = prepare
        prepared = Mutex(.coming)
    }

    /// The fonts, which may have to be waited for; `nil` when nothing is to be printed.
    var ready: PreparedFonts? {
        prepared.withLock { state in
            if case .ready(let fonts) = state { return fonts }
            let fonts = prepare()
            state = .ready(fonts)
            return fonts
        }
    }

    /// Prepares them on this thread, for others.
    func begin() { _ = ready }
}
