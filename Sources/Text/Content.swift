/// What of a text is content, decided once: when a file is read.
///
/// What may be shown (``Unicode/Scalar/display``) is another question: it is asked of every text, wherever it came from.
extension Unicode.Scalar {
    /// Whether nobody can see it and it changes nothing that can be seen.
    ///
    /// Joiners and variation selectors change the character before them, in scripts that join and in pictures; behind anything
    /// else they are left over from another program.
    /// - Parameter previous: what stands before it, invisible characters left out.
    public func isInvisible(after previous: Unicode.Scalar?) -> Bool {
        switch value {
        case 0x20...0x7E, 0xAE...0x34E, 0x3000...0x3163, 0x3165...0xD7FF, 0xFF01...0xFF9F: return false
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return previous.map { $0.value < 0xA9 } ?? true
        case 0x200C, 0x200D: return previous?.joins != true
        case 0x180B...0x180F: return previous.map { !(0x1800...0x18AF).contains($0.value) } ?? true
        default: return display == .hidden || (value >= 0xAD && properties.isDefaultIgnorableCodePoint)
        }
    }

    /// Of a script whose letters join, or a picture that is made of several.
    private var joins: Bool {
        switch value {
        case 0x590...0x1CFF, 0x2190...0x2BFF, 0xA800...0xABFF, 0xFB1D...0xFE0F, 0xFE70...0xFEFE, 0x1_F000...0x1_FAFF: true
        default: false
        }
    }

    /// The character that a radical stands for in texts taken from a PDF (⽬ for 目); others as they are.
    ///
    /// By Unicode's Equivalent_Unified_Ideograph, but for 户 and 青, which simplified texts write so.
    public var unified: Unicode.Scalar {
        switch value {
        case 0x2F00...0x2FD5: Self.kangxi[Int(value) - 0x2F00]
        case 0x2E80...0x2EF3: Self.supplement[Int(value) - 0x2E80] == "　" ? self : Self.supplement[Int(value) - 0x2E80]
        default: self
        }
    }

    private static let kangxi = Array(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
        用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
        黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """.unicodeScalars)
    private static let supplement = Array(
        """
        　厂乛乚乙亻冂　刀刂卜㔾小小兀尣尢　巳幺彑彐忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王　目示礻　糹纟罓罒㓁冗　羊　　耂肀聿肉　艹艹艹虎衤覀西见角　讠贝　车辶辶辶邑钅長镸长门　阝雨青韦页风飞食　飠饣　马骨\
        鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
        """.unicodeScalars)
}
