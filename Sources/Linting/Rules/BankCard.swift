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
            .purpose("KH6222020000000000018", finds: .field(.purpose)),
            .purpose("６２１７０００００００００００６", finds: .field(.purpose)), .partOne("打入62284800-00000000\n018", finds: .passage),
        ])

    static let kind = PersonalNumber.Kind.card
    static let noun = "银行卡号"
}
