extension Target.Deadline {
    /// Reads a point or a rhythm of time at the beginning of a cell.
    ///
    /// After a comparator only a full date or the end of a month counts, since `≥20年` and `≤3月` are quantities.
    init?(reading start: ScalarReader, afterComparator: Bool) {
        var reader = start
        if !afterComparator {
            if let rhythm = Target.Deadline(rhythm: reader) {
                self = rhythm
                return
            }
            _ = reader.takeFirst(of: ["截至到", "截至", "截止到", "截止", "不晚于", "不迟于", "最迟", "最晚", "于", "在"])
            if let spoken = Target.Deadline(spoken: reader) {
                self = spoken
                return
            }
        }
        guard let first = Target.Deadline(dateFrom: &reader, strict: afterComparator) else { return nil }
        self = first
        guard reader.take(where: \.isRangeMark) != nil else { return }
        if let last = Target.Deadline(dateFrom: &reader, strict: false) {
            self.init(year: last.year ?? first.year, by: last.by)
        }
    }

    /// `按月发放`, `每月20日前发放`; a count in a period (`每月2次`) is none.
    private init?(rhythm start: ScalarReader) {
        var reader = start
        let rhythms = [
            "按月", "按季", "按年", "按半年", "按日", "按周", "按学期", "逐月", "逐季", "分月", "分季", "每月", "每季度", "每季", "每半年", "每年",
            "每周", "每日", "每天", "每学期",
        ]
        guard reader.takeFirst(of: rhythms) != nil else { return nil }
        if reader.takeInteger() != nil, reader.takeFirst(of: ["日", "号", "月"]) == nil { return nil }
        if Target.Comparator(reading: &reader) != nil { return nil }
        self.init()
    }

    /// `年底前`, `上半年`, `第一季度`, `全年`.
    private init?(spoken start: ScalarReader) {
        var reader = start
        if reader.takeFirst(of: ["全年", "当年", "本年度", "本年", "今年", "年内", "年度内"]) != nil {
            guard reader.endsAsPeriod else { return nil }
            self.init(by: MonthDay(endOf: 12))
        } else if let by = reader.takePartOfYear() {
            self.init(by: by)
        } else if reader.takeFirst(of: ["月底", "月末", "季末", "季度末", "春节前", "汛期前", "收到后", "接到后"]) != nil {
            self.init()
        } else {
            return nil
        }
    }

    /// `2022年12月31日`, `12月底`, `2024-12-31`, `2024年底`, `1-12月`.
    private init?(dateFrom reader: inout ScalarReader, strict: Bool) {
        let start = reader
        if let date = reader.attempt({ $0.takeNumericDate() }) {
            self = date
            return
        }
        let year = reader.attempt { $0.takeYear() }
        if let date = reader.attempt({ $0.takeMonth(year: year, strict: strict && year == nil) }) {
            self = date
            return
        }
        if let year {
            if let by = reader.takePartOfYear() {
                self.init(year: year, by: by)
                return
            }
            if !strict, reader.endsAsPeriod {
                self.init(year: year, by: reader.next == "前" ? nil : MonthDay(endOf: 12))
                return
            }
        }
        reader = start
        return nil
    }
}

extension ScalarReader {
    /// `2024年`, with four digits.
    fileprivate mutating func takeYear() -> Int? {
        guard let year = takeInteger(), (1900...2199).contains(year), take("年") else { return nil }
        _ = take("度")
        return year
    }

    /// `2024-12-31`, `2024.12.31`, `2024/12/31`.
    fileprivate mutating func takeNumericDate() -> Target.Deadline? {
        guard let year = takeInteger(), (1900...2199).contains(year) else { return nil }
        guard let mark = take(where: { $0 == "-" || $0 == "." || $0 == "/" }), let month = takeInteger() else { return nil }
        guard take(where: { $0 == mark }) != nil, let day = takeInteger() else { return nil }
        return MonthDay(month: month, day: day).map { Target.Deadline(year: year, by: $0) }
    }

    /// A month with its day or part; strict leaves a bare month and a month with other words to the quantities.
    fileprivate mutating func takeMonth(year: Int?, strict: Bool) -> Target.Deadline? {
        guard var month = takeMonthNumber() else { return nil }
        if let last = attempt({ $0.take(where: \.isRangeMark) == nil ? nil : $0.takeMonthNumber() }) { month = last }
        guard (1...12).contains(month), take("月") else { return nil }
        _ = take("份")
        if let day = attempt({ reader in reader.takeInteger().flatMap { reader.takeFirst(of: ["日", "号"]) == nil ? nil : $0 } }) {
            return Target.Deadline(year: year, by: MonthDay(month: month, day: day))
        }
        if takeFirst(of: ["底", "末", "下旬"]) != nil { return Target.Deadline(year: year, by: MonthDay(endOf: month)) }
        if take("上旬") { return Target.Deadline(year: year, by: MonthDay(month: month, day: 10)) }
        if take("中旬") { return Target.Deadline(year: year, by: MonthDay(month: month, day: 20)) }
        if take("初") { return Target.Deadline(year: year, by: MonthDay(month: month, day: 1)) }
        let goesOn = next?.isRangeMark == true
        guard year != nil || goesOn || (!strict && endsAsPeriod) else { return nil }
        return Target.Deadline(year: year, by: MonthDay(endOf: month))
    }

    private mutating func takeMonthNumber() -> Int? {
        if let month = takeInteger() { return month }
        let words = ["十二", "十一", "十", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let months = [12, 11, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9]
        for (word, month) in zip(words, months) where take(word) { return month }
        return nil
    }

    /// `年底`, `上半年`, `第二季度`; after a year also `底` and `末`.
    fileprivate mutating func takePartOfYear() -> MonthDay? {
        if takeFirst(of: ["年底", "年末", "年终", "底", "末", "下半年", "全年"]) != nil { return MonthDay(endOf: 12) }
        if take("上半年") { return MonthDay(endOf: 6) }
        return attempt { reader in
            _ = reader.take("第")
            guard let quarter = reader.takeMonthNumber(), (1...4).contains(quarter) else { return nil }
            return reader.takeFirst(of: ["季度", "季末"]) == nil ? nil : MonthDay(endOf: quarter * 3)
        }
    }

    /// Whether the cell ends here, or goes on with what is done by then.
    fileprivate var endsAsPeriod: Bool {
        var ahead = self
        if ahead.isAtEnd { return true }
        let words = ["之前", "以前", "前", "之内", "以内", "内", "完成", "发放", "拨付", "支付", "兑付", "到位", "开展", "实施", "持续", "执行", "办结"]
        return ahead.takeFirst(of: words) != nil
    }
}
