internal import Foundation
internal import GoalModel
public import GoalParsing

extension ListHeadings {
    /// Those of the resources folder.
    public static func ours() throws -> ListHeadings {
        try JSONDecoder.json5.decode(ListHeadings.self, from: Repository.resource("headings.json5"))
    }
}
