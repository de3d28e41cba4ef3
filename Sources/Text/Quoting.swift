extension String {
    /// The text in “ ” as messages quote it; quotation marks within it become ‘ ’.
    public var quoted: String {
        guard holds("“") || holds("”") else { return "“\(self)”" }
        let inner = mappingScalars { mark in
            switch mark {
            case "“": "‘"
            case "”": "’"
            case "‘": "“"
            case "’": "”"
            default: mark
            }
        }
        return "“\(inner)”"
    }
}

extension Substring {
    /// The text in “ ” as messages quote it.
    public var quoted: String { String(self).quoted }
}
