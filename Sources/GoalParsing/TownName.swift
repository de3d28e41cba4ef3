internal import GoalModel
internal import Text

/// County and town in a unit's name, such as 巨鹿县巨鹿镇人民政府本级.
struct TownName: Hashable {
    let county: String?
    let town: String
    let kind: TownKind

    /// `nil` when no 镇, 乡 or 街道 stands in the text.
    init?(in text: String) {
        guard text.utf8.count <= 1_500, text.holds("镇") || text.holds("乡") || text.holds("街") || text.holds("苏木") else {
            return nil
        }
        var rest = Substring(text.withoutSpaces)
        // 编报单位：某县某镇人民政府
        if let colon = rest.prefix(12).lastIndex(where: { "：:".contains($0) }) { rest = rest[rest.index(after: colon)...] }
        for party in ["中国共产党", "中共"] where rest.begins(with: party) { rest = rest.dropFirst(party.count) }
        var county: Substring?
        // 省 and 市 above the county are left off: the last of them before the town is the county.
        while let level = TownName.leadingLevel(rest) {
            county = level
            rest = rest[level.endIndex...]
        }
        guard let end = TownName.endOfTown(rest) else { return nil }
        let town = rest[..<end]
        let kind = TownKind.allCases.first { town.ends(with: $0.rawValue) }
        guard let kind, town.count > kind.rawValue.count, town.count <= 16 else { return nil }
        self.county = county.map(String.init)
        self.town = String(town)
        self.kind = kind
    }

    /// The county of one of its own offices, as 沂岭县应急管理局: the last level that its name begins with.
    static func county(in office: String) -> String? {
        guard office.utf8.count <= 90 else { return nil }
        var rest = Substring(office.withoutSpaces)
        var county: Substring?
        while let end = rest.prefix(9).dropFirst().firstIndex(where: { "省市县区旗".contains($0) }),
            rest.index(after: end) < rest.endIndex
        {
            // 社区服务中心 and 开发区管委会 begin with no county.
            let level = rest[...end]
            guard !["社区", "园区", "校区", "小区", "辖区", "城区", "山区"].contains(where: { level.ends(with: $0) }) else { break }
            county = level
            rest = rest[rest.index(after: end)...]
        }
        return county.map(String.init)
    }

    /// 某县某镇, 某县某镇人民政府, 某县某乡中心学校: the name of a town or of one of its offices as a whole.
    static func isOffice(_ text: String) -> Bool {
        guard text.utf8.count <= 90, let name = TownName(in: text) else { return false }
        if text.withoutSpaces == (name.county ?? "") + name.town { return name.county != nil }
        return ["人民政府", "人民政府本级", "办事处", "街道办事处", "财政所", "本级", "学校", "小学", "中学", "幼儿园", "卫生院", "中心校", "服务中心", "工作站"].contains {
            text.ends(with: $0)
        }
    }

    /// 桐坝县文化和旅游局: an office of the county, which has goals of its own.
    static func isCountyOffice(_ text: String) -> Bool {
        county(in: text) != nil
            && ["局", "委员会", "办公室", "中心", "联合会", "总工会", "法院", "检察院", "学校", "医院", "党校", "人民政府", "管委会", "林场"].contains {
                text.ends(with: $0)
            }
    }

    /// A name of at least two characters up to 省, 市, 县, 区 or 旗, when a town still follows.
    private static func leadingLevel(_ text: Substring) -> Substring? {
        for index in text.indices.dropFirst() where "省市县区旗".contains(text[index]) || isPrefecture(text, at: index) {
            let head = text[...index]
            let behind = text[head.endIndex...]
            guard head.count >= 2, head.count <= 12 else { return nil }
            // 县 in 古县镇 belongs to the town: a level is followed by a name and only then by 镇.
            guard let end = endOfTown(behind), behind.distance(from: behind.startIndex, to: end) >= 2 else { return nil }
            if head.dropFirst().contains(where: { "镇乡".contains($0) }), head.count > 3 { return nil }
            return head
        }
        return nil
    }

    /// 州 and 盟 of 果泽州某县 and 锡林盟某旗, but not of 苏州市 and 青州镇: a county follows.
    private static func isPrefecture(_ text: Substring, at index: Substring.Index) -> Bool {
        guard "州盟".contains(text[index]), let end = endOfTown(text) else { return false }
        let behind = text[text.index(after: index)...].prefix { $0 != "镇" && $0 != "乡" }
        guard let next = behind.first, !"市县区旗".contains(next), index < end else { return false }
        return behind.dropFirst().contains { "县市旗区".contains($0) }
    }

    /// The end of the town: before 人民政府 or the like where that stands, else behind the first 镇, 乡 or 街道.
    private static func endOfTown(_ text: Substring) -> Substring.Index? {
        for word in ["人民政府", "办事处", "党委", "财政所"] {
            if let found = text.place(of: word) {
                let head = text[..<found.lowerBound]
                if TownKind.allCases.contains(where: { head.ends(with: $0.rawValue) }), head.count >= 2 { return head.endIndex }
            }
        }
        let found = TownKind.allCases.compactMap { kind in
            // 某县乡村振兴局 is an office of the county.
            text.dropFirst().places(of: kind.rawValue).first { found in
                let rest = text[found.upperBound...]
                // 住房和城乡建设局 is another, 古城乡 is a town.
                let isOfCityAndLand =
                    text[..<found.upperBound].ends(with: "城乡")
                    && ["建设", "规划", "居民", "环境", "一体", "统筹"].contains(where: rest.begins(with:))
                return !rest.begins(with: "村振兴") && !isOfCityAndLand
            }?.upperBound
        }
        return found.min()
    }
}

extension Substring {
    /// Without the name of a town's government at the beginning: 项目支出 of 某县石溪乡人民政府项目支出.
    var withoutTownAhead: Substring {
        guard let name = TownName(in: String(self)) else { return self }
        let head = (name.county ?? "") + name.town
        guard let end = place(of: head)?.upperBound, distance(from: startIndex, to: end) <= head.count + 6 else {
            return self
        }
        var rest = self[end...]
        for word in ["人民政府", "办事处", "本级"] where rest.begins(with: word) { rest = rest.dropFirst(word.count) }
        return rest
    }
}
