package import Diagnostics

/// The elements of a Word document's main part that its values stand in, as the reader counts tables, rows and paragraphs.
package struct WordAnchors: Sendable {
    /// A paragraph or a table's cell.
    package struct Element: Hashable, Sendable {
        /// Its number among the elements of the part in the order of their start tags, from 0.
        package internal(set) var number: Int
        /// As it was read.
        package let text: String
        package let place: Location
    }

    /// In the order of the document; several may share a place: the cells of a table within a cell have that of the outer one.
    package private(set) var elements: [Element] = []
    private let isWanted: Bool

    init(isWanted: Bool = false) {
        self.isWanted = isWanted
    }

    /// - Parameter element: as ``MarkupElement/id`` has it, until they are counted.
    mutating func add(_ element: Int?, _ text: String, at place: Location) {
        guard isWanted, let element else { return }
        elements.append(Element(number: element, text: text, place: place))
    }

    mutating func count(in markup: Markup) {
        guard isWanted else { return }
        let numbers = markup.elementNumbers
        for index in elements.indices { elements[index].number = numbers[elements[index].number] }
    }
}
