internal import GoalModel

extension AppraisalReport {
    /// The same with every text of the town's changed, for example masked; figures and points stay as they were judged.
    public func mappingTexts(_ change: (String) -> String) -> AppraisalReport {
        var report = self
        report.book = book.mappingTexts(change)
        report.actuals = actuals.mappingTexts(change)
        report.monitoring = monitoring?.mappingTexts(change)
        report.evaluation = evaluation?.mappingTexts(change)
        report.progress = progress?.mappingTexts(change)
        return report
    }
}

extension YearProgress {
    public func mappingTexts(_ change: (String) -> String) -> YearProgress {
        var progress = self
        if let gap = monitoring?.largestGap { progress.monitoring?.largestGap?.name = change(gap.name) }
        progress.staleness = staleness.map(change)
        return progress
    }
}

extension Actuals {
    fileprivate func mappingTexts(_ change: (String) -> String) -> Actuals {
        var actuals = self
        for index in projects.indices {
            actuals.projects[index].adjustmentReason = change(projects[index].adjustmentReason)
            actuals.projects[index].reason = projects[index].reason.mappingTexts(change)
            actuals.projects[index].goalDone = change(projects[index].goalDone)
        }
        for index in indicators.indices {
            actuals.indicators[index].actual = change(indicators[index].actual)
            actuals.indicators[index].forecast = change(indicators[index].forecast)
            actuals.indicators[index].reason = indicators[index].reason.mappingTexts(change)
        }
        for index in overall.indices {
            let row = overall[index]
            actuals.overall[index].title = change(row.title)
            actuals.overall[index].target = change(row.target)
            actuals.overall[index].actual = change(row.actual)
            actuals.overall[index].reason = change(row.reason)
        }
        actuals.checks = checks.mappingTexts(change)
        actuals.staleness = staleness.map(change)
        return actuals
    }
}

extension DeviationReason {
    fileprivate func mappingTexts(_ change: (String) -> String) -> DeviationReason {
        var reason = self
        (reason.category, reason.text, reason.measure) = (change(category), change(text), change(measure))
        return reason
    }
}

extension [AppraisalCheck] {
    fileprivate func mappingTexts(_ change: (String) -> String) -> [AppraisalCheck] {
        map { check in
            var check = check
            check.message = change(check.message)
            return check
        }
    }
}

extension TownMonitoring {
    fileprivate func mappingTexts(_ change: (String) -> String) -> TownMonitoring {
        var town = self
        town.checks = checks.mappingTexts(change)
        town.projects = projects.map { project in
            var project = project
            project.name = change(project.name)
            project.code = change(project.code)
            project.reason = project.reason.mappingTexts(change)
            project.adjustmentReason = change(project.adjustmentReason)
            project.goalDone = change(project.goalDone)
            project.indicators = project.indicators.map { row in
                var row = row
                (row.target, row.actual) = (change(row.target), change(row.actual))
                (row.forecast, row.shortfall) = (row.forecast.map(change), row.shortfall.map(change))
                row.reason = row.reason.mappingTexts(change)
                return row
            }
            return project
        }
        return town
    }
}

extension TownEvaluation {
    fileprivate func mappingTexts(_ change: (String) -> String) -> TownEvaluation {
        var town = self
        town.checks = checks.mappingTexts(change)
        town.projects = projects.map { project in
            var project = project
            project.name = change(project.name)
            project.code = change(project.code)
            project.withheld = project.withheld.map(change)
            project.reason = project.reason.mappingTexts(change)
            project.adjustmentReason = change(project.adjustmentReason)
            project.goalDone = change(project.goalDone)
            project.notes = project.notes.map(change)
            project.rows = project.rows.map { row in
                var row = row
                (row.target, row.actual) = (change(row.target), change(row.actual))
                row.score.working = change(row.score.working)
                row.reason = row.reason.mappingTexts(change)
                return row
            }
            return project
        }
        town.overall.rows = overall.rows.map { row in
            var row = row
            (row.title, row.target) = (change(row.title), change(row.target))
            (row.actual, row.reason) = (change(row.actual), change(row.reason))
            return row
        }
        return town
    }
}
