internal import GoalModel
internal import Text

extension SubGoal {
    /// Reads the sub-goals of part one in each of their forms: title, 绩效目标： and 绩效指标： with any numbering or none,
    /// on lines of their own or on one; a pair without a title; plain paragraphs, each a goal.
    static func reading(_ paragraphs: [Passage]) -> [SubGoal] {
        let lines = paragraphs.flatMap(Line.lines)
        guard lines.contains(where: { $0.part != nil }) else {
            return paragraphs.map { SubGoal(title: "", goal: $0.text, indicator: "", location: $0.location) }
        }
        var result: [SubGoal] = []
        for (index, line) in lines.enumerated() {
            switch line.part {
            case .goal:
                // A goal belongs to the title before it, which waits with an empty goal.
                if result.last?.goal.isEmpty != true || result.last?.indicator.isEmpty != true || line.isNumbered {
                    result.append(SubGoal(title: "", goal: "", indicator: "", location: line.passage.location))
                }
                result[result.count - 1].goal = line.text
            case .indicator:
                if result.last?.indicator.isEmpty != true {
                    result.append(SubGoal(title: "", goal: "", indicator: "", location: line.passage.location))
                }
                result[result.count - 1].indicator = line.text
            case nil:
                let beforeGoal = lines.dropFirst(index + 1).first?.part == .goal
                if result.isEmpty || beforeGoal || (line.isNumbered && line.text.count <= 30) {
                    result.append(SubGoal(title: line.text, goal: "", indicator: "", location: line.passage.location))
                } else {
                    result[result.count - 1].continueLast(with: line.passage.text)
                }
            }
        }
        return result
    }

    private mutating func continueLast(with text: String) {
        if !indicator.isEmpty {
            indicator += "\n" + text
        } else if !goal.isEmpty {
            goal += "\n" + text
        } else {
            goal = text
        }
    }

    /// Whether a paragraph says of itself that it is a goal or an indicator.
    static func isLabelled(_ paragraph: Passage) -> Bool {
        Line(paragraph).part != nil
    }

    private struct Line {
        enum Part {
            case goal
            case indicator
        }

        let passage: Passage
        let part: Part?
        let isNumbered: Bool
        /// Behind the number and the label.
        let text: String

        init(_ passage: Passage) {
            self.passage = passage
            let numbering = Numbering(passage.text)
            isNumbered = numbering.isNumbered
            let rest = numbering.rest
            if let colon = rest.prefix(9).firstIndex(where: { "：:".contains($0) }),
                let part = Line.labels[String(rest[..<colon]).withoutSpaces]
            {
                self.part = part
                text = String(rest[rest.index(after: colon)...]).trimmed
            } else {
                part = nil
                text = String(rest).trimmed
            }
        }

        private static let labels: [String: Part] = [
            "绩效目标": .goal, "年度绩效目标": .goal, "目标": .goal, "工作目标": .goal, "年度目标": .goal, "总体目标": .goal, "主要目标": .goal,
            "绩效指标": .indicator, "年度绩效指标": .indicator, "指标": .indicator, "考核指标": .indicator, "评价指标": .indicator,
            "主要指标": .indicator,
        ]

        /// A paragraph that holds a goal and its indicator, or a title before them, as the lines that it stands for.
        static func lines(_ passage: Passage) -> [Line] {
            guard passage.text.holds("绩效目标") || passage.text.holds("绩效指标") else { return [Line(passage)] }
            var starts: [String.Index] = []
            for word in ["绩效目标", "绩效指标"] where passage.text.holds(word + "：") || passage.text.holds(word + ":") {
                for found in passage.text.places(of: word) where isLabel(found, in: passage.text) {
                    starts.append(found.lowerBound)
                }
            }
            starts.sort()
            guard let first = starts.first, starts.count > 1 || Numbering(passage.text).rest.startIndex < first else {
                return [Line(passage)]
            }
            let head = passage.text[..<first].trimmingSuffix { "。；; ".contains($0) }
            let isBareNumber = Numbering(String(head)).rest.isEmpty
            var pieces = zip(starts, starts.dropFirst() + [passage.text.endIndex]).map { passage.text[$0..<$1] }
            if isBareNumber { pieces[0] = passage.text[..<pieces[0].endIndex] } else { pieces.insert(head, at: 0) }
            return pieces.map { Line(Passage(String($0).trimmed, at: passage.location)) }
        }

        /// A colon stands behind it, and nothing or the end of a sentence before it.
        private static func isLabel(_ found: Range<String.Index>, in text: String) -> Bool {
            guard let colon = text[found.upperBound...].first, "：:".contains(colon) else { return false }
            guard let before = text[..<found.lowerBound].last else { return true }
            return before.isWhitespace || "。；;、.．）)".contains(before)
        }
    }
}
