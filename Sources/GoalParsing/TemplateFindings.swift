internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// What the checks of all documents of one book tell together: a sheet that one lacks may stand in another.
struct TemplateFindings {
    private(set) var diagnostics: [Diagnostic]
    let strays: [Passage]
    /// What every project lacks.
    private var commonGaps: Set<Project.Gap> = []
    /// Whether it is told that the sheet is missing or unread which names the department and the year.
    private var lacksDepartment: Bool
    private let checks: [TemplateCheck]

    init(_ checks: [TemplateCheck], forms: [ProjectForm], hasPartOne: Bool) {
        self.checks = checks
        diagnostics = checks.flatMap(\.diagnostics)
        lacksDepartment = checks.contains { $0.unread.contains(FillInTemplate.department) }
        strays = checks.flatMap(\.strays)
        let amounts: [FormLabel] = [.budget, .fiscalFunds, .otherFunds]
        let holdsAmounts = forms.contains { form in amounts.contains { form.values[$0] != nil } }
        let holdsIndicators = forms.contains { !$0.indicators.isEmpty }
        for check in checks {
            let file = Location(file: check.document.path)
            for sheet in check.missing {
                let isElsewhere =
                    switch sheet {
                    case FillInTemplate.projects: holdsAmounts
                    case FillInTemplate.indicators: holdsIndicators || forms.isEmpty
                    default: hasPartOne
                    }
                if !isElsewhere { note(.sheetMissing(sheet, at: file), sheet) }
            }
            if let place = check.blankProjects, !holdsAmounts, !check.unread.contains(FillInTemplate.projects), holdsIndicators {
                note(.projectsBlank(at: place), FillInTemplate.projects)
            }
        }
    }

    private mutating func note(_ diagnostic: Diagnostic, _ sheet: FillInTemplate.Sheet) {
        diagnostics.append(diagnostic)
        if sheet == FillInTemplate.department { lacksDepartment = true }
        commonGaps.formUnion(TemplateHeadings.gaps(of: sheet))
    }

    /// What the project lacks for a cause that is told here.
    func gaps(of form: ProjectForm) -> Set<Project.Gap> {
        checks.reduce(into: commonGaps) { $0.formUnion($1.gaps(of: form.key)) }
    }

    /// Without what only says once more that something is missing.
    func unexplained(_ others: [Diagnostic], lacking gaps: Set<Project.Gap>? = nil) -> [Diagnostic] {
        let gaps = gaps ?? checks.reduce(into: commonGaps) { $0.formUnion($1.commonGaps) }
        return others.filter { diagnostic in
            switch diagnostic.id {
            case "indicators-missing": !gaps.contains(.indicators)
            case "plan-missing", "list-plan-missing": !gaps.contains(.plan)
            case "money-unit-missing": !gaps.contains(.field(.budget))
            case "town-unknown", "year-unknown": !lacksDepartment
            default: true
            }
        }.map(inCells)
    }

    /// What the template has a cell for is told by that cell.
    private func inCells(_ diagnostic: Diagnostic) -> Diagnostic {
        func cell(_ title: String) -> Location? { checks.lazy.compactMap { $0.department[title] }.first }
        switch diagnostic.id {
        case "town-unknown": return cell("单位名称").map(Diagnostic.townBlank) ?? diagnostic
        case "year-unknown": return cell("年度").map(Diagnostic.yearBlank) ?? diagnostic
        default: return diagnostic
        }
    }
}

extension Diagnostic {
    fileprivate static func townBlank(at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "town-unknown", at: place, "看不出是哪个乡镇", explanation: "“部门”表的单位名称、“项目”表的单位名称和文件名里都没有“镇、乡、街道”",
            remedy: "请在“部门”表填写“单位编码”和“单位名称”，如 901001 和 某县某镇人民政府")
    }

    fileprivate static func yearBlank(at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "year-unknown", at: place, "看不出是哪个年度的目标书", explanation: "“部门”表没有填年度，项目编码里也没有",
            remedy: "请在“部门”表的“年度”填写四位数字，如2026")
    }

    fileprivate static func sheetMissing(_ sheet: FillInTemplate.Sheet, at place: Location) -> Diagnostic {
        let loss =
            switch sheet {
            case FillInTemplate.projects: "没有读到项目的预算、用途、支出计划和绩效目标"
            case FillInTemplate.indicators: "没有读到绩效指标"
            default: "没有读到单位、年度和部门整体绩效目标"
            }
        return Diagnostic(
            .error, id: "template-sheet-missing", at: place, "填报模板里没有\(sheet.name.quoted)表，也没有表头和它一样的表", explanation: loss,
            remedy: "请恢复这张表；删掉了的，可以用 goalbook template 另存一份模板，把这张表移过来再填")
    }

    fileprivate static func projectsBlank(at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "template-projects-blank", at: place, "“项目”表一个项目也没有填，“指标”表却有指标",
            explanation: "项目只有名称和指标，没有预算、用途、支出计划和绩效目标", remedy: "请在“项目”表里给每个项目填一行")
    }
}
