internal import Diagnostics
internal import GoalModel
internal import Text

/// A project code that fails its check character leads every later payment and report astray.
struct ProjectCodeInvalid: ProjectRule {
    static let description = RuleDescription(
        code: "C01", id: "project-code-invalid", title: "项目编码校验不符", level: .project, severity: .error, criterion: .completeness,
        why: "项目编码贯穿预算、支付和决算；错一位就会对到别的项目，或者在系统里查不到。", remedy: "请从预算管理一体化系统复制项目编码，不要手工录入。",
        action: "核对项目编码",
        sources: [.projectCodes, .regionCodes],
        passing: [
            .code("13052924P00584012146U"), .code("1305 2924p0058 4012146u"), .code("13063026P000057101770"),
            .code("13068221G0PCO8F8G1NN0"),
        ],
        failing: [
            .code("13052924P00584012164U", finds: .field(.code)), .code("13052924P0058401214", finds: .field(.code)),
            .code("13052924P0O584012146U", finds: .field(.code)), .code("99052924ABCDEFGHJKLMN", finds: .field(.code)),
            .list([("防汛经费", "13052924P00584012146U", "2"), ("防火经费", "", "2")], finds: .field(.code)),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let code = project.code.folded.withoutSpaces.uppercased()
        guard let fault = ProjectCode(code).fault(regions: scope.tables.regions) else { return }
        // A form without a place for it asks for none.
        if fault == .missing, !scope.hasCodes { return }
        guard fault != .missing, let right = ProjectCode(code).withoutLetters(regions: scope.tables.regions) else {
            return report(Violation(.fault(fault, code), at: .field(.code), key: code, anchor: ""))
        }
        report(
            Violation(
                .letters(code, at: right.places), at: .field(.code),
                remedy: "请改为\(right.code.quoted)；最好从预算管理一体化系统复制项目编码，不要手工录入。", suggestion: right.code, key: code,
                anchor: ""))
    }
}

extension Finding.Message {
    fileprivate static func letters(_ code: String, at places: [Int]) -> Self {
        let letters = Array(code)
        let words = ["O", "I", "L"].compactMap { letter -> String? in
            let mine = places.filter { String(letters[$0 - 1]) == letter }
            if mine.isEmpty { return nil }
            let digit = letter == "O" ? "0" : "1"
            return "第\(mine.map(String.init).joined(separator: "、"))位是字母\(letter.quoted)，应为数字\(digit.quoted)"
        }
        return "项目编码\(code.quoted)\(words.joined(separator: "，"))"
    }

    fileprivate static func fault(_ fault: ProjectCode.Fault, _ code: String) -> Self {
        switch fault {
        case .missing: "没有填写项目编码"
        case .length(let count): "项目编码\(code.quoted)有\(count)位，应为21位"
        case .region(let digits): "项目编码\(code.quoted)开头的\(digits.quoted)不是区划代码"
        case .year(let text): "项目编码\(code.quoted)第7、8位\(text.quoted)不是年份"
        case .character(let character, let place): "项目编码\(code.quoted)第\(place)位\(String(character).quoted)不是编码用的字符"
        case .check(let expected, let found):
            "项目编码\(code.quoted)的校验位应为\(String(expected).quoted)，现为\(String(found).quoted)，编码中有录错的字符"
        }
    }
}
