struct FontFace: Hashable, Sendable {
    let path: String
    /// Of the face in a collection; in the upper sixteen bits that of an instance of a variable font.
    let index: Int
    /// The family's names in all languages.
    let families: [String]
    let postScriptName: String
    /// 400 is regular, 700 bold.
    let weight: Int

    /// Whether the face stands in its file as it is and is not made of it by varying.
    var isStatic: Bool { index >> 16 == 0 }
}
