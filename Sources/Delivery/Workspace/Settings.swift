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
    /// The settings file by which all goals are judged, relative to the workspace; empty for the one of the usual name.
    public var review: String
    public var results: ResultSettings
    public var nightly: NightlySettings
    public var mail: MailSettings

    public init(from decoder: any Decoder) throws {
        let object = try SettingObject(decoder, keys: "name", "inputs", "review", "results", "nightly", "mail")
        name = try object.value("name", "")
        inputs = try object.value("inputs", ["inputs"], expected: "至少一个文件夹或文件") { !$0.isEmpty && !$0.contains("") }
        review = try object.value("review", "")
        results = try object.value("results", try ResultSettings.standard())
        nightly = try object.value("nightly", try NightlySettings.standard())
        mail = try object.value("mail", try MailSettings.standard())
    }

    public init(json5 data: Data) throws(SettingsError) {
        // The decoder traps on bytes that are no text, and does not tell where a text goes wrong.
        guard let text = String(validating: data, as: UTF8.self) else { throw .syntax("不是UTF-8编码的文字") }
        if let fault = JSON5Fault(in: text) { throw .syntax("第\(fault.line)行第\(fault.column)列附近读不懂") }
        do { self = try JSONDecoder.json5.decode(Settings.self, from: Data(text.utf8)) } catch let error as SettingsError {
            throw error
        } catch {
            throw SettingsError(error)
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
    fileprivate init(_ error: any Error) {
        switch error {
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            self = .type(SettingObject.path(context.codingPath))
        case DecodingError.keyNotFound(let key, let context): self = .type(SettingObject.path(context.codingPath + [key]))
        default: self = .syntax("\(error)")
        }
    }
}
