/// A part of making a PDF, told when it is done; for the benchmark.
package enum PrintingStep: String, Sendable {
    case layout = "排版"
    case drawing = "绘制"
    case structure = "结构"
    case contents = "页面内容"
    case writing = "写出"
    case proof = "回读校对"
}
