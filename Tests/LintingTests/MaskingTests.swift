import GoalModel
import Linting
import TestSupport
import Testing

@Suite struct MaskingTests {
    private func masked(_ text: String) throws -> String {
        try Linter(tables: .repository).masking(of: SampleBooks.book([])).masked(text)
    }

    @Test(arguments: [
        ("联系人13812345678。", "联系人138******78。"), ("138 1234-5678", "138 ****-**78"), ("１３８１２３４５６７８", "１３８******７８"),
        ("+8613812345678", "+86138******78"), ("138 1234 5678、13912345678", "138 **** **78、139******78"),
        ("110101199003070070", "110*************70"), ("11010119900307002x", "110*************2x"),
        ("１１０１０１ １９９００３０７ ００７０", "１１０*** ******** **７０"), ("𠮷110101-19900307-0070", "𠮷110***-********-**70"),
    ])
    func numbersAreHidden(text: String, expected: String) throws {
        let result = try masked(text)
        #expect(result == expected)
        #expect(result.unicodeScalars.count == text.unicodeScalars.count)
        #expect(try masked(result) == result)
    }

    @Test(arguments: [
        ("卡号6222020000000000018", "卡号622**************18"), ("6228 4800 0000 0000 018", "622* **** **** **** *18"),
        ("电话138123\n45678", "电话138***\n***78"), ("1 3 8 1 2 3 4 5 6 7 8", "1 3 8 * * * * * * 7 8"),
        ("110101 1990 0307 0070", "110*** **** **** **70"),
    ])
    func brokenNumbersAreHidden(text: String, expected: String) throws {
        #expect(try masked(text) == expected)
    }

    /// A number that a reader split over paragraphs or goals is found and hidden in each part.
    @Test func splitNumbersAreHidden() throws {
        var book = SampleBooks.book([SampleBooks.project(1, "某项目", fen: 100)])
        book.partOne = [
            Section(
                heading: Passage("一、目标"),
                paragraphs: ["联系人138123", "45678。", "身份证110101-1990", "0307", "0070"].map { Passage($0) })
        ]
        book.projects[0].goals = ["改善条件，咨询1391234", "5678", "按期完成"]
        let linter = Linter(tables: try .repository)
        #expect(linter.findings(in: book).filter { $0.criterion == .publication }.map(\.code) == ["P01", "P02", "P02"])
        let shown = book.mappingTexts(linter.masking(of: book).masked)
        #expect(shown.partOne[0].paragraphs.map(\.text) == ["联系人138***", "***78。", "身份证110***-****", "****", "**70"])
        #expect(shown.projects[0].goals == ["改善条件，咨询139****", "**78", "按期完成"])
    }

    /// Names are hidden only where it is asked for: of three characters everywhere, of two only where they are certain.
    @Test func namesAreHidden() throws {
        var project = SampleBooks.project(1, "信访维稳", fen: 100)
        project.purpose = "用于王小明信访救助，给予张强困难补助"
        project.goals = ["王小\n明息访", "扩张强度"]
        let book = SampleBooks.book([project])
        let linter = Linter(tables: try .repository)
        let shown = book.mappingTexts(linter.masking(of: book, hidesNames: true).masked).projects[0]
        #expect(shown.purpose == "用于王**信访救助，给予张*困难补助")
        #expect(shown.goals == ["王*\n*息访", "扩张强度"])
        #expect(book.mappingTexts(linter.masking(of: book).masked) == book)
    }

    @Test(arguments: [
        "13052924P00584012146U", "编码13052924P13812345678U", "办公电话0319-4332000", "工程款13812345678.50元", "13812345678元", "",
        "2024年1月至2025年12月", "编号110101199003071234的合同",
    ])
    func othersStay(text: String) throws {
        #expect(try masked(text) == text)
    }
}
