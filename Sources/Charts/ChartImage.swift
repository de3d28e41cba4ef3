/// A chart as a picture with twice as many points as it is shown with, sharp on a phone.
public struct ChartImage: Sendable, Hashable {
    /// ASCII letters, unique among a report's charts.
    public var name: String
    /// The words that stand for the picture.
    public var alternate: String
    /// As shown, in CSS pixels.
    public var width: Int
    public var height: Int
    public var png: [UInt8]

    public init(name: String, alternate: String, width: Int, height: Int, png: [UInt8]) {
        (self.name, self.alternate, self.width, self.height, self.png) = (name, alternate, width, height, png)
    }
}
