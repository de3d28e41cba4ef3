"""What is promised of speed, memory and size."""
# Milliseconds are those of a machine on which Typst takes so many for the same book.
TYPST = 345
GOALS = {
    # The whole process against Typst, without and with reading back.
    "process": 0.80, "proved": 0.80,
    # First and second book in one process.
    "drawing": (90, 65), "layout": (30, 22),
    "回读校对": 65, "读入": 8, "审核与汇总": 12, "check": 45, "version": 8,
    # How many shared libraries are loaded before anything is asked of them.
    "libraries": 50,
    # Processor time a town with everything, by one worker.
    "town": 260,
    # Wall time: two workers against one over 20 towns, and over one town.
    "workers": 1.9, "both": 0.65,
    "memory": 220, "growth": 1.05, "page": 0.4, "night": 1.0, "rollup": 50, "bytes": 600_000,
}
# Millions of instructions of one book, as last measured; what is drawn is finished and packed page by page.
INSTRUCTIONS = {"读入": 66.1, "审核与汇总": 94.6, "排版": 221.8, "绘制": 494.2, "写出": 120.9,
                "回读校对": 510.5}
