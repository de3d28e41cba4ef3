public import BookLayout

extension DrawnPDF {
    /// The file made fit for archives and for every reader: PDF/A-2a and PDF/UA-1.
    ///
    /// Cairo's pages and fonts stay as they are. Its structure is replaced by ours, and what it cannot write is added:
    /// attributes of cells, artifacts, link annotations, bookmarks, page labels, metadata, the colour space.
    /// - Throws: when the pages do not hold exactly what was drawn, or are not as Cairo 1.16 writes them.
    public func finished(
        _ structure: StructureTree, bookmarks: [Bookmark], metadata: PDFMetadata
    ) throws(PrintingError) -> [UInt8] {
        try finished(structure, bookmarks: bookmarks, metadata: metadata, packed: true)
    }

    /// - Parameters:
    ///   - packed: `false` leaves every object readable.
    ///   - done: is told each step.
    package func finished(
        _ structure: StructureTree, bookmarks: [Bookmark], metadata: PDFMetadata, packed: Bool,
        done: (PrintingStep) -> Void = { _ in }
    ) throws(PrintingError) -> [UInt8] {
        let cairo = try CairoFile(bytes, taken: taken)
        guard cairo.pages.count == pages.count else { throw .piecesDiffer(page: min(cairo.pages.count, pages.count) + 1) }
        let known = structure.elements.indices
        if let page = pages.firstIndex(where: { !$0.pieces.allSatisfy { known.contains($0.element.index) } }) {
            throw .piecesDiffer(page: page + 1)
        }
        let places = Places(self, pages: cairo.pages)
        var objects = try PDFObjects(cairo, contents: contents)
        var tree = StructureObjects(structure, self, pages: cairo.pages, places: places)
        let treeRoot = try tree.write(into: &objects)
        let outline = try OutlineObjects(bookmarks).write(into: &objects, places: places)
        let catalogue = try addCatalogue(treeRoot: treeRoot, outline: outline, pagesRoot: cairo.pagesRoot, metadata, &objects)
        let information = objects.add(metadata.information)
        done(.structure)
        for (index, page) in pages.enumerated() {
            let number = cairo.pages[index]
            let pieces = PageContent.pieces(of: page, structure)
            try objects.rewriteContent(ofPage: number) { content throws(PrintingError) in
                guard let rewritten = PageContent.rewritten(content, pieces) else { throw .piecesDiffer(page: index + 1) }
                return rewritten
            }
            // ISO 14289-1, 7.18.3: readers go from link to link in the order of the structure. The list stands in the page itself:
            // to look it up elsewhere, readers unpack the structure.
            let annotations = tree.annotations[index]
            let links = annotations.isEmpty ? "" : "/Annots" + PDFSyntax.references(annotations) + "/Tabs/S"
            let parents = page.pieces.isEmpty ? "" : "/StructParents \(index)"
            try objects.add(links + parents, to: number, without: "/StructParents")
        }
        try objects.finishFonts()
        try objects.packStreams()
        done(.contents)
        let file = try PDFFile(objects, root: catalogue, info: information, packed: packed)
        done(.writing)
        return file.bytes
    }

    private func addCatalogue(
        treeRoot: Int, outline: Int?, pagesRoot: Int, _ metadata: PDFMetadata, _ objects: inout PDFObjects
    ) throws(PrintingError) -> Int {
        let xmp = try objects.addStream("/Type/Metadata/Subtype/XML", Array(metadata.xmp.utf8), isPlain: true)
        let profile = try objects.addStream("/N 3", ColourProfile.bytes)
        let labels = objects.add(PDFSyntax.pageLabels(pages.map(\.label)))
        let name = "(" + ColourProfile.name + ")"
        return objects.add(
            "<</Type/Catalog/Pages \(pagesRoot) 0 R/Lang(\(PDFMetadata.language))/MarkInfo<</Marked true>>"
                + "/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot \(treeRoot) 0 R/Metadata \(xmp) 0 R"
                + "/PageLabels \(labels) 0 R" + (outline.map { "/Outlines \($0) 0 R/PageMode/UseOutlines" } ?? "")
                + "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier\(name)/Info\(name)"
                + "/DestOutputProfile \(profile) 0 R>>]>>")
    }
}
