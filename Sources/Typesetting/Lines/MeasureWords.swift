/// Words that follow a number as its unit.
enum MeasureWords {
    private static let words: [Unicode.Scalar: [[Unicode.Scalar]]] = {
        let single = """
            元角分个人名位户家项件处座台套辆盏棵株头只匹条块片口眼间栋幢所孔扇面张本册份篇幅枚根支部把艘架具副双对组队班批种类宗起例笔段\
            期届轮次场趟遍回村桶袋箱瓶盒包捆卷车床席杆基节级层格点站路桩门剂针岗字页票倍成折道井年月日号天周季时秒岁米里尺亩方升吨克斤两\
            度瓦伏安星档条款
            """
        let long = """
            美元 个月 个月内 个季度 个工作日 个小时 个自然日 个百分点 百分点 人次 人天 人月 户次 车次 场次 批次 班次 台班 台次 宗地 标段 课时 \
            月底 月末 月初 月份 年度 年底 年末 年初 年级 年内 日前 日内 工作日 自然日 季度 小时 分钟 周岁 周年 星期 学期 号楼 公里 千米 厘米 毫米 分米 延米 延长米 \
            公顷 平方米 平方公里 平方千米 平米 立方米 立方 毫升 千克 公斤 毫克 千瓦 千瓦时 摄氏度 ㎡ ㎥ ㎞ ㎏ ㎝ ㎜ ㎎ ㎢
            """
        let all = single.unicodeScalars.map { [$0] } + long.split(separator: " ").map { Array($0.unicodeScalars) }
        var words: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
        for word in all.sorted(by: { $0.count > $1.count }) {
            if let first = word.first { words[first, default: []].append(word) }
        }
        return words
    }()

    /// Numerals between digits and unit: 3万余元.
    private static let multiples = Set("十百千万亿余多".unicodeScalars)
    private static let joints = Set("/／·".unicodeScalars)

    /// Where the unit of a number ends that ends before `start`; `start` where none follows.
    ///
    /// Takes in units of units as in 元/人/月, and blanks before the unit.
    static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int {
        var place = start
        while place < scalars.count, place < start + 2, scalars[place] == " " { place += 1 }
        let word = place
        while place < scalars.count, multiples.contains(scalars[place]) { place += 1 }
        var end = place
        while true {
            let length = self.length(in: scalars, at: place)
            if length > 0 { end = place + length }
            guard length > 0, end < scalars.count, joints.contains(scalars[end]) else { break }
            place = end + 1
        }
        return end > word ? end : start
    }

    private static func length(in scalars: [Unicode.Scalar], at start: Int) -> Int {
        guard start < scalars.count, let candidates = words[scalars[start]] else { return 0 }
        return candidates.first { scalars[start...].starts(with: $0) }?.count ?? 0
    }
}
