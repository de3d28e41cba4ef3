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
            .purpose("2024年1月至2025年12月"), .purpose("HT13812345678"), .purpose("绿化13812345678平方米"),
        ],
        failing: [
            .purpose("联系人13812345678", finds: .field(.purpose)), .purpose("电话：１３８-１２３４-５６７８", finds: .field(.purpose)),
            .purpose("+8613812345678", finds: .field(.purpose)),
            .purpose("138 1234 5678、13912345678", finds: .field(.purpose), .field(.purpose)),
            .purpose("（138）1234-5678、138.1234.5678", finds: .field(.purpose), .field(.purpose)),
            .purpose("1.013812345678万小明", finds: .field(.purpose)), .purpose("幺三八-一二三四-五六七八", finds: .field(.purpose)),
            .partOne("咨询手机19912345678。", finds: .passage), .purpose("电话138123\n45678", finds: .field(.purpose)),
        ])

    static let kind = PersonalNumber.Kind.phone
    static let noun = "手机号"
}
