internal import Diagnostics
internal import GoalModel
internal import Text

/// Who gets help is nobody's business but the office's.
struct PersonalName: BookRule {
    static let description = RuleDescription(
        code: "P04", id: "personal-name", title: "个人姓名", level: .book, severity: .warning, criterion: .publication,
        why: "绩效目标向社会公开，写出信访人、受助人的姓名，等于公开了他的处境。", remedy: "请把姓名改为人数或类别，如“用于1名信访人的救助”；确须写的写成“王某某”。",
        action: "隐去个人姓名",
        sources: [.publishingSensitive, .privacy],
        passing: [
            .purpose("用于高龄补助"), .purpose("用于白内障救助"), .purpose("用于王某某信访救助"), .purpose("用于张庄村补助"), .purpose("用于李家补助"),
            .purpose("用于安置补助"), .purpose("保障困难群众补助"), .purpose("用于林业补助"), .purpose("王庆信访"),
        ],
        failing: [
            .purpose("用于王小明信访资金", finds: .field(.purpose)), .goals(["1.保证李大\n海救助到位"], finds: .field(.goals)),
            .partOne("给予张强困难补助", finds: .passage),
        ])

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        for text in scope.texts {
            for hit in scope.tables.ready.names.names(in: text.plain) {
                report(text.mark(.named(hit.name.maskedName, in: text.place.title), key: text.place.title + hit.name))
            }
        }
    }
}

extension String {
    /// A name of which only the surname is left.
    var maskedName: String { prefix(1) + String(repeating: "*", count: max(0, count - 1)) }
}

extension Finding.Message {
    fileprivate static func named(_ hidden: String, in place: String) -> Self { "\(place)中疑有个人姓名\(hidden.quoted)" }
}
