"""What a page is on paper: printed by the browser, and the PDF read back."""
import collections
import html
import json
import re

from checking import report, run

# Inches.
SHEETS = {"A4": (8.27, 11.69), "Letter": (8.5, 11)}
# Points from the edge of the paper within which nothing may stand.
EDGE = 20
FACTS = r"""(() => {
  const bare = e => e.textContent.replace(/\s+/g, '');
  const all = (what, root = document) => [...root.querySelectorAll(what)];
  return JSON.stringify({
    headings: all('main h2, main h3, main h4, caption, figcaption, summary').map(bare),
    heads: all('thead tr').map(bare),
    sums: all('tfoot tr').map(bare),
    tables: all('table:has(thead)').map(t => ({
      title: t.caption ? bare(t.caption) : '',
      heads: all('thead th', t).map(bare), rows: all('tbody tr', t).map(r => [...r.cells].slice(1).map(bare).join(''))})),
    tools: all('.tools [role=status]').map(bare),
  });
})()"""


def squeezed(text):
    return re.sub(r"\s+", "", text)


def pages_of(pdf):
    """The pages of a PDF: size, words with their places, lines from above."""
    told = run("pdftotext", "-bbox", pdf, "-").stdout
    pages = []
    for width, height, content in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', told, re.S):
        found = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', content)
        words = [(*map(float, word[:4]), html.unescape(word[4])) for word in found]
        lines = collections.defaultdict(list)
        for left, top, _, bottom, text in words:
            lines[round((top + bottom) / 2 / 4)].append((left, text))
        pages.append({
            "width": float(width), "height": float(height), "words": words,
            "lines": [squeezed("".join(text for _, text in sorted(lines[at]))) for at in sorted(lines)]})
    # By lines, and cell by cell for words that take several lines of their cell.
    for way in ("layout", "raw"):
        texts = run("pdftotext", "-" + way, pdf, "-").stdout.split("\f")
        for page, text in zip(pages, texts):
            page[way] = squeezed(text)
    return pages


def cut_words(pages):
    return [
        f"第{number}页“{text}”" for number, page in enumerate(pages, 1) for left, _, right, _, text in page["words"]
        if left < EDGE or right > page["width"] - EDGE]


def lone_headings(pages, facts):
    """Headings, and heads of tables, with nothing of theirs below them on the page."""
    titles = {one for one in facts["headings"] + facts["heads"] if one}
    return [
        f"第{number}页末“{page['lines'][-1][:20]}”" for number, page in enumerate(pages[:-1], 1)
        if page["lines"] and page["lines"][-1] in titles]


def sums_in_parts(text, facts):
    """Sums that stand more or less often than there are tables with them."""
    # One may be the beginning of another.
    wanted = {one: sum(other.count(one) for other in facts["sums"]) for one in facts["sums"] if len(one) > 4}
    return [f"“{one}”{text.count(one)}次，应{count}次" for one, count in wanted.items() if text.count(one) != count]


def headless(pages, facts):
    """Pages that hold rows of a table and not the words of its head."""
    troubles = []
    for table in facts["tables"]:
        # What is behind the first cell stands on one line, and in one table only.
        rows = {row for row in table["rows"] if len(row) >= 8}
        others = [row for other in facts["tables"] if other is not table for row in other["rows"]]
        rows = {row for row in rows if not any(row in other for other in others)}
        for number, page in enumerate(pages, 1):
            if any(row in page["layout"] for row in rows):
                missing = [head for head in table["heads"] if head and head not in page["layout"] and head not in page["raw"]]
                troubles += [f"第{number}页《{table['title'][:12]}》缺表头“{'”“'.join(missing)}”"] if missing else []
    return troubles


def on_paper(browser, path, scratch, name):
    """True and whole: nothing cut, no sum under a part of a table, heads repeated in words, no lone heading, no controls.

    Gives the least number of pages.
    """
    counts = []
    with browser.tab() as tab:
        tab.open(path)
        facts = json.loads(tab.run(FACTS))
        for sheet, size in SHEETS.items():
            pdf = scratch / f"{sheet}.pdf"
            tab.paper(pdf, size)
            pages = pages_of(pdf)
            counts.append(len(pages))
            text = "".join(page["layout"] for page in pages)
            troubles = cut_words(pages) + lone_headings(pages, facts) + sums_in_parts(text, facts) + headless(pages, facts)
            troubles += [f"印出了“{one}”" for one in ["⇅", *facts["tools"]] if len(one) > 3 and one in text or one == "⇅" and one in text]
            report(
                pages and not troubles,
                f"{name} 印在{sheet}上{len(pages)}页：不裁字，{len(facts['sums'])}处合计各印一次，表头每页都有字，标题不单独在页末，没有筛选框",
                "；".join(troubles[:5]) + (f"……共{len(troubles)}处" if len(troubles) > 5 else ""))
    return min(counts)
