internal import CLibraries
public import Outputs

/// The libraries that results are made with, loaded by a thread that has nothing else to do: it takes as long as to read a book.
public struct ResultLibraries: Sendable {
    private let kinds: Set<OutputKind>
    private let verifiesPrint: Bool

    /// - Parameter jobs: how many work at a time.
    /// - Returns: `nil` where nothing is printed, or there is no other thread: each library is loaded when it is called.
    public init?(_ kinds: Set<OutputKind>, jobs: Int, verifiesPrint: Bool) {
        guard jobs > 1, kinds.contains(where: \.isPrinted) else { return nil }
        (self.kinds, self.verifiesPrint) = (kinds, verifiesPrint)
    }

    /// Loads what the fonts are found with. To be waited for: the program must not end while a library is being loaded.
    public func loadFirst() { clibraries_load_for(clibraries_fonts) }

    /// Loads what is needed when the fonts are there, in the order of its use.
    func loadOthers() {
        clibraries_load_for(clibraries_printing)
        if verifiesPrint { clibraries_load_for(clibraries_reading_back) }
        if kinds.contains(.workbook) { clibraries_load_for(clibraries_workbooks) }
    }
}
