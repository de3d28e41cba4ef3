/// One row of a project's indicator table.
public struct Indicator: Hashable, Sendable {
    /// 一级指标, for example 产出指标.
    public var category: String
    /// 二级指标, for example 数量指标.
    public var type: String
    /// 三级指标.
    public var name: String
    /// 绩效指标描述.
    public var description: String
    /// 指标值.
    public var target: Target
    /// 指标值确定依据.
    public var basis: String
    /// Where each cell stands; a cell without a place of its own has that of its row's first known cell.
    public var places: FieldPlaces<Field>

    public enum Field: String, Hashable, Sendable, CaseIterable {
        case category, type, name, description, target, basis

        /// The column's heading in the official form.
        public var title: String {
            switch self {
            case .category: "一级指标"
            case .type: "二级指标"
            case .name: "三级指标"
            case .description: "绩效指标描述"
            case .target: "指标值"
            case .basis: "指标值确定依据"
            }
        }
    }

    public init(
        category: String, type: String, name: String, description: String, target: Target, basis: String,
        places: FieldPlaces<Field> = [:]
    ) {
        self.category = category
        self.type = type
        self.name = name
        self.description = description
        self.target = target
        self.basis = basis
        self.places = places
    }

    /// The printed text of a cell.
    public subscript(field: Field) -> String {
        switch field {
        case .category: category
        case .type: type
        case .name: name
        case .description: description
        case .target: target.text
        case .basis: basis
        }
    }

    /// The kind that the row's type cell names, in either of the two official trees.
    public var kind: IndicatorKind? {
        IndicatorKind(type: type, category: category)
    }
}
