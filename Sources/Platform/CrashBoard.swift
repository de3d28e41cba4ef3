internal import Foundation
internal import Glibc
internal import Synchronization

/// The memory that a signal handler reads: who works on what, and how to start anew.
///
/// All of it is set aside beforehand. A handler must neither allocate nor wait, so it touches raw memory only and calls only
/// what is safe there.
struct CrashBoard {
    private var slots: UnsafeMutablePointer<Slot>
    /// The variable with the record of crashes, the last of `environment`.
    private var record: UnsafeMutablePointer<CChar>
    private var length: Int
    /// Where the program stands, and the same by another way, should a newer one have taken its place.
    private var programs: (UnsafeMutablePointer<CChar>, UnsafeMutablePointer<CChar>)
    private var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

    /// What one thread works on.
    private struct Slot {
        var thread: pthread_t = 0
        /// Ends with a null.
        var text: UnsafeMutablePointer<CChar>?
    }

    static let variable = "GOALBOOK_CRASHED"
    /// Linux takes no longer variables; a night with more crashes than this holds ends with the next.
    private static let longest = 120_000
    private static let mostSlots = 256
    private static let alternateStack = 65_536

    /// The address of the board; 0 where crashes are not contained.
    private static let address = Atomic<UInt>(0)
    private static let isTaken = Mutex([Bool](repeating: false, count: mostSlots))
    /// One thread starts the program anew; another that crashes at the same time waits for that.
    private static let isEnding = Atomic<Bool>(false)

    private static var current: UnsafeMutablePointer<CrashBoard>? {
        UnsafeMutablePointer(bitPattern: address.load(ordering: .acquiring))
    }

    /// - Parameter record: what crashed before.
    static func make(record: String) {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: mostSlots)
        slots.initialize(repeating: Slot(), count: mostSlots)
        let head = variable + "=" + record
        let text = UnsafeMutablePointer<CChar>.allocate(capacity: longest + 1)
        text.initialize(repeating: 0, count: longest + 1)
        guard head.utf8.count < longest else { return }
        for (index, byte) in head.utf8.enumerated() { text[index] = CChar(bitPattern: byte) }
        let own = "/proc/self/exe"
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: own)) ?? own
        guard let first = strdup(program), let second = strdup(own) else { return }
        let variables = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        let environment = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: variables.count + 2)
        for (index, variable) in variables.enumerated() { (environment + index).initialize(to: strdup(variable)) }
        (environment + variables.count).initialize(to: text)
        (environment + variables.count + 1).initialize(to: nil)
        let board = UnsafeMutablePointer<CrashBoard>.allocate(capacity: 1)
        board.initialize(
            to: CrashBoard(
                slots: slots, record: text, length: head.utf8.count, programs: (first, second),
                arguments: CommandLine.unsafeArgv, environment: environment))
        address.store(UInt(bitPattern: board), ordering: .releasing)
    }

    /// Notes what this thread works on; `nil` where nothing is contained or all slots are taken.
    static func take(_ text: String) -> Int? {
        guard let board = current else { return nil }
        let free = isTaken.withLock { taken -> Int? in
            guard let index = taken.firstIndex(of: false) else { return nil }
            taken[index] = true
            return index
        }
        guard let free else { return nil }
        prepareStack()
        let slot = board.pointee.slots + free
        slot.pointee.text = strdup(text)
        slot.pointee.thread = pthread_self()
        return free
    }

    /// What this thread works on.
    static var work: String? {
        guard let board = current else { return nil }
        let me = pthread_self()
        let slots = UnsafeBufferPointer(start: board.pointee.slots, count: mostSlots)
        // A thread's later work stands behind its earlier one, or in a place that somebody has left.
        return slots.first { $0.thread == me }?.text.map { String(cString: $0) }
    }

    static func release(_ index: Int) {
        guard let board = current else { return }
        let slot = board.pointee.slots + index
        slot.pointee.thread = 0
        free(slot.pointee.text)
        slot.pointee.text = nil
        isTaken.withLock { $0[index] = false }
    }

    /// A stack of its own for this thread's signal handler, which serves as long as the thread does.
    private static func prepareStack() {
        var stack = stack_t()
        guard sigaltstack(nil, &stack) == 0, stack.ss_flags & Int32(SS_DISABLE) != 0,
            let memory = malloc(alternateStack)
        else { return }
        stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: alternateStack)
        sigaltstack(&stack, nil)
    }

    /// The handler: starts the program anew, or lets it end as it would without a handler.
    static func caught(_ number: Int32) {
        if let board = current, board.pointee.note(number) {
            var none = sigset_t()
            sigemptyset(&none)
            // What is blocked stays blocked over the new start.
            pthread_sigmask(SIG_SETMASK, &none, nil)
            execve(board.pointee.programs.0, board.pointee.arguments, board.pointee.environment)
            execve(board.pointee.programs.1, board.pointee.arguments, board.pointee.environment)
        }
        signal(number, SIG_DFL)
        raise(number)
    }

    /// Adds what this thread works on to the record; false when that is nothing.
    private mutating func note(_ number: Int32) -> Bool {
        let me = pthread_self()
        var index = 0
        while index < CrashBoard.mostSlots, slots[index].thread != me { index += 1 }
        guard index < CrashBoard.mostSlots, let text = slots[index].text else { return false }
        guard !CrashBoard.isEnding.exchange(true, ordering: .acquiringAndReleasing) else {
            while true { pause() }
        }
        let size = strlen(text)
        guard length + size + 8 < CrashBoard.longest else { return false }
        // `//11:`, then the files.
        add(47)
        add(47)
        add(48 + number / 10 % 10)
        add(48 + number % 10)
        add(58)
        memcpy(record + length, text, size + 1)
        return true
    }

    private mutating func add(_ byte: Int32) {
        record[length] = CChar(truncatingIfNeeded: byte)
        length += 1
    }
}
