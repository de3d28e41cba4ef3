import CShortcuts
import Foundation
import Synchronization
import Testing

/// Libraries that ask for the parts of a date get them in a place of their thread's own.
@Suite struct DatePartsTests {
    @Test("What another thread asks for changes nothing here")
    func threadsAreApart() {
        // 2021-11-14 and 2026-01-01; this thread does nothing else in between.
        let mine = withUnsafePointer(to: 1_636_848_000) { gmtime($0) }
        #expect(mine?.pointee.tm_year == 121)
        let year = Atomic(0)
        let isDone = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let other = withUnsafePointer(to: 1_767_225_600) { gmtime($0) }
            year.store(Int(other?.pointee.tm_year ?? 0), ordering: .relaxed)
            isDone.signal()
        }
        isDone.wait()
        #expect(year.load(ordering: .relaxed) == 126)
        #expect(mine?.pointee.tm_year == 121 && mine?.pointee.tm_mday == 14)
    }
}
