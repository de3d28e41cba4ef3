internal import Diagnostics
internal import Reporting

extension CountyPage {
    /// The towns that failed or are not new, the gravest first.
    private var troubled: [CountyReport.Row] { county.mostUrgent.filter { $0.state.isTrouble } }

    var hasTroubles: Bool { !troubled.isEmpty || !county.otherFailures.isEmpty }

    var troubleTitle: String {
        var states = Set(troubled.map(\.state))
        if !county.otherFailures.isEmpty { states.insert(.failed) }
        return states.sorted().map(\.title).joined(separator: "、")
    }

    /// Each town and file in trouble, once, with the reason.
    var failures: HTML? {
        guard hasTroubles else { return nil }
        return """
            <section id="failures"><h2>\(troubleTitle)</h2>
            <ul class="list">
            \(HTML.joined(troubled) { row in
                entry(row.state, link(row.folder, nil, "\(row.shownName)"), row.remark ?? "")
            })\(HTML.joined(county.otherFailures) { failure in
                entry(.failed, "\(failure.path)", failure.reason)
            })</ul>
            </section>
            """
    }

    private func entry(_ state: TownState, _ name: HTML, _ reason: String) -> HTML {
        """
        <li class="finding \(state == .failed ? "error" : "warning")"><p><b>\(name)</b> \(state.title)</p>\
        <p>\(reason.asSentence)</p></li>

        """
    }
}
