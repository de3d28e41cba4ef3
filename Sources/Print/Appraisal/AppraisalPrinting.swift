public import Appraisal
public import Foundation
internal import Text
public import Typesetting

extension PDFPrinter {
    /// Prints the forms of a self-evaluation (绩效自评表.pdf); `nil` where the report has none.
    ///
    /// - Parameter created: the date inside the file; without one, 1 January of the book's year.
    /// - Throws: as ``book(_:created:)`` does.
    public func evaluation(_ report: AppraisalReport, created: Date? = nil) throws(PrintingError) -> PrintedPDF? {
        guard let town = report.evaluation else { return nil }
        return try print(EvaluationDocument(report: report, town: town).document, created: created)
    }

    /// Prints the forms of a monitoring (绩效运行监控表.pdf); `nil` where the report has none.
    ///
    /// - Parameter created: the date inside the file; without one, 1 January of the book's year.
    /// - Throws: as ``book(_:created:)`` does.
    public func monitoring(_ report: AppraisalReport, created: Date? = nil) throws(PrintingError) -> PrintedPDF? {
        guard let town = report.monitoring else { return nil }
        return try print(MonitoringDocument(report: report, town: town).document, created: created)
    }

    /// Prints what was found in forms that others have filled in (自评审核意见.pdf).
    ///
    /// - Parameter created: the date inside the file; without one, 1 January of the forms' year.
    /// - Throws: as ``book(_:created:)`` does.
    public func opinion(on forms: [ReviewedForm], created: Date? = nil) throws(PrintingError) -> PrintedPDF {
        try finished(drawn { FormOpinion(forms, measurer: fonts, type: type).compose() }, created: created)
    }

    private func print(_ document: AppraisalDocument, created: Date?) throws(PrintingError) -> PrintedPDF {
        let drawing = try drawn { AppraisalComposer(document, measurer: fonts, type: type).compose() }
        var printed = try finished(drawing, created: created)
        let texts = SourceTexts(document)
        printed.texts = try proof(of: printed, drawing) { texts }?.run()
        return printed
    }
}

extension SourceTexts {
    /// Every cell of every form.
    init(_ document: AppraisalDocument) {
        self.init()
        for form in [document.overall].compactMap(\.self) + document.forms {
            for block in form.blocks { add(block, form.bookmark) }
        }
    }

    private mutating func add(_ block: FormBlock, _ place: String) {
        switch block {
        case .fields(let fields), .texts(_, let fields):
            for field in fields { add(field.value, place + field.label.quoted) }
        case .figures(let figures):
            for row in figures.rows {
                for (column, text) in zip(figures.columns, row) { add(text, place + column.title.quoted) }
            }
        case .wide(let label, let texts):
            for text in texts { add(text, place + label.quoted) }
        case .list(let list):
            for (index, row) in list.rows.enumerated() {
                for (column, text) in zip(list.columns, row) {
                    add(text, "\(place)第\(index + 1)行\(column.title.quoted)", isLabel: column.kind == .label)
                }
            }
            for part in list.sum { add(part.text, place + "总分".quoted) }
        }
    }
}
