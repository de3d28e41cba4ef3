internal import Diagnostics
internal import GoalModel

/// The number of a bank card in a published book invites fraud.
struct BankCard: PersonalDataRule {
    static let description = RuleDescription(
        code: "P03", id: "bank-card", title: "银行卡号", level: .book, severity: .error, criterion: .publication,
        why: "绩效目标随部门预算向社会公开，个人银行卡号属于敏感个人信息，公开后容易被用来诈骗。", remedy: "请删除银行卡号；发放信息留在内部台账，不写进目标书。",
        action: "删去银行卡号",
        sources: [.publishingSensitive, .privacy, .cardNumbers],
        passing: [
            .purpose("卡号6222020000000000016"), .purpose("合同金额6222020000000000018元"), .purpose("编码13062226P62220200000U"),
            .purpose("流水号2222020000000000012"), .purpose("指标值15、30、45，6222、0200"), .purpose("62220200000000000180号合同"),
        ],
        failing: [
            .purpose("卡号6222020000000000018", finds: .field(.purpose)),
            .purpose("账户6228 4800 0000 0000 018", finds: .field(.purpose)),
            .purpose("６２１７０００００００００００６", finds: .field(.purpose)), .partOne("打入62284800-00000000\n018", finds: .passage),
        ])

    func personalData(in text: String, scope: RuleInput) -> [PersonalData] {
        guard text.hasLongNumber else { return [] }
        let runs = NumberRuns(in: text)
        let numbers = (16...19).flatMap(runs.numbers).filter { number in
            number.isGrouped && !number.isAmount && number.passesLuhn
                && scope.tables.publication.cardPrefixes.contains { number.begins(with: $0) }
        }
        guard !numbers.isEmpty else { return [] }
        // Identity numbers of Gansu begin with 62, and one in ten passes this check, too.
        let identities = Set(IdentityNumber().personalData(in: text, scope: scope).flatMap(\.hidden))
        return numbers.filter { identities.isDisjoint(with: $0.places) }.map { PersonalData(Array(zip($0.digits, $0.places))) }
    }

    static func message(_ masked: String, in place: String) -> Finding.Message { "\(place)中有银行卡号\(masked)" }
}

extension NumberRuns.Number {
    /// One run, or groups of at least three digits but for the last.
    fileprivate var isGrouped: Bool {
        isWrapped || pattern.dropLast().allSatisfy { $0 >= 3 } || pattern.allSatisfy { $0 == 1 }
    }

    fileprivate func begins(with prefix: String) -> Bool {
        prefix.utf8.elementsEqual(digits.prefix(prefix.utf8.count).map { UInt8($0 + 48) })
    }

    fileprivate var passesLuhn: Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.offset % 2 == 0 ? digit.element : digit.element * 2
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum % 10 == 0
    }
}
