internal import Platform
internal import Print

/// The workers of a run that have nothing else to do.
struct IdleWorkers: IdleThreads {
    let shared: SharedWork<TownPrinter>

    var areThere: Bool { shared.idle > 0 }

    func offer(_ work: @escaping @Sendable () -> Void) {
        shared.offer(CrashContainment.sharing(work))
    }
}
