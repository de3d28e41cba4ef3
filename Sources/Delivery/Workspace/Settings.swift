public import Foundation
internal import GoalModel

/// `goalbook.json5`: what the owner of a workspace decides.
///
/// Every key may be left out; an unknown one is an error, so that a misspelt one is not silently without effect.
public struct Settings: Hashable, Sendable, Decodable {
    /// Shown in mails and by `goalbook status`; for example `巨鹿县`.
    public var name: String
    /// Folders and files to read, relative to the workspace.
    public var inputs: [String]
    public var results: ResultSettings
    public var nightly: NightlySettings
    public var mail: MailSettings

    public init(from decoder: any Decoder) throws {
        let object = try SettingObject(decoder, keys: "name", "inputs", "results", "nightly", "mail")
        name = try object.value("name", "")
        inputs = try object.value("inputs", ["inputs"], expected: "至少一个文件夹或文件") { !$0.isEmpty && !$0.contains("") }
        results = try object.value("results", try ResultSettings.standard())
        nightly = try object.value("nightly", try NightlySettings.standard())
        mail = try object.value("mail", try MailSettings.standard())
    }

    /// - Throws: ``SettingsError``.
    public init(json5 data: Data) throws(SettingsError) {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do { self = try decoder.decode(Settings.self, from: data) } catch let error as SettingsError { throw error } catch {
            throw SettingsError(error, in: data)
        }
    }
}

extension Decodable {
    /// The value where nothing is written.
    static func standard() throws -> Self {
        try JSONDecoder().decode(Self.self, from: Data("{}".utf8))
    }
}

extension SettingsError {
    fileprivate init(_ error: any Error, in data: Data) {
        switch error {
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            self = .type(SettingObject.path(context.codingPath))
        case DecodingError.keyNotFound(let key, let context): self = .type(SettingObject.path(context.codingPath + [key]))
        case DecodingError.dataCorrupted:
            let place = SettingsSyntax.place(in: String(decoding: data, as: UTF8.self))
            self = .syntax(place.map { "\($0)附近读不懂" } ?? "读不懂")
        default: self = .syntax("\(error)")
        }
    }
}
