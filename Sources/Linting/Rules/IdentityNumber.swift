internal import Diagnostics
internal import GoalModel

/// Goal books are published; an identity number in one is a leak.
struct IdentityNumber: PersonalDataRule {
    static let description = RuleDescription(
        code: "P01", id: "id-number", title: "身份证号", level: .book, severity: .error, criterion: .publication,
        why: "绩效目标随部门预算向社会公开，身份证号是个人信息，公开后容易被冒用。", remedy: "请删除身份证号，需要区分人员时只写人数或类别。",
        action: "删去身份证号",
        sources: [.publishing, .privacy, .identityNumbers],
        passing: [
            .purpose("救助困难群众3人，每人500元"), .purpose("编号110101199003071234的合同"), .purpose("项目编码13052924P00584012146U"),
            .purpose("账号1101011990030700001"),
        ],
        failing: [
            .purpose("救助困难群众（110101199003070070）", finds: .field(.purpose)),
            .purpose("身份证１１０１０１ １９９００３０７ ００７０", finds: .field(.purpose)),
            .purpose("11010119900307002x", finds: .field(.purpose)), .purpose("110101 1990 0307 0070", finds: .field(.purpose)),
            .partOne("联系人身份证号110101-19900307-0070", finds: .passage),
        ])

    func personalData(in text: String, scope: RuleInput) -> [PersonalData] {
        guard text.hasLongNumber else { return [] }
        let runs = NumberRuns(in: text)
        let whole = runs.numbers(ofLength: 18)
        let withX = runs.numbers(ofLength: 17).filter { $0.after == "X" || $0.after == "x" }.map(NumberRuns.Number.init(withX:))
        return (whole + withX).filter { isIdentity($0.digits, in: scope.book, regions: scope.tables.regions) }
            .map { PersonalData(Array(zip($0.digits, $0.places))) }
    }

    static func message(_ masked: String, in place: String) -> Finding.Message { "\(place)中有身份证号\(masked)" }

    /// Region, date of birth, and the check of MOD 11-2.
    private func isIdentity(_ digits: [Int], in book: GoalBook, regions: RegionTable) -> Bool {
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let last = max(2000, min(book.fiscalYear ?? 2099, 2099)) + 1
        let region = digits.prefix(6).map(String.init).joined()
        guard (1900...last).contains(number(6..<10)), MonthDay(month: number(10..<12), day: number(12..<14)) != nil,
            regions.holds(region)
        else { return false }
        var sum = digits[17]
        var weight = 1
        for digit in digits[..<17].reversed() {
            weight = weight * 2 % 11
            sum += digit * weight
        }
        return sum % 11 == 1
    }
}

extension NumberRuns.Number {
    /// The number with the check sign X behind it, which counts 10.
    fileprivate init(withX number: Self) {
        self = number
        digits.append(10)
        places.append((places.last ?? 0) + 1)
    }
}
