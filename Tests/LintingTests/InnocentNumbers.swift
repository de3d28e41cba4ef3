import TestSupport

extension NumberCorpus {
    /// The groups in which no false alarm is allowed at all.
    static let sacred: Set<String> = ["项目编码", "单位编码", "金额", "文号", "合同", "发票"]

    mutating func innocent(_ index: Int) -> Sample {
        switch index % 15 {
        case 0: Sample(group: "项目编码", text: projectCode())
        case 1: Sample(group: "单位编码", text: pick(["", "单位编码", "预算单位 "]) + pick(["901", "130529", "361"]) + digits(3))
        case 2, 3: Sample(group: "金额", text: amount())
        case 4, 5: Sample(group: "文号", text: documentNumber())
        case 6: Sample(group: "合同", text: contract())
        case 7: Sample(group: "发票", text: invoice())
        case 8: Sample(group: "日期", text: dates())
        case 9: Sample(group: "坐标", text: coordinates())
        case 10: Sample(group: "书号、信用代码", text: bookOrCreditCode())
        case 11: Sample(group: "宗地", text: plot())
        case 12: Sample(group: "位置表", text: places())
        case 13: Sample(group: "面积、数量", text: measure())
        default: Sample(group: "固定电话、其他", text: other())
        }
    }

    private mutating func letters(_ count: Int, from alphabet: String = "0123456789ABCDEFGHJKLMNPQRTUWXY") -> String {
        let signs = alphabet.map(String.init)
        return (0..<count).map { _ in pick(signs) }.joined()
    }

    private mutating func projectCode() -> String {
        let region = pick(["130529", "130208", "130229", "130630"])
        if Int.random(in: 0..<4, using: &chance) == 0 {
            return "13068221" + letters(13, from: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        }
        let body = region + number(20...26) + "P" + pick(["00584012", "00000571", "00JXC419", "13812345", digits(8)]) + digits(3)
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        var (sum, power) = (0, 1)
        for sign in body {
            sum += (alphabet.firstIndex(of: sign) ?? 0) * power
            power = power * 3 % 31
        }
        return pick(["", "项目编码", "编码："]) + body + String(alphabet[(30 - sum % 31 + 31) % 31])
    }

    private mutating func amount() -> String {
        let whole = number(1...9) + digits(Int.random(in: 2...10, using: &chance))
        let phone = "1" + number(3...9) + digits(9)
        return pick([
            "预算\(whole).\(digits(2))万元", "\(phone)元", "¥\(phone)", "合同金额\(phone).\(digits(2))元", "\(phone).\(digits(2))",
            "金额：\(phone)",
            "预算数\(whole)", "投入\(digits(3)),\(digits(3)),\(digits(3)).\(digits(2))元", "\(phone)万元", "人民币\(phone)元整", "小计 \(whole)",
            "工程款\(phone)元、质保金\(whole)元", "≤\(number(1...99)).\(digits(2))万元", "合计\(phone)",
            "1\(digits(2)) 2\(digits(3)) 3\(digits(3))元",
        ])
    }

    private mutating func documentNumber() -> String {
        let year = number(2010...2026)
        return pick([
            "冀财预〔\(year)〕\(number(1...400))号", "冀财\(pick(["农", "社", "建"]))[\(year)]\(number(1...400))号",
            "文号：1\(number(3...9))\(digits(9))",
            "巨政办字〔\(year)〕1\(number(3...9))\(digits(9))号", "GB/T \(digits(5))—\(year)", "国务院令第\(digits(3))号",
            "编号：1\(number(3...9))\(digits(9))",
            "档案号\(digits(18))", "备案号 130529\(year)0\(number(1...9))1\(number(0...9))\(digits(4))", "采购编号：\(digits(15))",
            "NO.1\(number(3...9))\(digits(9))", "文件号130529\(number(30...99))0\(number(1...9))1\(number(0...9))\(digits(3))",
        ])
    }

    private mutating func contract() -> String {
        let year = number(2015...2026)
        let phone = "1" + number(3...9) + digits(9)
        return pick([
            "HT\(phone)", "HT-\(year)-\(phone)", "合同编号：\(phone)",
            "合同编号130529\(year)0\(number(1...9))1\(number(0...9))\(digits(4))", "协议号\(digits(16))",
            "\(phone)号合同", "JLHT\(year)\(digits(7))", "XY\(phone)", "合同号码 6222\(digits(12))", "施工合同（编号：\(phone)）",
            "HT：\(digits(15))",
        ])
    }

    private mutating func invoice() -> String {
        pick([
            "发票号码1\(number(3...9))\(digits(9))", "发票号码：\(digits(20))", "发票代码0130\(digits(8))",
            "发票代码 \(digits(12)) 发票号码 \(digits(8))",
            "FP1\(number(3...9))\(digits(9))", "票据号码：\(digits(10))", "发票号码\(digits(16))", "凭证号 1\(number(3...9))\(digits(9))",
        ])
    }

    private mutating func dates() -> String {
        let (year, month, day) = (number(2015...2026), number(1...12, width: 2), number(1...28, width: 2))
        return pick([
            "\(year)-\(month)-\(day)至\(year)-12-31", "\(year)\(month)\(day)", "\(year)年\(month)月\(day)日",
            "\(year).\(month).\(day)—\(year).12.31",
            "\(year)/\(month)/\(day) \(month):\(day)", "二〇二\(pick(["三", "四"]))年\(pick(["一", "十"]))月至二〇二五年十二月三十一日",
            "\(year)\(month)\(day)\(month)\(day)30",
        ])
    }

    private mutating func coordinates() -> String {
        let (east, north) = (number(113...119), number(36...42))
        return pick([
            "东经\(east).\(digits(6))，北纬\(north).\(digits(6))", "E\(east).\(digits(11)),N\(north).1\(number(3...9))\(digits(9))",
            "\(east).\(digits(8)),\(north).\(digits(8))",
            "坐标(\(east).1\(number(3...9))\(digits(9)),\(north).\(digits(11)))", "\(east)°\(number(10...59))′\(number(10...59))″",
            "0.1\(number(3...9))\(digits(9))",
            "北纬\(north).1\(number(3...9))\(digits(9))",
        ])
    }

    private mutating func bookOrCreditCode() -> String {
        pick([
            "ISBN 978-7-\(digits(4))-\(digits(4))-\(digits(1))", "9787\(digits(9))", "91130529MA0\(letters(7))",
            "12130529\(letters(9))X", "统一社会信用代码1113052900\(digits(8))",
            "11130529\(digits(9))\(letters(1))",
        ])
    }

    private mutating func plot() -> String {
        pick([
            "宗地号130529\(digits(6))GB\(digits(5))", "130529\(digits(6))JC\(digits(5))",
            "地块编号130529\(number(2001...2024))010\(number(1...9))\(digits(4))", "图斑号\(digits(11))",
            "村委会代码\(digits(12))", "130529\(digits(6))",
        ])
    }

    private mutating func places() -> String {
        let pairs = (0..<Int.random(in: 4...14, using: &chance)).map { _ in "\(number(1...38))-\(number(1...12))" }
        let singles = (1...Int.random(in: 8...20, using: &chance)).map(String.init)
        return pick([
            "项目 " + pairs.joined(separator: " "), singles.joined(separator: " "), pairs.joined(separator: "、"),
            "一、二、三、四、五、六、七、八、九、十、十一",
            "（一）（二）（三）（四）（五）（六）（七）（八）（九）", singles.joined(separator: "-"), "项目1-1 1-3 1-8 1-2 1-3 1-4",
            pairs.map { "[\($0)]" }.joined(separator: " "),
        ])
    }

    private mutating func measure() -> String {
        let phone = "1" + number(3...9) + digits(9)
        return pick([
            "\(phone)平方米", "\(phone)亩", "\(phone)㎡", "\(phone)株", "\(phone)人次，", "\(phone)立方米", "\(phone)户。",
            "\(phone).\(digits(1))亩", "\(phone)公里", "\(phone)吨",
            "\(phone)余亩", "面积\(phone)平方米（\(digits(3))亩）", "\(phone)万人次", "\(phone)%",
        ])
    }

    private mutating func other() -> String {
        pick([
            "办公电话0319-\(digits(7))", "0319\(digits(7))", "（0319）\(digits(7))", "010-\(digits(8))",
            "400-\(digits(3))-\(digits(4))", "12345", "K\(digits(3))+\(digits(3))",
            "设备号\(digits(11))", "第\(number(1...99))期第\(digits(4))号", "\(digits(4))、\(digits(3))、\(digits(4))、\(digits(4))",
            "S138 K\(digits(2))+\(digits(3))",
            "15、30、45、60、75、90、\(digits(4))", "基数\(digits(2))，\(digits(4))，\(digits(4))", "流水号\(digits(19))",
        ])
    }
}
