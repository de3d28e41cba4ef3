internal import Text

/// The parts of SARIF 2.1.0 that we write; names are those of the format.
enum Sarif {
    struct Log: Encodable {
        let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
        let version = "2.1.0"
        let runs: [Run]

        private enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }

    struct Run: Encodable {
        let tool: Tool
        let language = "zh-CN"
        let columnKind = "unicodeCodePoints"
        let originalUriBaseIds: [String: ArtifactLocation]
        let artifacts: [Artifact]
        let invocations: [Invocation]
        let results: [Result]
    }

    struct Tool: Encodable {
        let driver: Driver

        struct Driver: Encodable {
            let name = "goalbook"
            let version: String
            let rules: [Rule]
        }
    }

    struct Rule: Encodable {
        let id: String
        let name: String
        let shortDescription: Message
        let fullDescription: Message
        let help: Message
        let defaultConfiguration: Configuration
        let properties: Properties

        struct Configuration: Encodable {
            let level: Level
        }

        struct Properties: Encodable {
            let criterion: String
            let source: String
            let tags: [String]
        }
    }

    enum Level: String, Encodable {
        case error, warning, note
    }

    struct Message: Encodable {
        let text: String

        init(text: String) { self.text = text.displayable }
    }

    struct Artifact: Encodable {
        let location: ArtifactLocation
        let hashes: [String: String]
    }

    struct ArtifactLocation: Encodable {
        let uri: String
        var uriBaseId: String?
        var index: Int?
    }

    struct Invocation: Encodable {
        let executionSuccessful: Bool
        let toolExecutionNotifications: [Notification]
    }

    struct Notification: Encodable {
        let level: Level
        let message: Message
        let locations: [Location]
    }

    struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int?
        let level: Level
        let message: Message
        let locations: [Location]
        let partialFingerprints: [String: String]
        var baselineState: String?
        var suppressions: [Suppression]?
        var properties: Properties?

        struct Properties: Encodable {
            let town: String
            let project: Int?
            let projects: [Int]
            let indicator: Int?
            let remedy: String
            let suggestion: String?
        }
    }

    struct Suppression: Encodable {
        let kind = "external"
        let status = "accepted"
        let justification: String
        let properties: Properties

        struct Properties: Encodable {
            let person: String
            let until: String?
            let source: String
        }
    }

    struct Location: Encodable {
        let physicalLocation: PhysicalLocation
        var logicalLocations: [LogicalLocation]?
    }

    struct PhysicalLocation: Encodable {
        let artifactLocation: ArtifactLocation
        var region: Region?
    }

    struct Region: Encodable {
        let startLine: Int
    }

    struct LogicalLocation: Encodable {
        let fullyQualifiedName: String
    }
}
