extension StringProtocol {
    /// The text in “ ” as messages quote it; quotation marks within it become ‘ ’.
    public var quoted: String {
        guard utf8.contains(0xE2), contains(where: { "“”".contains($0) }) else { return "“\(self)”" }
        let inner = String(self).mappingScalars { mark in
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
