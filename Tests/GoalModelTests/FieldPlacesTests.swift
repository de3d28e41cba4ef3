import Diagnostics
import GoalModel
import Testing

/// Places that are kept near each other are those that were put in.
@Suite struct FieldPlacesTests {
    private let sheet = Location(file: "某镇.xlsx", sheet: "表2")

    @Test func cellsOfOneRow() {
        var places: FieldPlaces<Indicator.Field> = [:]
        for (index, field) in Indicator.Field.allCases.enumerated().reversed() {
            places[field] = Location(in: sheet, table: 2, row: 40_000, cell: 3 + index)
        }
        #expect(places.keys == Indicator.Field.allCases)
        #expect(places.values.map(\.address) == ["C40000", "D40000", "E40000", "F40000", "G40000", "H40000"])
        places[.type] = nil
        #expect(places[.type] == nil && places[.name]?.address == "E40000" && places.keys.count == 5)
    }

    /// A title stands in another row, page, file or nowhere in a table, and its heading may be another.
    @Test func farPlaces() {
        let others = [
            Location(file: "某镇.xlsx", row: 3), Location(file: "另一份.txt", line: 900_000),
            Location(in: sheet, page: 7, row: 1_000_000),
            Location(file: "某镇.xlsx", table: 2, sheet: "表2", heading: "水渠"), Location(in: sheet),
        ]
        for other in others {
            var places: FieldPlaces<Project.Field> = [.name: Location(in: sheet, table: 2, row: 1, cell: 1), .title: other]
            places[.plan(3)] = Location(in: sheet, table: 2, row: 9, cell: 12)
            #expect(places[.title] == other && places[.name]?.address == "A1" && places[.plan(3)]?.address == "L9")
            #expect(places.keys == [.title, .name, .plan(3)])
            places[.title] = nil
            #expect(
                places == [
                    .plan(3): Location(in: sheet, table: 2, row: 9, cell: 12),
                    .name: Location(in: sheet, table: 2, row: 1, cell: 1),
                ])
        }
    }

    @Test func missingPlacesAreTaken() {
        var places: FieldPlaces<Project.Field> = [.name: Location(file: "甲.txt", line: 1)]
        places.take([.name: Location(file: "乙.txt", line: 2), .goals: Location(file: "乙.txt", line: 3)]) { $0 != .purpose }
        #expect(places[.name]?.file == "甲.txt" && places[.goals]?.file == "乙.txt")
    }

    /// As a dictionary would have them, whatever is put in and taken out in which order.
    @Test func randomPlaces() {
        var seed: UInt64 = 41
        func random(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % count
        }
        let fields: [Project.Field] = [.title, .unit, .name, .budget, .goals, .plan(0), .plan(1), .plan(70_000)]
        for _ in 0..<500 {
            var (places, expected): (FieldPlaces<Project.Field>, [UInt16: Location]) = ([:], [:])
            for _ in 0..<12 {
                let field = fields[random(fields.count)]
                let row = [nil, 1, 2, random(100), random(100_000)][random(5)]
                let place =
                    random(6) == 0 ? Location(file: "乙.txt", line: row) : Location(in: sheet, table: 1, row: row, cell: random(9))
                let new: Location? = random(4) == 0 ? nil : place
                (places[field], expected[field.code]) = (new, new)
            }
            #expect(fields.allSatisfy { places[$0] == expected[$0.code] } && places.values.count == expected.count)
        }
    }
}
