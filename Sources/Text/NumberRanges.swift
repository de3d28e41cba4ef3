/// Numbers in a sentence, neighbours as a range: `1–3、5`.
public enum NumberRanges {
    public static func text(_ numbers: [Int], dash: String = "–") -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, number > last.upperBound, number - 1 == last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else if ranges.last?.upperBound != number {
                ranges.append(number...number)
            }
        }
        return ranges.map { range in
            let (first, last) = (range.lowerBound, range.upperBound)
            // Two are no range.
            return last - first > 1
                ? first.description + dash + last.description : last == first ? "\(first)" : "\(first)、\(last)"
        }.joined(separator: "、")
    }
}
