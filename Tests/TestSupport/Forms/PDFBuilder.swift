/// Writes small tagged PDFs, nothing packed, so that each byte of them can be read and damaged.
public struct PDFBuilder {
    /// An element of the structure tree.
    public struct Node {
        public var role: String
        /// More entries of its dictionary, such as `/ActualText(a)`.
        public var entries = ""
        public var text = ""
        public var nodes: [Node] = []

        public init(_ role: String, _ text: String = "", entries: String = "", nodes: [Node] = []) {
            (self.role, self.text, self.entries, self.nodes) = (role, text, entries, nodes)
        }
    }

    /// Texts that stand on one page.
    public var textsOnPage = 40
    /// Characters on a line; longer texts wrap.
    public var lineLength = 40
    public var isTagged = true
    /// How many texts the structure tree leaves out, from the first.
    public var marksLeftOut = 0
    /// Nothing but a picture stands on the only page.
    public var picture = false
    /// What each page shows first.
    public var content = ""
    /// More entries of the font's glyphs.
    public var font = ""
    /// Objects behind the fixed ones, the first of them number 7 and the form `X` of each page.
    public var more: [String] = []
    /// More entries of the trailer and of the catalogue.
    public var trailer = ""
    public var catalogue = ""

    private var objects: [String] = Array(repeating: "null", count: 6)
    private var codes: [Unicode.Scalar: Int] = [:]
    /// The content of each page.
    private var pages: [String] = []
    private var pageNumbers: [Int] = []
    private var marks = 0

    public init() {}

    /// The first objects, by their numbers.
    private enum Fixed: Int {
        case catalogue = 1
        case pages, font, map, glyphs, root
    }

    public static func file(_ nodes: [Node]) -> [UInt8] {
        var builder = PDFBuilder()
        return builder.file(nodes)
    }

    public mutating func file(_ nodes: [Node]) -> [UInt8] {
        objects += more
        if picture { beginPage() }
        let document = add(Node("Document", nodes: nodes), below: Fixed.root.rawValue)
        for (number, content) in zip(pageNumbers, pages) {
            let stream = add(PDFBuilder.stream(content))
            let resources = "/Resources<</Font<</F1 3 0 R>>/XObject<</X 7 0 R/P<</Subtype/Image>>>>>>"
            objects[number - 1] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]\(resources)/Contents \(stream) 0 R>>"
        }
        let structure = isTagged ? "/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R" : ""
        set(.catalogue, "<</Type/Catalog/Pages 2 0 R\(structure)\(catalogue)>>")
        set(.pages, "<</Type/Pages/Count \(pages.count)/Kids[\(PDFBuilder.references(pageNumbers))]>>")
        set(.font, "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 4 0 R/DescendantFonts[5 0 R]>>")
        set(.map, PDFBuilder.stream(characterMap))
        let system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        set(.glyphs, "<</Type/Font/Subtype/CIDFontType2/BaseFont/A\(system)\(font.isEmpty ? "/DW 1000" : font)>>")
        set(.root, "<</Type/StructTreeRoot/RoleMap<</Standard/P/Zelle/TD>>/K \(document) 0 R>>")
        return PDFBuilder.file(objects: objects.map { Array($0.utf8) }, trailer: trailer)
    }

    private static func stream(_ content: String) -> String {
        "<</Length \(content.utf8.count + 1)>>\nstream\n\(content)\nendstream"
    }

    private mutating func set(_ number: Fixed, _ text: String) {
        objects[number.rawValue - 1] = text
    }

    private mutating func add(_ text: String) -> Int {
        objects.append(text)
        return objects.count
    }

    private static func references(_ numbers: [Int]) -> String {
        numbers.map { "\($0) 0 R" }.joined(separator: " ")
    }

    private mutating func add(_ node: Node, below parent: Int) -> Int {
        let number = add("")
        var kids = node.text.isEmpty ? "" : show(node.text)
        if marksLeftOut > 0, !kids.isEmpty {
            marksLeftOut -= 1
            kids = ""
        }
        let inner = node.nodes.map { add($0, below: number) }
        if !inner.isEmpty { kids = (kids.isEmpty ? "" : kids + " ") + PDFBuilder.references(inner) }
        objects[number - 1] = "<</Type/StructElem/S/\(node.role)/P \(parent) 0 R\(node.entries)/K[\(kids)]>>"
        return number
    }

    private mutating func beginPage() {
        let head = picture ? "/P Do" : "/Artifact BMC BT /F1 9 Tf 1 0 0 1 50 800 Tm <\(hex("页眉"))> Tj ET EMC"
        pages.append("q \(content) Q \(head)")
        pageNumbers.append(add(""))
        marks = 0
    }

    /// Shows a text at the next place; returns how the tree names it.
    private mutating func show(_ text: String) -> String {
        if pages.isEmpty || marks == textsOnPage {
            beginPage()
        }
        var content = "\n/P <</MCID \(marks)>> BDC BT /F1 10 Tf 15 TL 1 0 0 1 50 \(780 - marks * 60) Tm"
        for line in text.split(separator: "\n") {
            var rest = line
            while !rest.isEmpty {
                content += " <\(hex(String(rest.prefix(lineLength))))> Tj T*"
                rest = rest.dropFirst(lineLength)
            }
        }
        pages[pages.count - 1] += isTagged ? content + " ET EMC" : content.replacing(/\/P <<.*>> BDC/, with: "") + " ET"
        marks += 1
        return "<</Type/MCR/Pg \(pageNumbers[pages.count - 1]) 0 R/MCID \(marks - 1)>>"
    }

    /// Codes are given in the order in which characters come.
    private mutating func hex(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let code = codes[scalar] ?? codes.count + 1
            codes[scalar] = code
            return PDFBuilder.hex(UInt16(code))
        }.joined()
    }

    private static func hex(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    private var characterMap: String {
        let lines = codes.sorted { $0.value < $1.value }.map { scalar, code in
            "<\(PDFBuilder.hex(UInt16(code)))> <\(String(scalar).utf16.map(PDFBuilder.hex).joined())>"
        }
        return "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n\(lines.count) beginbfchar\n"
            + lines.joined(separator: "\n") + "\nendbfchar"
    }

    /// The objects 1, 2, 3… with the table that says where each is.
    public static func file(objects: [[UInt8]], trailer: String = "") -> [UInt8] {
        var bytes = Array("%PDF-1.7\n".utf8)
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(bytes.count)
            bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = bytes.count
        let lines = places.map { place in
            String(repeating: "0", count: 10 - String(place).utf8.count) + "\(place) 00000 n \n"
        }
        bytes += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(lines.joined())".utf8
        bytes += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R\(trailer)>>\nstartxref\n\(start)\n%%EOF\n".utf8
        return bytes
    }
}
