/// The order of the elements of a sheet (ECMA-376 part 1, 18.3.1.99): where a new one goes.
enum SheetOrder {
    private static let worksheet = [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
        "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
        "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
        "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
        "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
        "extLst",
    ]
    private static let styles = [
        "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
        "extLst",
    ]

    /// Inserts an element of a sheet behind those of its kind and all that stand before these.
    static func insert(_ text: String, as name: String, into map: PartMap, _ edits: inout ByteEdits) {
        insert(text, as: name, worksheet, map, &edits)
    }

    /// Inserts an element into the styles of a workbook.
    static func insert(style text: String, as name: String, into map: PartMap, _ edits: inout ByteEdits) {
        insert(text, as: name, styles, map, &edits)
    }

    private static func insert(
        _ text: String, as name: String, _ order: [String], _ map: PartMap, _ edits: inout ByteEdits
    ) {
        let own = order.firstIndex(of: name) ?? 0
        let next = map.children(of: 0).first { child in
            rank(child, map, order).map { $0 > own } == true
        }
        if let next { edits.insert(text, at: map.elements[next].start) } else { edits.append(text, to: 0, of: map) }
    }

    /// Of two writings of one thing that of the first counts.
    private static func rank(_ element: Int, _ map: PartMap, _ order: [String]) -> Int? {
        if map.isNamed("AlternateContent", element) {
            let inner = map.children(of: element).lazy.compactMap { map.children(of: $0).first }.first
            return inner.flatMap { rank($0, map, order) }
        }
        return order.firstIndex(of: String(map.name(element)))
    }
}
