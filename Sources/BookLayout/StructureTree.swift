/// The logical structure of a book: what it says and in which order, whatever page it stands on (ISO 32000-1, 14.7).
///
/// Placed texts name the element they belong to; those that name none are artifacts.
public struct StructureTree: Hashable, Sendable {
    public struct Element: Hashable, Sendable {
        public var role: StructureRole
        public var parent: ElementID?
        /// In reading order.
        public fileprivate(set) var kids: [ElementID] = []
    }

    /// Parents stand before their kids.
    public private(set) var elements = [Element(role: .document, parent: nil)]
    private var lastHeading = 0

    public init() {}

    public subscript(_ id: ElementID) -> Element { elements[id.index] }

    /// Adds an element behind those that its parent already has.
    ///
    /// A heading is raised where levels would be left out, which readers take for a missing chapter (ISO 14289-1, 7.4.2).
    public mutating func add(_ role: StructureRole, under parent: ElementID = .document) -> ElementID {
        var role = role
        if case .heading(let level) = role {
            lastHeading = min(max(1, level), lastHeading + 1)
            role = .heading(lastHeading)
        }
        let id = ElementID(index: elements.count)
        elements.append(Element(role: role, parent: parent))
        elements[parent.index].kids.append(id)
        return id
    }

    /// The tree as indented lines, with what `content` gives for each element behind its name.
    public func dump(_ content: (ElementID) -> String) -> String {
        var lines: [String] = []
        func visit(_ id: ElementID, _ depth: Int) {
            let words = [self[id].role.summary, content(id)].filter { !$0.isEmpty }
            lines.append(String(repeating: "  ", count: depth) + words.joined(separator: " "))
            for kid in self[id].kids { visit(kid, depth + 1) }
        }
        visit(.document, 0)
        return lines.joined(separator: "\n")
    }
}

/// Names an element of a ``StructureTree``.
public struct ElementID: Hashable, Sendable {
    /// Of ``StructureTree/elements``.
    public let index: Int

    /// The element that holds all others.
    public static let document = ElementID(index: 0)
}

extension StructureRole {
    /// The tag with its attributes, for example `TH[Row 3×1]`.
    fileprivate var summary: String {
        switch self {
        case .headCell(let scope, let span): "TH[\(scope.rawValue) \(span.rows)×\(span.columns)]"
        case .cell(let span): span == CellSpan() ? "TD" : "TD[\(span.rows)×\(span.columns)]"
        case .link(let mark, _): "Link[\(mark)]"
        case .figure(let alternate): "Figure[\(alternate)]"
        default: tag
        }
    }
}
