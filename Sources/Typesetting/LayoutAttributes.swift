internal import CPango

/// Builds the attribute list of a layout.
struct LayoutAttributes {
    private let list: OpaquePointer? = pango_attr_list_new()

    /// Takes ownership of `attribute`; the range counts bytes.
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>? = nil) {
        guard let attribute else { return }
        if let range {
            attribute.pointee.start_index = UInt32(clamping: range.lowerBound)
            attribute.pointee.end_index = UInt32(clamping: range.upperBound)
        }
        pango_attr_list_insert(list, attribute)
    }

    /// Hands the list over; call once.
    func apply(to layout: OpaquePointer) {
        pango_layout_set_attributes(layout, list)
        pango_attr_list_unref(list)
    }
}
