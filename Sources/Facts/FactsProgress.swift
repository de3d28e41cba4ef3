internal import Appraisal
internal import Foundation
internal import GoalModel

/// How far a town is in its year: what is read back of monitoring and self-evaluation.
struct FactsProgress: Codable {
    let monitoring: Monitoring?
    let evaluation: Evaluation?
    let isYearOver: Bool
    let staleness: String?

    struct Monitoring: Codable {
        let asOf: String
        let adjustedFen: Int64
        let paidFen: Int64
        let plannedFen: Int64
        let behindFen: Int64
        /// Of the town's money.
        @Written var lamp: String?
        /// Projects by lamp.
        let lamps: [String: Int]
        let projectsBehind: Int
        let largestGap: Gap?

        struct Gap: Codable {
            let project: Int
            let name: String
            let fen: Int64
        }
    }

    struct Evaluation: Codable {
        let projects: Int
        let mean: Decimal?
        let weightedMean: Decimal?
        let grades: [String: Int]
        let belowGood: Int
        let open: Int
    }

    init(_ progress: YearProgress) {
        monitoring = progress.monitoring.map { town in
            Monitoring(
                asOf: town.asOf.iso, adjustedFen: town.adjusted.fen, paidFen: town.paid.fen, plannedFen: town.planned.fen,
                behindFen: town.behind.fen, lamp: town.lamp.rawValue,
                lamps: Dictionary(town.lamps.map { ($0.key.rawValue, $0.value) }) { first, _ in first },
                projectsBehind: town.projectsBehind,
                largestGap: town.largestGap.map { Monitoring.Gap(project: $0.project, name: $0.name, fen: $0.amount.fen) })
        }
        evaluation = progress.evaluation.map { town in
            Evaluation(
                projects: town.projects, mean: town.mean?.decimal, weightedMean: town.weightedMean?.decimal,
                grades: Dictionary(town.grades.map { ($0.key.rawValue, $0.value) }) { first, _ in first },
                belowGood: town.belowGood, open: town.open)
        }
        (isYearOver, staleness) = (progress.isYearOver, progress.staleness)
    }

    /// As it can be; what cannot is left out.
    var progress: YearProgress {
        YearProgress(
            monitoring: monitoring?.read, evaluation: evaluation?.read, isYearOver: isYearOver, staleness: staleness?.cleaned)
    }
}

extension FactsProgress.Monitoring {
    fileprivate var read: YearProgress.Monitoring? {
        let amounts = [adjustedFen, paidFen, plannedFen, behindFen, largestGap?.fen ?? 0]
        guard let day = CalendarDay(iso: asOf), amounts.allSatisfy({ (0...Money.largest.fen).contains($0) }) else { return nil }
        let lamps = lamps.compactMap { name, count in Lamp(rawValue: name).map { ($0, count) } }
        guard (lamps.map(\.1) + [projectsBehind]).allSatisfy({ (0...GoalBook.mostProjects).contains($0) }) else { return nil }
        return YearProgress.Monitoring(
            asOf: day, adjusted: Money(fen: adjustedFen), paid: Money(fen: paidFen), planned: Money(fen: plannedFen),
            behind: Money(fen: behindFen), lamps: Dictionary(lamps) { first, _ in first }, projectsBehind: projectsBehind,
            largestGap: largestGap.map { .init(project: $0.project, name: $0.name.cleaned, amount: Money(fen: $0.fen)) })
    }
}

extension FactsProgress.Evaluation {
    fileprivate var read: YearProgress.Evaluation? {
        let grades = grades.compactMap { name, count in FormGrade(rawValue: name).map { ($0, count) } }
        guard (grades.map(\.1) + [projects, belowGood, open]).allSatisfy({ (0...GoalBook.mostProjects).contains($0) }) else {
            return nil
        }
        return YearProgress.Evaluation(
            projects: projects, mean: mean?.marks, weightedMean: weightedMean?.marks,
            grades: Dictionary(grades) { first, _ in first }, belowGood: belowGood, open: open)
    }
}

extension Decimal {
    /// Points from 0 to 100 with two decimals at most.
    fileprivate var marks: Marks? { (0...100).contains(self) ? Marks(nearest: self) : nil }
}
