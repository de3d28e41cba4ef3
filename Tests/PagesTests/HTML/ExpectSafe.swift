import TestSupport
import Testing

/// Expects a page that is well-formed, calls nothing from outside, and links only to what is there.
///
/// - Parameter script: the one script that it holds, if any.
func expectSafe(_ page: String, script: String? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    let read = WellFormed(page)
    #expect(read.failure == nil, sourceLocation: sourceLocation)
    #expect(Set(read.ids).count == read.ids.count, "repeated ids", sourceLocation: sourceLocation)
    #expect(
        !read.elements.contains { ["link", "img", "iframe", "object", "form"].contains($0) },
        sourceLocation: sourceLocation)
    #expect(read.scripts == (script.map { ["\n\($0)\n"] } ?? []), sourceLocation: sourceLocation)
    #expect(!read.attributes.contains { $0.lowercased().hasPrefix("on") }, sourceLocation: sourceLocation)
    for link in read.links {
        if link.hasPrefix("#") {
            #expect(read.ids.contains(String(link.dropFirst())), "\(link)", sourceLocation: sourceLocation)
        } else {
            #expect(!link.contains(":") && !link.hasPrefix("/"), "\(link)", sourceLocation: sourceLocation)
        }
    }
}
