import Foundation
import Testing

@testable import Outputs

/// What can be read in a finished page, by people, by the blind and by search engines.
@Suite struct FinishedTextsTests {
    @Test func pagesSayWhatTheirTextsAndAttributesSay() throws {
        let page = """
            <html lang="zh-CN"><head><style>p { color: "红" }</style></head><body class="类"><p title="提示&quot;&gt;"><a \
            href="%E7%94%B2%E9%95%87.html#1">正文</a></p><svg viewBox="0 0 1381234 5678"><title>图题</title><polyline \
            points="138,1234 567,8"/></svg><img src="data:image/png;base64,1381234" alt="图"/></body></html>
            """
        let texts = try FinishedTexts.read(Data(page.utf8), named: "index.html")
        #expect(texts.map(\.words) == ["zh-CN", "提示&quot;&gt;", "甲镇.html#1", "正文", "图题", "图"])
    }
}
