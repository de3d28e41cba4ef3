import Foundation
import Synchronization
import Testing
import Text

/// Values that are made while others do something else.
@Suite struct ComingTests {
    @Test("What several threads need is made once, and all get the same")
    func once() {
        let made = Atomic(0)
        let coming = Coming { made.wrappingAdd(1, ordering: .relaxed).newValue }
        let got = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: 20) { number in
            if number == 3 { coming.begin() }
            if number == 5 { coming.beginBeside() }
            let value = coming.value
            got.withLock { $0.append(value) }
        }
        #expect(made.load(ordering: .relaxed) == 1 && got.withLock(\.self) == Array(repeating: 1, count: 20))
    }

    @Test("Nothing is made before it is needed, and what is made may be nothing")
    func late() {
        let made = Atomic(0)
        let coming = Coming<Int?> {
            made.wrappingAdd(1, ordering: .relaxed)
            return nil
        }
        #expect(made.load(ordering: .relaxed) == 0)
        #expect(coming.value == nil && coming.value == nil)
        #expect(made.load(ordering: .relaxed) == 1)
    }

    @Test("What is given up is not begun any more, and who gives it up waits for a thread that is making it")
    func givenUp() {
        let made = Atomic(0)
        let never = Coming { made.add(1, ordering: .relaxed) }
        never.giveUp()
        never.begin()
        #expect(made.load(ordering: .relaxed) == 0)
        let begun = DispatchSemaphore(value: 0)
        let slow = Coming {
            begun.signal()
            Thread.sleep(forTimeInterval: 0.05)
            made.add(1, ordering: .relaxed)
        }
        slow.beginBeside()
        begun.wait()
        slow.giveUp()
        #expect(made.load(ordering: .relaxed) == 1)
    }
}
