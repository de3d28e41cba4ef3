internal import Foundation

/// How long the steps of a job take, each one from the end of the one before.
struct StepWatch {
    /// In milliseconds, a step that comes again after its first time; in the order in which the steps came first.
    private(set) var steps: [(name: String, times: [Double])] = []
    private var last = ContinuousClock.now
    /// The step behind which the program ends, so that what it took up to there can be counted.
    let end: String?

    init(end: String? = nil) {
        self.end = end
    }

    mutating func start() {
        last = .now
    }

    mutating func stop(_ name: String) {
        let now = ContinuousClock.now
        let parts = last.duration(to: now).components
        let time = Double(parts.seconds) * 1_000 + Double(parts.attoseconds) / 1e15
        if let index = steps.firstIndex(where: { $0.name == name }) {
            steps[index].times.append(time)
        } else {
            steps.append((name, [time]))
        }
        if name == end { exit(0) }
        last = now
    }
}
