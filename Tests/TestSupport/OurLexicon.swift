import Foundation
internal import GoalModel
public import GoalParsing

extension Lexicon {
    /// That of the resources folder, read once.
    public static func ours() throws -> Lexicon {
        try decoded.get()
    }

    private static let decoded = Result {
        try Lexicon(json5: Repository.resource("headings.json5"))
    }
}
