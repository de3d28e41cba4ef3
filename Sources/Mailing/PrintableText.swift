internal import Text

extension String {
    /// On one line and short enough for a message to people.
    var quotable: String { oneLine.shortened(to: 400) }
}
