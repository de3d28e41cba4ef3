/// 填报模板, the workbook that the program gives out to be filled in: its sheets and their headings, in order.
public enum FillInTemplate {
    public struct Sheet: Hashable, Sendable {
        public let name: String
        /// What stands in the first row, from column A on.
        public let headings: [String]
    }

    /// The name of the sheet that tells how to fill in the others.
    public static let guide = "说明"

    public static let department = Sheet(name: "部门", headings: ["栏目", "标题", "内容", "绩效指标"])

    public static let projects = Sheet(
        name: "项目",
        headings: [
            "序号", "项目编码", "项目名称", "单位编码", "单位名称", "预算数（万元）", "财政资金（万元）", "其他资金（万元）", "资金用途", "3月底", "6月底", "10月底",
            "12月底", "绩效目标",
        ])

    public static let indicators = Sheet(
        name: "指标",
        headings: ["序号", "项目编码", "项目名称", "一级指标", "二级指标", "三级指标", "绩效指标描述", "指标性质", "指标值", "度量单位", "指标值确定依据"])

    /// Those to fill in, without the one that tells how.
    public static let sheets = [department, projects, indicators]
}
