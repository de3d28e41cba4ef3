// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A module of ours: strict settings, resources found at run time and never bundled.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// Finding the tests needs an index of them, and of nothing else: a build without one is a third faster.
let testIndex: [SwiftSetting] =
    Context.environment["GOALBOOK_TEST_INDEX"].map { [.unsafeFlags(["-index-store-path", $0])] } ?? []

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    let testSupport: [Target.Dependency] = dependencies.isEmpty ? [] : ["TestSupport"]
    return .testTarget(name: name + "Tests", dependencies: dependencies + testSupport, swiftSettings: strict + testIndex)
}

/// What is above these sees them all.
let values: [Target.Dependency] = ["Text", "Diagnostics", "GoalModel"]
let figures: [Target.Dependency] = values + ["Aggregation", "Linting", "Reporting"]
let reading: [Target.Dependency] = ["SourceFiles", "GoalParsing"]
let outputs: [Target.Dependency] = ["Facts", "Print", "Pages", "Tables", "Outputs"]
let delivery: [Target.Dependency] = ["Platform", "Intake", "Annotation", "Mailing"]

let package = Package(
    name: "goalbook",
    products: [.executable(name: "goalbook", targets: ["goalbook"])],
    targets: [
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
        .systemLibrary(name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
        .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSystem"),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        module("Text", ["CGLib", "CSystem"]),
        module("Diagnostics", ["Text"]),
        module("GoalModel", ["Text", "Diagnostics"]),
        module("SourceFiles", values + ["CCrypto", "CXML", "CZip", "CZlib"]),
        module("GoalParsing", values + ["SourceFiles"]),
        module("Aggregation", values),
        module("Linting", values),
        module("Reporting", values + ["Aggregation", "Linting"]),
        module("Annotation", figures + ["SourceFiles"]),
        module("Facts", figures),
        module("BookLayout", ["Text", "GoalModel"]),
        module(
            "Typesetting",
            ["Text", "Diagnostics", "BookLayout", "CFontconfig", "CGLib", "CHarfBuzz", "CICU", "CPango", "CPoppler", "CZlib"]),
        module("Charts", figures + ["BookLayout"]),
        module("Print", figures + ["BookLayout", "Typesetting", "Charts"]),
        module("Tables", figures + ["Facts", "CXLSXWriter"]),
        module("Pages", figures + ["BookLayout", "Charts", "Tables"]),
        module("Outputs", figures + ["Typesetting", "Facts", "Print", "Tables", "Pages"]),
        module("Platform", ["Text"]),
        module("Intake", figures + reading + ["Facts", "Platform"]),
        module("Mailing", ["Text", "Diagnostics", "Platform", "CCurl", "CGMime"]),
        module("Delivery", figures + reading + outputs + delivery + ["CSQLite", "CSystem"]),
        module("Commands", figures + reading + outputs + delivery + ["Delivery", "CSystem"]),
        .executableTarget(name: "goalbook", dependencies: ["Commands"], swiftSettings: strict),
        .executableTarget(
            name: "goalbook-bench", dependencies: figures + reading + outputs + delivery + ["Typesetting", "Delivery"],
            path: "Tests/Benchmarks", swiftSettings: strict),
        .executableTarget(
            name: "goalbook-fuzz", dependencies: ["GoalParsing", "TestSupport"], path: "Tests/Fuzz", swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: figures + reading + outputs + ["CXLSXWriter", "CZlib"],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests("Architecture", []),
        tests("Text", ["Text"]),
        tests("GoalModel", ["Text", "GoalModel"]),
        tests("SourceFiles", values + ["SourceFiles"]),
        tests("GoalParsing", values + reading),
        tests("Aggregation", ["GoalModel", "Aggregation"]),
        tests("Linting", values + ["Linting"]),
        tests("Reporting", figures),
        tests("BookLayout", ["BookLayout"]),
        tests("Typesetting", ["Text", "BookLayout", "Typesetting"]),
        tests("Annotation", figures + reading + ["Annotation"]),
        tests("Facts", figures + reading + ["Facts", "Tables", "Pages"]),
        tests("Print", figures + ["BookLayout", "Typesetting", "Charts", "Print", "Pages"]),
        tests("Tables", figures + reading + ["Tables"]),
        tests("Pages", figures + reading + ["BookLayout", "Typesetting", "Charts", "Print", "Tables", "Pages"]),
        tests("Outputs", figures + outputs),
        tests("Commands", ["Diagnostics", "GoalModel", "SourceFiles", "goalbook"]),
        tests("Intake", ["Diagnostics", "SourceFiles", "goalbook"]),
        tests("Mailing", ["Mailing"]),
        tests("Delivery", figures + reading + outputs + delivery + ["Delivery", "goalbook"]),
    ]
)
