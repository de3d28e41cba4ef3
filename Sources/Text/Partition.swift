extension Array {
    /// The first index from which on something is so, in an array in which it is so from some index on; the count where it never is.
    @inlinable public func partitioningIndex(where isSo: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isSo(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
