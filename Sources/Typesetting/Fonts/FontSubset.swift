internal import CHarfBuzz
internal import Foundation

/// Makes of a face a font file that Cairo embeds small and fast.
///
/// Cairo cannot take apart shared outlines (subroutines) of large Chinese fonts: it embeds all of them.
struct FontSubset: ~Copyable {
    private let face: OpaquePointer

    /// - Returns: `nil` when the file cannot be read or is no OpenType font.
    init?(path: String, index: Int) {
        guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
        defer { hb_blob_destroy(blob) }
        guard let face = hb_face_create(blob, UInt32(clamping: index)) else { return nil }
        defer { hb_face_destroy(face) }
        guard hb_face_get_glyph_count(face) > 0, let own = FontSubset.withoutForeignForms(face) else { return nil }
        self.face = own
    }

    deinit {
        hb_face_destroy(face)
    }

    /// The characters of a part of the ``Repertoire`` under a family name of its own.
    ///
    /// - Returns: the font file, or `nil` when the font is too broken for it.
    func file(_ part: Repertoire.Part, family: String, postScriptName: String) -> Data? {
        guard let input = hb_subset_input_create_or_fail() else { return nil }
        defer { hb_subset_input_destroy(input) }
        let characters = hb_subset_input_unicode_set(input)
        for range in Repertoire.ranges(of: part) { hb_set_add_range(characters, range.lowerBound, range.upperBound) }
        for range in Repertoire.exceptions(from: part) { hb_set_del_range(characters, range.lowerBound, range.upperBound) }
        let features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
        hb_set_clear(features)
        for feature in Repertoire.features { hb_set_add(features, FontSubset.tag(feature)) }
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        // Vertical setting, signatures, and the names, which are written anew.
        for table in ["vhea", "vmtx", "VORG", "BASE", "DSIG", "name"] { hb_set_add(dropped, FontSubset.tag(table)) }
        let flags = HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue
        hb_subset_input_set_flags(input, UInt32(flags))
        guard let subset = hb_subset_or_fail(face, input) else { return nil }
        defer { hb_face_destroy(subset) }
        guard FontSubset.add(NameTable(family: family, postScriptName: postScriptName).bytes, as: "name", to: subset),
            let blob = hb_face_reference_blob(subset)
        else { return nil }
        defer { hb_blob_destroy(blob) }
        var count: UInt32 = 0
        guard let start = hb_blob_get_data(blob, &count), count > 0 else { return nil }
        return Data(bytes: start, count: Int(count))
    }

    /// The same face without forms of characters for other languages, which would double its size.
    private static func withoutForeignForms(_ face: OpaquePointer) -> OpaquePointer? {
        guard let builder = hb_face_builder_create() else { return nil }
        var count = UInt32(256)
        var tags = [hb_tag_t](repeating: 0, count: Int(count))
        _ = hb_face_get_table_tags(face, 0, &count, &tags)
        for tag in tags.prefix(Int(count)) {
            guard let blob = hb_face_reference_table(face, tag) else { continue }
            defer { hb_blob_destroy(blob) }
            if tag == FontSubset.tag("GSUB") {
                var length: UInt32 = 0
                guard let start = hb_blob_get_data(blob, &length) else { continue }
                let buffer = UnsafeRawBufferPointer(start: start, count: Int(length))
                var forms = LanguageForms(Array(buffer))
                forms.keepOnly("ZHS ")
                _ = add(forms.bytes, as: "GSUB", to: builder)
            } else {
                hb_face_builder_add_table(builder, tag, blob)
            }
        }
        return builder
    }

    private static func add(_ bytes: [UInt8], as table: String, to face: OpaquePointer) -> Bool {
        bytes.withUnsafeBytes { buffer in
            guard
                let blob = hb_blob_create(
                    buffer.bindMemory(to: CChar.self).baseAddress, UInt32(buffer.count), HB_MEMORY_MODE_DUPLICATE, nil, nil)
            else { return false }
            defer { hb_blob_destroy(blob) }
            return hb_face_builder_add_table(face, tag(table), blob) != 0
        }
    }

    private static func tag(_ name: String) -> hb_tag_t {
        hb_tag_from_string(name, Int32(name.utf8.count))
    }
}

/// The `name` table of an OpenType font: what the font calls itself.
struct NameTable {
    let family: String
    let postScriptName: String

    /// For Windows (Unicode, US English), the one set of names that everybody reads.
    var bytes: [UInt8] {
        let names: [(id: UInt16, text: String)] = [
            (1, family), (2, "Regular"), (3, family), (4, family), (6, postScriptName),
        ]
        var records: [UInt16] = []
        var texts: [UInt16] = []
        for name in names {
            let text = Array(name.text.utf16)
            records += [3, 1, 0x409, name.id, UInt16(clamping: text.count * 2), UInt16(clamping: texts.count * 2)]
            texts += text
        }
        let head: [UInt16] = [0, UInt16(names.count), UInt16(6 + names.count * 12)]
        return (head + records + texts).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
}
