public import Diagnostics
public import Reporting

extension CountyReport {
    /// Rolls whole reports up; `folders` are in the same order.
    public init(reports: [Report], folders: [String], failures: [InputFailure]) {
        self.init(towns: zip(reports, folders).map { Town($0, folder: $1) }, failures: failures)
    }
}
