internal import CPango

/// Owns a list of Pango's attributes.
struct LayoutAttributes: ~Copyable {
    let list: OpaquePointer? = pango_attr_list_new()

    deinit {
        if let list { pango_attr_list_unref(list) }
    }

    /// Takes ownership of `attribute`; the range counts bytes.
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>? = nil) {
        guard let attribute else { return }
        if let range {
            attribute.pointee.start_index = UInt32(clamping: range.lowerBound)
            attribute.pointee.end_index = UInt32(clamping: range.upperBound)
        }
        pango_attr_list_insert(list, attribute)
    }
}
