// swift-tools-version: 6.2
import PackageDescription

/// Where the headers of libraries lie that are loaded when needed: what pkg-config says would also link them.
let headers = ["cairo", "freetype2", "gmime-3.0", "harfbuzz", "libxml2", "pango-1.0", "poppler/glib"]

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    .unsafeFlags(headers.flatMap { ["-Xcc", "-I/usr/include/" + $0] }),
]

/// Modules whose small and generic functions others call thousands of times: they are built into these where a release is made.
let small: Set<String> = ["Text", "Diagnostics", "GoalModel", "SourceFiles", "BookLayout"]
let specialised: [SwiftSetting] = [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

/// A module of ours: strict settings, resources found at run time and never bundled.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + (small.contains(name) ? specialised : []))
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
let figures: [Target.Dependency] = values + ["Aggregation", "Appraisal", "Linting", "Reporting"]
let reading: [Target.Dependency] = ["SourceFiles", "GoalParsing"]
let outputs: [Target.Dependency] = ["Facts", "Print", "Pages", "Tables", "Outputs"]
let delivery: [Target.Dependency] = ["Platform", "Intake", "Annotation", "Mailing"]

let package = Package(
    name: "goalbook",
    products: [.executable(name: "goalbook", targets: ["goalbook"])],
    targets: [
        .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CDeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
        .systemLibrary(name: "CFontconfig", providers: [.apt(["libfontconfig-dev"])]),
        .systemLibrary(name: "CGMime", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CHarfBuzz", providers: [.apt(["libharfbuzz-dev"])]),
        .target(name: "CICU", dependencies: ["CLibraries"]),
        .target(name: "CLibraries"),
        .systemLibrary(name: "CPango", providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
        .systemLibrary(name: "CPoppler", providers: [.apt(["libpoppler-glib-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "CShortcuts", dependencies: ["CLibraries"],
            cSettings: [.unsafeFlags(["-I/usr/include/cairo", "-I/usr/include/freetype2", "-I/usr/include/harfbuzz"])],
            linkerSettings: [.linkedLibrary("z")]),
        .systemLibrary(name: "CSystem"),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CXML", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        module("Text", ["CCrypto", "CGLib", "CLibraries", "CSystem"]),
        module("Diagnostics", ["Text"]),
        module("GoalModel", ["Text", "Diagnostics"]),
        module("SourceFiles", values + ["CCrypto", "CLibraries", "CXML", "CZip", "CZlib"]),
        module("GoalParsing", values + ["SourceFiles"]),
        module("Aggregation", values),
        module("Appraisal", values + ["Aggregation"]),
        module("Linting", values),
        module("Reporting", values + ["Aggregation", "Appraisal", "Linting"]),
        module("Annotation", figures + ["SourceFiles"]),
        module("Facts", figures),
        module("BookLayout", ["Text", "GoalModel"]),
        module(
            "Typesetting",
            [
                "Text", "Diagnostics", "GoalModel", "BookLayout", "CDeflate", "CFontconfig", "CGLib", "CHarfBuzz", "CICU",
                "CLibraries", "CPango", "CPoppler", "CShortcuts",
            ]),
        module("Charts", figures + ["BookLayout"]),
        module("Print", figures + ["BookLayout", "Typesetting", "Charts"]),
        module("Tables", figures + ["Facts", "CLibraries", "CXLSXWriter"]),
        module("Pages", figures + ["BookLayout", "Charts", "Tables"]),
        module("Outputs", figures + ["Typesetting", "Facts", "Print", "Tables", "Pages"]),
        module("Platform", ["Text", "CSystem"]),
        module("Intake", figures + reading + ["Facts", "Platform"]),
        module("Mailing", ["Text", "Diagnostics", "Platform", "CCurl", "CGMime", "CLibraries"]),
        module("Delivery", figures + reading + outputs + delivery + ["CLibraries", "CSQLite", "CSystem"]),
        module("Commands", figures + reading + outputs + delivery + ["CLibraries", "CSystem", "Delivery"]),
        .executableTarget(name: "goalbook", dependencies: ["Commands"], swiftSettings: strict),
        .executableTarget(
            name: "goalbook-bench", dependencies: figures + reading + outputs + delivery + ["Typesetting", "Delivery"],
            path: "Tests/Benchmarks", swiftSettings: strict),
        .executableTarget(
            name: "goalbook-fuzz", dependencies: ["GoalParsing", "TestSupport"], path: "Tests/Fuzz", swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: figures + reading + outputs + ["CLibraries", "CXLSXWriter", "CZlib"],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests("Architecture", []),
        tests("Text", ["Text"]),
        tests("GoalModel", values),
        tests("SourceFiles", values + ["SourceFiles"]),
        tests("GoalParsing", values + reading),
        tests("Aggregation", ["GoalModel", "Aggregation"]),
        tests("Appraisal", values + reading + ["Aggregation", "Appraisal"]),
        tests("Linting", values + ["Linting"]),
        tests("Reporting", figures),
        tests("BookLayout", ["BookLayout"]),
        tests("Typesetting", ["Text", "GoalModel", "BookLayout", "Typesetting", "CFontconfig", "CShortcuts"]),
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
