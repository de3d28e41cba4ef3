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
    .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict + testIndex)
}

let package = Package(
    name: "goalbook",
    products: [.executable(name: "goalbook", targets: ["goalbook"])],
    targets: [
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
        .systemLibrary(name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
        .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSystem"),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        module("Diagnostics"),
        module("GoalModel", ["Diagnostics"]),
        module("SourceFiles", ["Diagnostics", "GoalModel", "CGLib", "CXML", "CZip"]),
        module("GoalParsing", ["Diagnostics", "GoalModel", "SourceFiles"]),
        module("Aggregation", ["Diagnostics", "GoalModel"]),
        module("Linting", ["Diagnostics", "GoalModel"]),
        module("Reporting", ["Diagnostics", "GoalModel", "Aggregation", "Linting"]),
        module("Facts", ["Diagnostics", "GoalModel", "Aggregation", "Linting", "Reporting"]),
        module("BookLayout", ["GoalModel"]),
        module("Typesetting", ["Diagnostics", "BookLayout", "CFontconfig", "CHarfBuzz", "CPango", "CPoppler", "CZlib"]),
        module("Charts", ["Diagnostics", "GoalModel", "Aggregation", "Linting", "Reporting", "BookLayout"]),
        module(
            "Print",
            [
                "Diagnostics", "GoalModel", "Aggregation", "Linting", "Reporting", "BookLayout", "Typesetting", "Charts",
            ]),
        module(
            "Outputs",
            [
                "Diagnostics", "GoalModel", "Aggregation", "Linting", "Reporting", "Facts", "BookLayout", "Typesetting", "Charts",
                "CGLib",
                "CXLSXWriter",
            ]),
        module(
            "Delivery",
            [
                "Diagnostics", "GoalModel", "SourceFiles", "GoalParsing", "Reporting", "Facts", "Print", "Outputs", "CCurl",
                "CGMime", "CSQLite",
                "CSystem",
            ]),
        module(
            "Commands",
            [
                "Diagnostics", "GoalModel", "SourceFiles", "GoalParsing", "Aggregation", "Linting", "Reporting", "Facts", "Print",
                "Outputs",
                "Delivery", "CSystem",
            ]),
        .executableTarget(name: "goalbook", dependencies: ["Commands"], swiftSettings: strict),
        .executableTarget(
            name: "goalbook-bench",
            dependencies: [
                "Diagnostics", "GoalModel", "SourceFiles", "GoalParsing", "Linting", "Reporting", "Typesetting", "Print",
                "Outputs",
                "Delivery",
            ],
            path: "Tests/Benchmarks", swiftSettings: strict),
        .executableTarget(
            name: "goalbook-fuzz", dependencies: ["GoalParsing", "TestSupport"], path: "Tests/Fuzz", swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: [
                "Diagnostics", "GoalModel", "SourceFiles", "GoalParsing", "Aggregation", "Linting", "Reporting", "Facts",
                "Outputs", "CXLSXWriter", "CZlib",
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests("Architecture", []),
        tests("GoalModel", ["GoalModel", "TestSupport"]),
        tests("SourceFiles", ["Diagnostics", "GoalModel", "SourceFiles", "TestSupport"]),
        tests("GoalParsing", ["Diagnostics", "GoalModel", "SourceFiles", "GoalParsing", "TestSupport"]),
        tests("Aggregation", ["GoalModel", "Aggregation", "TestSupport"]),
        tests("Linting", ["Diagnostics", "GoalModel", "Linting", "TestSupport"]),
        tests("Reporting", ["Diagnostics", "GoalModel", "Aggregation", "Linting", "Reporting", "TestSupport"]),
        tests("BookLayout", ["BookLayout", "TestSupport"]),
        tests("Typesetting", ["BookLayout", "Typesetting", "TestSupport"]),
        tests(
            "Print",
            [
                "Diagnostics", "GoalModel", "Aggregation", "Linting", "Reporting", "BookLayout", "Typesetting", "Charts", "Print",
                "Outputs", "TestSupport",
            ]),
        tests(
            "Outputs",
            [
                "Diagnostics", "GoalModel", "SourceFiles", "GoalParsing", "Aggregation", "Linting", "Reporting", "BookLayout",
                "Facts", "Typesetting", "Charts", "Print", "Outputs", "TestSupport",
            ]),
        tests(
            "Delivery",
            [
                "Diagnostics", "GoalModel", "SourceFiles", "GoalParsing", "Reporting", "Facts", "Print", "Outputs", "Delivery",
                "TestSupport",
                "goalbook",
            ]),
    ]
)
