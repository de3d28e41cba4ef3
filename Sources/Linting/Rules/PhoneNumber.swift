internal import Diagnostics
internal import GoalModel

/// A mobile number in a published book is a leak.
struct PhoneNumber: PersonalDataRule {
    static let description = RuleDescription(
        code: "P02", id: "phone-number", title: "手机号", level: .book, severity: .error, criterion: .publication,
        why: "绩效目标随部门预算向社会公开，个人手机号属于个人信息，不应公开。", remedy: "请删除手机号；需要联系方式的写单位办公电话。",
        action: "删去手机号",
        sources: [.publishing, .privacy],
        passing: [
            .purpose("办公电话0319-4332000"), .purpose("合同编号213812345678"), .purpose("工程款13812345678.50元"),
            .purpose("编码13052924P13812345678U"),
            .purpose("2024年1月至2025年12月"),
        ],
        failing: [
            .purpose("联系人13812345678", finds: .field(.purpose)), .purpose("电话：１３８-１２３４-５６７８", finds: .field(.purpose)),
            .purpose("+8613812345678", finds: .field(.purpose)),
            .purpose("138 1234 5678、13912345678", finds: .field(.purpose), .field(.purpose)),
            .partOne("咨询手机19912345678。", finds: .passage), .purpose("电话138123\n45678", finds: .field(.purpose)),
        ])

    func personalData(in text: String, scope: RuleInput) -> [PersonalData] {
        guard text.hasLongNumber else { return [] }
        let runs = NumberRuns(in: text)
        let international = runs.numbers(ofLength: 13).filter { $0.pattern == [13] && $0.digits.starts(with: [8, 6]) }
        let numbers = runs.numbers(ofLength: 11) + international.map { NumberRuns.Number(tail: $0) }
        return numbers.filter(\.isMobile).map { PersonalData(Array(zip($0.digits, $0.places))) }
    }

    static func message(_ masked: String, in place: String) -> Finding.Message { "\(place)中有手机号\(masked)" }
}

extension NumberRuns.Number {
    /// The number without the country code 86.
    fileprivate init(tail number: Self) {
        self = number
        digits = Array(number.digits.dropFirst(2))
        places = Array(number.places.dropFirst(2))
        pattern = [11]
    }

    /// Eleven digits in one run, in the groups that people write, one by one, or wrapped anywhere.
    fileprivate var isMobile: Bool {
        guard digits.count == 11, digits[0] == 1, digits[1] >= 3, !isAmount else { return false }
        let groups = [
            [11], [3, 4, 4], [3, 8], [7, 4], [4, 4, 3], [4, 3, 4], [3, 3, 5], [3, 5, 3], [5, 6], [6, 5], [4, 7],
        ]
        return isWrapped || groups.contains(pattern) || pattern.count == 11
    }
}
