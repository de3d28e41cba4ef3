internal import Text

/// The towns that a text names for certain: behind their county, or with their government or their people behind them.
enum NamedTowns {
    static func names(in text: String) -> [String] {
        let plain = text.withoutSpaces
        guard plain.holds("镇") || plain.holds("乡") || plain.holds("街道") else { return [] }
        let behind = plain.matches(of: /\p{Han}{1,3}[县市区旗](\p{Han}{2,3}?(?:镇|乡|街道))/).map { String($0.1) }
        let alone = plain.matches(
            of: /(?:^|[，。；、：:（(“\s0-9]|在|与|和|由|对|给)(\p{Han}{2,3}?(?:镇|乡|街道))(?:人民政府|政府|办事处|党委|财政所|境内|辖区|各村|群众|居民|村民|[，。；、）”]|$)/
        ).map { String($0.1) }
        var seen: Set<String> = []
        return (behind + alone).filter { isName($0) && seen.insert($0).inserted }
    }

    /// 全镇, 乡镇 and 特色小镇 are no names.
    private static func isName(_ town: String) -> Bool {
        let kinds = ["街道", "镇", "乡"]
        guard let kind = kinds.first(where: town.hasSuffix) else { return false }
        let stem = town.dropLast(kind.count)
        if stem.count < 2
            || ["小", "城", "乡", "村", "市", "集", "全", "本", "各", "我", "该", "某", "县", "个"].contains(where: stem.hasSuffix)
        {
            return false
        }
        let others = [
            "全", "本", "各", "我", "该", "某", "每", "其", "这", "此", "所", "新型", "重点", "特色", "中心", "建制", "示范", "周边", "相邻", "辖区",
        ]
        return !others.contains(where: stem.hasPrefix) && !stem.contains { "的是了在于和与及、".contains($0) }
    }
}
