import BookLayout
import TestSupport
import Testing

/// Drawings on a page, without a font.
@Suite struct FigureTests {
    private let box = Scene.Rectangle(origin: .init(x: 10, y: 20), width: 30, height: 8, fill: .accent, hatched: true)

    @Test func hatchesStayInTheirRectangle() {
        let lines = Hatching.lines(in: box, distance: 4)
        #expect(lines.count == 7)
        for line in lines {
            for point in [line.from, line.to] {
                let isInside = (10.0...40.0).contains(point.x) && (19.999...28.001).contains(point.y)
                #expect(isInside, "\(point)")
            }
            // 45°, rising.
            let (across, up): (Double, Double) = (line.to.x - line.from.x, line.from.y - line.to.y)
            #expect(abs(across - up) < 1e-9)
        }
    }

    /// Whatever the rectangle: lines within it, evenly apart, and each as long as the rectangle allows.
    @Test(arguments: 0..<200) func hatchesOfAnyRectangle(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let box = Scene.Rectangle(
            origin: .init(x: Double.random(in: -50...50, using: &random), y: Double.random(in: -50...50, using: &random)),
            width: Double.random(in: 0...90, using: &random), height: Double.random(in: 0...90, using: &random), fill: .accent)
        let distance = Double.random(in: 0.5...20, using: &random)
        let lines = Hatching.lines(in: box, distance: distance)
        let (right, bottom) = (box.origin.x + box.width, box.origin.y + box.height)
        func isOnEdge(_ point: Scene.Point) -> Bool {
            let gaps: [Double] = [point.x - box.origin.x, point.x - right, point.y - box.origin.y, point.y - bottom]
            return gaps.contains { abs($0) < 1e-6 }
        }
        #expect(lines.allSatisfy { isOnEdge($0.from) && isOnEdge($0.to) })
        for (one, next) in zip(lines, lines.dropFirst()) {
            let sums: (Double, Double) = (one.from.x + one.from.y, next.from.x + next.from.y)
            #expect(abs((sums.1 - sums.0) / 2.0.squareRoot() - distance) < 1e-6)
        }
        let step: Double = distance * 2.0.squareRoot()
        let uncovered: Double = abs(Double(lines.count) * step - box.width - box.height)
        #expect(uncovered <= step)
    }

    @Test func nothingToHatch() {
        #expect(Hatching.lines(in: box, distance: 0).isEmpty)
        var flat = box
        flat.width = -1
        #expect(Hatching.lines(in: flat, distance: 4).isEmpty)
    }

    @Test func placingScalesShapesAndLaysOutTexts() throws {
        let scene = Scene(
            width: 100, height: 50, title: "图", description: "",
            shapes: [
                .rectangle(box), .line(from: .init(x: 0, y: 0), to: .init(x: 8, y: 2), Scene.Stroke(ink: .grid, width: 2)),
                .text(.init(content: "年末", at: .init(x: 100, y: 20), anchor: .end, size: 10)),
                .text(.init(content: "中", at: .init(x: 50, y: 20), anchor: .middle, size: 10, rimmed: true)),
                .text(.init(content: "", at: .init(x: 0, y: 0))),
            ])
        let figure = scene.placed(x: 7, y: 9, scale: 0.5, element: .document, measurer: FixedPitch())
        #expect(figure.width == 50 && figure.height == 25)
        #expect(figure.shapes.count == 2)
        let line = Scene.Shape.line(from: .init(x: 0, y: 0), to: .init(x: 4, y: 1), Scene.Stroke(ink: .grid, width: 1))
        #expect(figure.shapes[1] == line)
        #expect(figure.labels.map(\.text.x) == [40, 22.5])
        let top = 10 - 0.88 * 5
        #expect(figure.labels.map(\.text.y) == [top, top])
        #expect(figure.labels.map(\.rim) == [0, 2])
    }

    @Test func longTextsAreCutToFit() {
        #expect(Scene.fit("一二三四五", into: 56) == "一二三…")
        #expect(Scene.fit("一二三四", into: 56) == "一二三四")
        #expect(Scene.width(of: "100%") > Scene.width(of: "1000"))
        #expect(Scene.fit(String(repeating: "长", count: 100_000), into: 140).count == 10)
    }

    /// The inks of a chart are told apart on a grey printer, too.
    @Test func inksStayApartInGrey() {
        let order: [Scene.Ink] = [.text, .accent, .second, .grid, .track, .paper]
        let lightness = order.map { Palette.print[$0].lightness }
        for (darker, lighter) in zip(lightness, lightness.dropFirst()) { #expect(lighter - darker > 0.08) }
        #expect(Palette.print[.muted].lightness < 0.35)
        #expect(Set(Scene.Ink.allCases.map { Palette.screen[$0] }).count == Scene.Ink.allCases.count)
    }
}
