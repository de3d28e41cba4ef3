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
            .purpose("账号1101011990030700001"), .purpose("合同编号130529202403070012"),
        ],
        failing: [
            .purpose("救助困难群众（110101199003070070）", finds: .field(.purpose)),
            .purpose("身份证１１０１０１ １９９００３０７ ００７０", finds: .field(.purpose)),
            .purpose("11010119900307002x", finds: .field(.purpose)), .purpose("110101 1990 0307 0070", finds: .field(.purpose)),
            .purpose("SFZ110101199003070071", finds: .field(.purpose)), .purpose("130529650307001", finds: .field(.purpose)),
            .partOne("联系人身份证号110101-19900307-0070", finds: .passage),
        ])

    static let kind = PersonalNumber.Kind.identity
    static let noun = "身份证号"
}
