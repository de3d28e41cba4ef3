/// What two documents of one town have in common, whatever their years.
public struct TownKey: Hashable, Sendable {
    /// Six digits of GB/T 2260; `nil` when not found.
    public var region: String?
    /// Six digits; `nil` when not found.
    public var unitCode: String?
    /// Empty when not found.
    public var town: String

    public init(region: String?, unitCode: String?, town: String) {
        self.region = region
        self.unitCode = unitCode
        self.town = town
    }

    /// Whether both are of one town: by region and unit code, or by name where one of the two lacks a code.
    ///
    /// Towns of one name in two regions are two towns.
    public func isOfSameTown(as other: TownKey) -> Bool {
        let regions = (region, other.region)
        if let mine = regions.0, let theirs = regions.1, mine != theirs { return false }
        if let mine = unitCode, let theirs = other.unitCode, regions.0 != nil, regions.1 != nil { return mine == theirs }
        return !town.isEmpty && town == other.town
    }
}

extension GoalBook {
    public var townKey: TownKey { TownKey(region: region, unitCode: unit.code, town: town) }
}
