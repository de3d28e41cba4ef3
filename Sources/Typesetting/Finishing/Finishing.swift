public import BookLayout

extension DrawnPDF {
    /// The file made fit for archives and for every reader: PDF/A-2a and PDF/UA-1.
    ///
    /// Cairo's pages and fonts stay as they are. Its structure is replaced by ours, and what it cannot write is added:
    /// attributes of cells, artifacts, link annotations, bookmarks, page labels, metadata, the colour space.
    /// - Throws: when the pages do not hold exactly what was drawn, or when libqpdf fails.
    public func finished(
        _ structure: StructureTree, bookmarks: [Bookmark], metadata: PDFMetadata
    ) throws(PrintingError) -> [UInt8] {
        let cairo = try CairoFile(bytes)
        guard cairo.pages.count == pages.count else { throw .piecesDiffer(page: min(cairo.pages.count, pages.count) + 1) }
        let known = structure.elements.indices
        if let page = pages.firstIndex(where: { !$0.pieces.allSatisfy { known.contains($0.element.index) } }) {
            throw .piecesDiffer(page: page + 1)
        }
        let places = Places(self, pages: cairo.pages)
        var objects = PDFObjects(behind: cairo)
        var tree = StructureObjects(structure, self, pages: cairo.pages, places: places)
        let treeRoot = try tree.write(into: &objects)
        let outline = try OutlineObjects(bookmarks).write(into: &objects, places: places)
        let catalogue = addCatalogue(treeRoot: treeRoot, outline: outline, pagesRoot: cairo.pagesRoot, metadata, &objects)
        let lists = tree.annotations.map { $0.isEmpty ? nil : objects.add(PDFSyntax.references($0)) }
        let information = objects.add(metadata.information)
        let file = try QPDFFile(objects.file(root: catalogue, info: information))
        for (index, page) in pages.enumerated() {
            let number = cairo.pages[index]
            let tags = page.pieces.map { structure[$0.element].role.tag }
            try file.rewriteContent(ofPage: number) { content throws(PrintingError) in
                guard let rewritten = PageContent.rewritten(content, tags: tags) else { throw .piecesDiffer(page: index + 1) }
                return rewritten
            }
            // ISO 14289-1, 7.18.3: readers go from link to link in the order of the structure.
            if let list = lists[index] {
                try file.set("/Annots", of: number, toObject: list)
                try file.set("/Tabs", of: number, to: "/S")
            }
            try file.set("/StructParents", of: number, to: page.pieces.isEmpty ? "null" : "\(index)")
        }
        // ISO 19005-2, 6.2.11.3.2: what Cairo leaves out because it is the default must be said.
        for font in cairo.trueTypeFonts { try file.set("/CIDToGIDMap", of: font, to: "/Identity") }
        return try file.written()
    }

    private func addCatalogue(
        treeRoot: Int, outline: Int?, pagesRoot: Int, _ metadata: PDFMetadata, _ objects: inout PDFObjects
    ) -> Int {
        let xmp = objects.addStream("/Type/Metadata/Subtype/XML", Array(metadata.xmp.utf8))
        let profile = objects.addStream("/N 3", ColourProfile.bytes)
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
