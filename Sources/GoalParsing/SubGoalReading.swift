internal import GoalModel

extension SubGoal {
    /// Reads the sub-goals of part one in each of their forms: title, 绩效目标： and 绩效指标： with any numbering or none;
    /// a pair without a title; plain paragraphs, each a goal.
    static func reading(_ paragraphs: [Passage]) -> [SubGoal] {
        let lines = paragraphs.map(Line.init)
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
            let label = rest.prefix(4)
            let behind = rest.dropFirst(4)
            if let colon = behind.first, "：:".contains(colon), label == "绩效目标" || label == "绩效指标" {
                part = label == "绩效目标" ? .goal : .indicator
                text = String(behind.dropFirst()).trimmed
            } else {
                part = nil
                text = String(rest).trimmed
            }
        }
    }
}
