internal import Synchronization
internal import Text

/// What many books have in common, kept once: the books of a county say the same in many places, and the rows of their tables
/// stand in the same way below each other.
public final class SharedParts: Sendable {
    private let state = Mutex(State())

    private struct State {
        var texts: Set<TextKey> = []
        var spots = SharedSpots()

        mutating func shared(_ text: String) -> String {
            // Shorter texts stand where others have their address.
            text.utf8.count <= 15 ? text : texts.insert(TextKey(text: text)).memberAfterInsert.text
        }

        mutating func share(_ indicator: inout Indicator) {
            indicator.target.text = shared(indicator.target.text)
            indicator.places.share(&spots)
        }
    }

    public init() {}

    /// The same book, which shares with others what is the same in both.
    public func shared(_ book: GoalBook) -> GoalBook {
        state.withLock { state in
            var result = book.mappingTexts { state.shared($0) }
            result.filledForms = book.filledForms
            for project in result.projects.indices {
                result.projects[project].places.share(&state.spots)
                for row in result.projects[project].indicators.indices {
                    state.share(&result.projects[project].indicators[row])
                }
            }
            return result
        }
    }
}
