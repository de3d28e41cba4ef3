"""The rows of a form's goals."""


def pairing(form):
    """Whether a period's goal stands with the year's, and how."""
    return "none" if form.evaluates else form.choose("two-goals", "none 80", "beside 9", "below 7", "below-side 4")


def goal_lines(form, project):
    style = form.choose("goal-text", "one-sentence 45", "numbered-lines 22", "numbered-run 13", "goal-n 8", "two-sentences 12")
    texts = project.sentences
    if style == "one-sentence":
        return [texts[0]]
    if style == "two-sentences":
        return [texts[0] + texts[2]]
    texts = texts[:form.random.choice([2, 3, 3, 4])]
    if style == "numbered-lines":
        mark = form.choose("goal-mark", "1. 3", "1、 3", "（1） 1", "一、 1", "① 1")
        signs = {"一、": [f"{sign}、" for sign in "一二三四"], "①": "①②③④"}.get(mark) or [mark.replace("1", str(n)) for n in range(1, 5)]
        return [sign + text for sign, text in zip(signs, texts)]
    if style == "numbered-run":
        return ["；".join(f"{number}.{text.rstrip('。')}" for number, text in enumerate(texts, 1)) + "。"]
    return [f"目标{number}：{text}" for number, text in enumerate(texts, 1)]


def goal_rows(form, project):
    """(what it is for the columns, cells) of the goals."""
    project.goals = goal_lines(form, project)
    text = "⏎".join(project.goals)
    long = f"到{form.year + 2}年，全面完成{project.what}各项任务，形成长效机制。"
    way = pairing(form)
    if way == "beside":
        whole, own = form.label("longgoal"), form.label("yeargoal")
        return [("goal3", [form.label("goalside"), whole, own]), ("goal3", ["^", long, text])]
    if way == "below":
        return [("goal2", [form.label("longgoal"), long]), ("goal2", [form.label("yeargoal"), text])]
    if way == "below-side":
        return [("goal3f", [form.label("goalside"), form.label("longgoal"), long]), ("goal3f", ["^", form.label("yeargoal"), text])]
    place = form.choose("goal-layout", "row 70", "side-and-label 9", "label-above 7", "rows 7", "vertical 7")
    if place == "vertical":
        return [("goal2", ["⏎".join(form.plain("goal")), text])]
    if place == "side-and-label":
        return [("goal3f", [form.label("goalside"), form.label("yeargoal"), text])]
    if place == "label-above":
        return [("goal1", [form.label("goal", True)]), ("goal1", [text])]
    if place == "rows":
        return [("goal2", ["^" if number else form.label("goal", True), line]) for number, line in enumerate(project.goals)]
    return [("goal2", [form.label("goal", True), text])]


def evaluated_goal_rows(form, project):
    """The goals of a self-evaluation, with what was done."""
    project.goals = goal_lines(form, project)
    text, done = "⏎".join(project.goals), f"已完成{project.what}各项年度任务，{project.who}反映良好。"
    labels = form.choose("se-goal-labels", "预期目标|实际完成情况 7", "年初设定目标|年度总体目标完成情况综述 2", "年初设定目标|全年实际完成情况 1")
    planned, real = labels.split("|")
    if form.choose("se-goal", "beside 8", "below 2") == "beside":
        return [("goal3", ["年度总体目标", planned, real]), ("goal3", ["^", text, done])]
    return [("goal3f", ["年度总体目标", planned, text]), ("goal3f", ["^", real, done])]
