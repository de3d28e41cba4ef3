internal import CSystem

/// What the process has set aside.
package enum Memory {
    /// Gives the system back what is no longer used; it takes a moment, and is worth it behind what took much.
    package static func giveBack() {
        csystem_give_memory_back()
    }

    /// Gives large pieces back as soon as they are not used; for runs that take long, since it costs a fiftieth of their time.
    package static func keepLow() {
        csystem_return_large_memory()
    }
}
