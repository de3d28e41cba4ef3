import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Where readers put what they found, and which of two numbers of a cell counts.
@Suite struct ReadPlacesTests {
    private func read(_ bytes: [UInt8], _ path: String) throws -> (book: GoalBook, notes: [Diagnostic]) {
        let document = try SourceReader.document(bytes, path: path)
        let reading = GoalBook.reading(document.value, lexicon: try .ours())
        return (reading.value, document.diagnostics + reading.diagnostics)
    }

    private static let styles = (1...3).map {
        "<w:style w:type=\"paragraph\" w:styleId=\"\($0)\"><w:name w:val=\"heading \($0)\"/></w:style>"
    }.joined()

    private static let lines: [(text: String, style: Int?)] = [
        ("第一部分 部门整体绩效目标", nil), ("一、总体绩效目标", 1), ("全镇村道畅通。", nil), ("二、分项绩效目标", 1), ("（一）村道养护", 2),
        ("绩效目标：村道无断头。", nil), ("绩效指标：养护村道31公里。", nil), ("（二）环境整治", 2), ("绩效目标：沟渠无垃圾。", nil), ("三、工作保障措施", 1),
        ("（一）落实责任。镇长负总责。", 2), ("（二）按季核对。财政所牵头。", 2),
    ]

    private func document(_ style: (Int) -> Int?) -> [UInt8] {
        let body = Self.lines.map { text, level in
            WordBuilder.paragraph(text, level.flatMap(style).map { "<w:pStyle w:val=\"\($0)\"/>" } ?? "")
        }
        return WordBuilder.file(body.joined(), styles: Self.styles)
    }

    /// Heading styles on （一） make no sections of their own, whatever level they begin at.
    @Test func subheadingsStayInTheirSection() throws {
        let plain = try read(document { _ in nil }, "甲镇.docx").book
        #expect(plain.subGoals.map(\.title) == ["村道养护", "环境整治"] && plain.safeguards.count == 2)
        for style in [{ $0 }, { $0 + 1 }, { _ in 1 }, { $0 == 2 ? 2 : nil }] as [(Int) -> Int?] {
            #expect(try read(document(style), "甲镇.docx").book.withoutPlaces == plain.withoutPlaces)
        }
    }

    @Test func paragraphsHaveTheirNumberAndHeading() throws {
        let book = try read(document { $0 }, "甲镇.docx").book
        #expect(book.subGoals.map { $0.location?.description } == ["甲镇.docx 第5段（二、分项绩效目标）", "甲镇.docx 第8段（二、分项绩效目标）"])
        #expect(book.safeguards.last?.location?.inFile == "第12段（三、工作保障措施）")
        #expect(book.partOne.first?.heading.location?.paragraph == 2)
    }

    @Test func blankCellsAreWhereTheyAre() throws {
        let heading = ["项目编码", "项目名称", "预算数（万元）", "一级指标", "二级指标", "三级指标", "指标值", "指标值确定依据", "3月底", "6月底", "9月底", "12月底"]
        let values = ["13992324P00310010015L", "村道养护", "12.50", "产出指标", "数量指标", "养护里程", "≥31公里", "养护台账", "25%", "50%", "75%"]
        let rows = [heading, values].enumerated().map { index, cells in
            let row = index * 5 + 1
            let inner = cells.enumerated().map {
                "<c r=\"\(Location.letters(ofColumn: $0 + 1))\(row)\" t=\"inlineStr\"><is><t>\($1)</t></is></c>"
            }
            return "<row r=\"\(row)\">\(inner.joined())</row>"
        }
        let project = try #require(try read(WorkbookBuilder.sheet(rows.joined()), "甲镇.xlsx").book.projects.first)
        #expect(project.plan.points.last?.percent == nil)
        #expect(project.places[.plan(3)]?.address == "L6" && project.places[.plan(2)]?.address == "K6")
    }

    /// 项目 by 项目: the amount in 分, whatever the format shows.
    @Test func storedAmountsCount() throws {
        func budget(_ value: String, _ format: String) throws -> Int64? {
            let heads = ["项目编码", "项目名称", "预算数（万元）", "年度目标"].enumerated().map {
                "<c r=\"\(Location.letters(ofColumn: $0 + 1))1\" t=\"inlineStr\"><is><t>\($1)</t></is></c>"
            }
            let cells = """
                <c r="A2" t="inlineStr"><is><t>13992324P00310010015L</t></is></c><c r="B2" t="inlineStr"><is><t>村道养护</t></is></c>\
                <c r="C2" s="1"><v>\(value)</v></c><c r="D2" t="inlineStr"><is><t>村道畅通</t></is></c>
                """
            let rows = "<row r=\"1\">\(heads.joined())</row><row r=\"2\">\(cells)</row>"
            return try read(WorkbookBuilder.sheet(rows, formats: [format]), "甲镇.xlsx").book.projects.first?.budget?.fen
        }
        #expect(try budget("12.5", "0.00") == 12_500_000)
        #expect(try budget("12.504999", "0.00") == 12_504_999)
        #expect(try budget("65000", "0.00,") == 65_000_000)
        #expect(try budget("654321", "0!.0,\"万元\"") == 65_432_100)
        #expect(try budget("33.3333333333333", "0.00") == 33_333_333)
        #expect(try budget("84", "[=0]\"-\";0.00") == 84_000_000)
        #expect(try budget("0", "[=0]\"-\";0.00") == 0)
        #expect(try budget("73", "G/通用格式\"万元\"") == 73_000_000)
    }

    /// A plan's columns whose headings are dates shown as 3月底.
    @Test func planDatesMayBeFormatted() throws {
        let dates = ["46112", "46203", "46295", "46387"]
        let texts = { (row: Int, cells: [(String, String)]) in
            cells.map { "<c r=\"\($0.0)\(row)\" t=\"inlineStr\"><is><t>\($0.1)</t></is></c>" }.joined()
        }
        let letters = ["D", "E", "F", "G"]
        let heads = zip(letters, dates).map { "<c r=\"\($0)1\" s=\"1\"><v>\($1)</v></c>" }.joined()
        let parts = zip(letters, ["0.254", "0.5", "0.75", "1"]).map { "<c r=\"\($0)2\" s=\"2\"><v>\($1)</v></c>" }.joined()
        let rows = """
            <row r="1">\(texts(1, [("A", "项目编码"), ("B", "项目名称"), ("C", "预算数（万元）")]))\(heads)</row>\
            <row r="2">\(texts(2, [("A", "13992324P00310010015L"), ("B", "村道养护"), ("C", "12.50")]))\(parts)</row>
            """
        for format in ["m\"月底\"", "yyyy\"年\"m\"月\"", "m\"月\""] {
            let (book, _) = try read(WorkbookBuilder.sheet(rows, formats: [format, "0%"]), "甲镇.xlsx")
            let points = try #require(book.projects.first).plan.points
            #expect(points.map(\.by.code) == ["03-31", "06-30", "09-30", "12-31"], "\(format)")
            #expect(points.map { $0.percent?.tenThousandths } == [254_000, 500_000, 750_000, 1_000_000], "\(format)")
        }
    }
}
