public import Diagnostics

/// A part of something that stands at a place of its own, known by a number.
public protocol PlacedField: Hashable, Sendable {
    init?(code: UInt16)
    /// Each field's own; fields with greater numbers than there are have the greatest together.
    var code: UInt16 { get }
}

/// Where the parts of a project or of an indicator stand.
public struct FieldPlaces<Field: PlacedField>: Hashable, Sendable {
    @usableFromInline var list = PlaceList()

    @inlinable
    public init() {}

    @inlinable public var isEmpty: Bool { list.isEmpty }

    /// The fields that have a place, by ascending numbers.
    @inlinable public var keys: [Field] { list.codes.compactMap { Field(code: $0) } }

    /// In the order of ``keys``.
    @inlinable public var values: [Location] { list.places }

    @inlinable
    public subscript(field: Field) -> Location? {
        get { list[field.code] }
        set { list[field.code] = newValue }
    }

    /// Whether a field has a place.
    @inlinable
    public func hold(_ field: Field) -> Bool { list.hold(field.code) }

    /// Takes over the places of fields that have none here.
    @inlinable
    public mutating func take(_ others: FieldPlaces, where isWanted: (Field) -> Bool = { _ in true }) {
        for field in others.keys where !hold(field) && isWanted(field) { self[field] = others[field] }
    }

    mutating func share(_ common: inout SharedSpots) { list.share(&common) }

    /// Takes over the heading of another place for all.
    @inlinable
    public mutating func takeHeading(of other: Location) { list.takeHeading(of: other) }
}

extension FieldPlaces: ExpressibleByDictionaryLiteral {
    @inlinable
    public init(dictionaryLiteral elements: (Field, Location)...) {
        for (field, place) in elements { self[field] = place }
    }
}

/// Places by numbers.
///
/// They stand near each other: the place of one is kept, and of the others how far they are from it. Thousands of them are
/// kept for a county.
@usableFromInline
struct PlaceList: Sendable {
    private var first: Location?
    /// By ascending numbers.
    private var spots: [Spot] = []
    /// The places of all spots, where one of them is not near the first.
    private var far: [Location] = []

    @usableFromInline
    init() {}

    @usableFromInline var isEmpty: Bool { spots.isEmpty }

    @usableFromInline var codes: [UInt16] { spots.map(\.code) }

    @usableFromInline
    func hold(_ code: UInt16) -> Bool { spots.contains { $0.code == code } }

    @usableFromInline var places: [Location] { spots.indices.compactMap(place) }

    @usableFromInline
    subscript(code: UInt16) -> Location? {
        get { spots.firstIndex { $0.code == code }.flatMap(place) }
        set {
            let index = spots.firstIndex { $0.code >= code } ?? spots.count
            if index < spots.count, spots[index].code == code {
                spots.remove(at: index)
                if !far.isEmpty { far.remove(at: index) }
                if spots.isEmpty { first = nil }
            }
            if let newValue { insert(newValue, of: code, at: index) }
        }
    }

    @usableFromInline
    mutating func takeHeading(of other: Location) {
        first?.takeHeading(of: other)
        for index in far.indices { far[index].takeHeading(of: other) }
    }

    fileprivate mutating func share(_ common: inout SharedSpots) {
        spots = common.lists.insert(spots).memberAfterInsert
    }

    private func place(_ index: Int) -> Location? {
        far.isEmpty ? first.map { spots[index].place(from: $0) } : far[index]
    }

    private mutating func insert(_ place: Location, of code: UInt16, at index: Int) {
        let start = first ?? place
        let near = far.isEmpty && place.sharesOrigin(with: start) ? Spot(code, place, from: start) : nil
        if near == nil {
            if far.isEmpty { far = places }
            far.insert(place, at: index)
        }
        if spots.isEmpty { spots.reserveCapacity(Indicator.Field.allCases.count) }
        spots.insert(near ?? Spot(code), at: index)
        first = start
    }

    /// How far the place with a number is from another of the same origin.
    fileprivate struct Spot: Hashable, Sendable {
        let code: UInt16
        private var page = Int16.min
        private var line = Int16.min
        private var table = Int16.min
        private var row = Int16.min
        private var cell = Int16.min

        init(_ code: UInt16) {
            self.code = code
        }

        /// `nil` where the way is too far.
        init?(_ code: UInt16, _ place: Location, from start: Location) {
            guard let page = Spot.way(to: place.page, from: start.page), let line = Spot.way(to: place.line, from: start.line),
                let table = Spot.way(to: place.table, from: start.table), let row = Spot.way(to: place.row, from: start.row),
                let cell = Spot.way(to: place.cell, from: start.cell)
            else { return nil }
            self.code = code
            (self.page, self.line, self.table, self.row, self.cell) = (page, line, table, row, cell)
        }

        func place(from start: Location) -> Location {
            Location(
                in: start, page: Spot.count(page, from: start.page), line: Spot.count(line, from: start.line),
                table: Spot.count(table, from: start.table), row: Spot.count(row, from: start.row),
                cell: Spot.count(cell, from: start.cell))
        }

        /// The least number for a place that has no such count.
        private static func way(to count: Int?, from start: Int?) -> Int16? {
            guard let count else { return .min }
            let way = Int16(exactly: count - (start ?? 0))
            return way == .min ? nil : way
        }

        private static func count(_ way: Int16, from start: Int?) -> Int? {
            way == .min ? nil : (start ?? 0) + Int(way)
        }
    }
}

/// How far places of fields are from the first, as many rows have it in common.
struct SharedSpots {
    fileprivate var lists: Set<[PlaceList.Spot]> = []
}

extension PlaceList: Hashable {
    @usableFromInline
    static func == (a: PlaceList, b: PlaceList) -> Bool {
        // Nearly always the same place was kept of both.
        a.first == b.first && a.spots == b.spots && a.far == b.far || a.codes == b.codes && a.places == b.places
    }

    @usableFromInline
    func hash(into hasher: inout Hasher) {
        hasher.combine(codes)
        hasher.combine(places)
    }
}

extension Indicator.Field: PlacedField {
    public var code: UInt16 {
        switch self {
        case .category: 0
        case .type: 1
        case .name: 2
        case .description: 3
        case .target: 4
        case .basis: 5
        }
    }

    public init?(code: UInt16) {
        guard code < Self.allCases.count else { return nil }
        self = Self.allCases[Int(code)]
    }
}

extension Project.Field: PlacedField {
    private static let parts: [Project.Field] = [
        .title, .unit, .moneyUnit, .code, .name, .budget, .fiscalFunds, .otherFunds, .purpose, .goals,
    ]

    public var code: UInt16 {
        switch self {
        case .title: 0
        case .unit: 1
        case .moneyUnit: 2
        case .code: 3
        case .name: 4
        case .budget: 5
        case .fiscalFunds: 6
        case .otherFunds: 7
        case .purpose: 8
        case .goals: 9
        case .plan(let index): UInt16(clamping: Self.parts.count + max(0, index))
        }
    }

    public init?(code: UInt16) {
        self = Int(code) < Self.parts.count ? Self.parts[Int(code)] : .plan(Int(code) - Self.parts.count)
    }
}
