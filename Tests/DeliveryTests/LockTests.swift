import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Delivery

/// One run at a time, on one machine and on several.
@Suite struct LockTests {
    private func take(_ bench: borrowing Workbench, shared: Bool) throws -> RunLock {
        try RunLock(bench.folder.appending(path: "lock"), isTemporary: true, waiting: 0, now: Date(), isShared: shared)
    }

    @Test(arguments: [false, true])
    func theSecondIsRefusedAndNothingIsLeft(shared: Bool) throws {
        let bench = try Workbench()
        let lock = try take(bench, shared: shared)
        #expect(throws: RunLock.Failure.self) { _ = try RunLock(bench.folder.appending(path: "lock"), waiting: 0, now: Date()) }
        let isHeld = lock.isStillHeld
        #expect(isHeld)
        lock.release()
        #expect(try bench.files(below: "").isEmpty)
        _ = try take(bench, shared: shared)
    }

    @Test func aHeartbeatOfAnotherMachineHoldsUntilItRests() throws {
        let bench = try Workbench()
        let note = "{\"holder\":{\"process\":1,\"host\":\"另一台\",\"since\":0},\"boot\":\"别处\"}"
        try bench.write(note, to: "lock-heartbeat")
        do {
            _ = try take(bench, shared: true)
            Issue.record("taken from a living holder")
        } catch let error as RunLock.Failure {
            #expect(error.message.contains("另一台") && error.exitCode == .held)
        }
        let rested = Date().addingTimeInterval(-120)
        try FileManager.default.setAttributes([.modificationDate: rested], ofItemAtPath: bench.path("lock-heartbeat"))
        _ = try take(bench, shared: true)
    }
}
