public import Diagnostics
public import GoalModel

/// A check of a self-evaluation form that somebody else has filled in; adding one is a file and a line in ``FormCheckCatalogue``.
protocol FormCheck: Sendable {
    static var description: FormCheckDescription { get }
    static func check(_ form: JudgedForm, report: (FormRemark) -> Void)
}

/// The words of a check: stable id and name, how certain it is, why it matters and what to do.
public struct FormCheckDescription: Hashable, Sendable {
    /// `E05`.
    public let id: String
    /// `execution-points-wrong`.
    public let name: String
    public let severity: Severity
    public let title: String
    public let reason: String
    public let remedy: String

    init(_ id: String, _ name: String, _ severity: Severity, _ title: String, reason: String, remedy: String) {
        (self.id, self.name, self.severity, self.title) = (id, name, severity, title)
        (self.reason, self.remedy) = (reason, remedy)
    }
}

/// What a check has to say of a place in a form.
struct FormRemark {
    /// One Chinese sentence without a full stop, with the right figure.
    var message: String
    var place: Location
    /// Of the indicator, counted from 1; `nil` for the form as a whole.
    var row: Int?
    /// Another severity than the check's own.
    var severity: Severity?

    init(_ message: String, at place: Location, row: Int? = nil, severity: Severity? = nil) {
        (self.message, self.place, self.row, self.severity) = (message, place, row, severity)
    }

    /// At the cell of a row, else at the row.
    init(_ message: String, _ row: JudgedRow, _ column: EvaluationForm.Column) {
        self.init(message, at: row.row[column]?.place ?? row.row.place, row: row.row.number)
    }
}

/// A finding in a filled form: what, where, why and what to do.
public struct FormFinding: Hashable, Sendable {
    public let check: FormCheckDescription
    public let severity: Severity
    /// Of the indicator, counted from 1; `nil` for the form as a whole.
    public let row: Int?
    public let message: String
    public let location: Location

    init(_ remark: FormRemark, of check: FormCheckDescription) {
        self.check = check
        severity = remark.severity ?? check.severity
        (row, message, location) = (remark.row, remark.message, remark.place)
    }
}

/// A form that was looked through, with everything that was found in it.
public struct ReviewedForm: Sendable {
    public let form: EvaluationForm
    public let judged: JudgedForm
    public let findings: [FormFinding]

    /// - Parameter surroundings: what it takes more than the form to know.
    public init(_ form: EvaluationForm, in surroundings: FormSurroundings = FormSurroundings()) {
        self.form = form
        let judged = JudgedForm(form)
        self.judged = judged
        var findings: [FormFinding] = []
        for check in FormCheckCatalogue.checks {
            check.check(judged) { findings.append(FormFinding($0, of: check.description)) }
        }
        PersonalDataCheck.check(judged, surroundings.numbers, surroundings.names) {
            findings.append(FormFinding($0, of: PersonalDataCheck.description))
        }
        ForeignIndicator.check(judged, surroundings.foreign) {
            findings.append(FormFinding($0, of: ForeignIndicator.description))
        }
        self.findings = findings.sorted { ($0.check.id, $0.location) < ($1.check.id, $1.location) }
    }
}
