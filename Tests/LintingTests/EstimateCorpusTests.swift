import Diagnostics
import GoalModel
import Linting
import TestSupport
import Testing

/// 测算核对 over the five real books: which projects agree, which do not, and by how much.
@Suite struct EstimateCorpusTests {
    private static let agreeing: [String: [Int: String]] = [
        "巨鹿镇": [
            4: "454人 × 300元/人/月 × 12月 = 163.44万元，与预算数一致",
            21: "111.3亩 × 2210元/亩 = 24.5973万元，与预算数24.6万元相差0.01%",
            22: "111人 × 210元/人/月 × 12月 = 27.972万元，与预算数27.98万元相差0.03%",
            25: "28.3亩 × 2210元/亩 = 6.2543万元，与预算数6.2万元相差0.88%",
            26: "28人 × 210元/人/月 × 12月 = 7.056万元，与预算数7.06万元相差0.06%",
            32: "58人 × 0.04万元/人/月 × 12月 = 27.84万元，与预算数28万元相差0.57%",
            35: "4562人 × 2040元/人 = 930.648万元，与预算数931.06万元相差0.04%",
            36: "5595.17亩 × 2210元/亩 = 1236.53257万元，与预算数1236.5万元相差不到0.01%",
        ],
        "欢喜庄乡": [
            2: "11个村 × 1.29万元/村/年 = 14.19万元（点估计），与预算数14.25万元相差0.42%",
            3: "1人 × 4800元/人/年 = 0.48万元（点估计），与预算数一致",
            5: "1.56万元/月 × 12月 = 18.72万元，与预算数18.75万元相差0.16%",
            6: "0.3万元/月 × 12月 = 3.6万元，与预算数3.66万元相差1.6%",
            7: "4.07万元/月 × 12月 = 48.84万元，与预算数48.91万元相差0.14%",
            8: "3个 × 5.3万元/个 = 15.9万元（点估计），与预算数16万元相差0.63%",
            9: "2次 × 1.5万元/次 = 3万元（点估计），与预算数一致",
        ],
    ]
    private static let off: [Int: (text: String, severity: Severity)] = [
        2: ("10人 × 2800元/人/月 × 12月 = 33.6万元（点估计），比预算数31万元多2.6万元（8.4%）", .warning),
        8: ("31亩 × 2210元/亩 = 6.851万元（最多），只有预算数100万元的6.9%", .warning),
        9: ("149亩 × 100万元/亩 = 14900万元（至少），是预算数200万元的74.5倍", .warning),
        10: ("502亩 × 2054元/亩 = 103.1108万元（点估计），比预算数107.9万元少4.7892万元（4.4%）", .hint),
        14: ("171.12亩 × 8.65万元/亩 = 1480.188万元（至少），是预算数556万元的2.7倍", .warning),
        17: ("3294.68亩 × 2210元/亩 = 728.12428万元（点估计），比预算数707.8万元多20.32428万元（2.9%）", .hint),
        20: ("100.37亩 × 91.5万元/亩 = 9183.855万元（至少），是预算数100万元的91.8倍", .warning),
        28: ("7亩 × 110万元/亩 = 770万元（至少），是预算数150万元的5.1倍", .warning),
        29: ("170.33亩 × 108.03万元/亩 = 18400.7499万元（至少），是预算数100万元的184倍", .warning),
    ]

    @Test(arguments: Corpus.all)
    func estimates(corpus: Corpus) throws {
        let estimating = Estimating(tables: try .repository)
        for book in try Corpus.towns.map(corpus.book) {
            let found = estimating.estimates(in: book)
            let agreeing = Dictionary(uniqueKeysWithValues: found.filter(\.agrees).map { ($0.project, $0.text) })
            #expect(agreeing == Self.agreeing[book.town, default: [:]], "\(book.town)")
            let off = found.filter { !$0.agrees }
            #expect(off.map(\.project) == (book.town == "巨鹿镇" ? Self.off.keys.sorted() : []), "\(book.town)")
            for estimate in off {
                #expect(estimate.text == Self.off[estimate.project]?.text)
                #expect(estimate.severity == Self.off[estimate.project]?.severity)
            }
        }
    }
}
