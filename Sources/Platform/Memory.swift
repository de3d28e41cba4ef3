internal import CSystem

/// What the process has set aside.
package enum Memory {
    /// Gives the system back what is no longer used; it takes a moment, and is worth it behind what took much.
    package static func giveBack() {
        csystem_give_memory_back()
    }
}
