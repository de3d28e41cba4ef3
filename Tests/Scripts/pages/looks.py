"""What is looked at in a page, in a browser."""
import json
import pathlib
import re
import urllib.parse

from checking import VENV, report, run

WIDTHS = [360, 768, 1280, 1600]


def same_everywhere(browser, path, name, pictures, inside):
    """What holds at every width, in both colour schemes, with scripts on and off."""
    troubles = []
    for width in WIDTHS:
        for dark in (False, True):
            with browser.tab(width=width, dark=dark) as tab:
                tab.open(path)
                wide = tab.run("[document.documentElement.scrollWidth, document.documentElement.clientWidth].join()")
                scroll, client = map(int, wide.split(","))
                if scroll > client or client != width:
                    troubles.append(f"{width}像素宽时左右滚动：{wide}")
                troubles += [f"{width}：{message}" for message in tab.messages]
                troubles += [request for request in tab.requests if not request.startswith(inside.as_uri())]
                if tab.run("document.title").startswith("oh"):
                    troubles.append("文字成了脚本")
                if pictures and width != 1600:
                    tab.picture(pictures / f"{name}-{width}{'-dark' if dark else ''}.png")
    report(
        not troubles,
        f"{name} 在{'、'.join(map(str, WIDTHS))}像素宽、浅色深色下不左右滚动，控制台和内容策略无话可说，不向外请求",
        "；".join(troubles[:4]),
    )


def without_scripts(browser, path, name):
    count = "document.body.querySelectorAll('tr, li, article, svg').length"
    with browser.tab() as on, browser.tab(scripts=False) as off:
        on.open(path)
        off.open(path)
        more = on.run("[...document.querySelectorAll('.tools *, button')].length")
        rows = "document.querySelectorAll('tbody tr').length"
        # Only the rows of a long list are fewer with the script: it shows them page by page.
        same = off.run(count) >= on.run(count) > 0 and off.run(rows) >= on.run(rows)
        dead = off.run("document.querySelectorAll('input, select, button').length")
        report(same and dead == 0 and not off.messages, f"{name} 不用脚本也完整", f"多出{more}个控件，失效{dead}个")


def accessible(browser, path, name):
    axe = next(VENV.glob("lib/python3*/site-packages/axe_playwright_python/axe.min.js")).read_text(encoding="utf-8")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    for width, dark in ((1280, False), (1280, True), (360, False)):
        # The policy of the page lets nobody add a script, the checker neither.
        with browser.tab(width=width, dark=dark, bypass=True) as tab:
            tab.open(path)
            tab.run("document.querySelectorAll('details').forEach(one => one.open = true)")
            tab.run(axe + "; 1")
            told = "v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 160), v.nodes[0].failureSummary]"
            found = tab.run(
                f"axe.run({{runOnly: {json.dumps(tags)}}}).then(r => JSON.stringify([r.passes.length, r.violations.map({told})]))")
            passes, violations = json.loads(found)
            report(
                passes > 15 and not violations,
                f"{name} 的无障碍检查，{width}像素{'，深色' if dark else ''}（{passes}条规则通过）",
                json.dumps(violations, ensure_ascii=False)[:900] if violations else "",
            )


def tables_stay_tables(browser, path, name):
    """Rows laid out for a phone are still rows and columns to those who cannot see them."""
    with browser.tab(width=360) as tab:
        tab.open(path)
        tab.run("document.querySelectorAll('details').forEach(one => one.open = true)")
        tab.call("Accessibility.enable")
        nodes = tab.call("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in nodes if not node.get("ignored")]
        told = {role: roles.count(role) for role in ("table", "row", "columnheader", "cell")}
        tables = tab.run("document.querySelectorAll('table').length")
        shown = "r => r.checkVisibility({contentVisibilityAuto: false})"
        rows = tab.run(f"[...document.querySelectorAll('tr')].filter({shown}).length")
        good = told["table"] == tables and told["row"] >= rows and told["columnheader"] > 0
        report(good, f"{name} 在手机上仍是{tables}张表", str(told) + f"，应有{rows}行")


def focus_is_seen(browser, path, name):
    """Tabs through the page; every stop has a visible outline."""
    look = """(() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
      return [e.tagName, s.outlineStyle, parseFloat(s.outlineWidth), r.width, r.left + r.width > 0].join(); })()"""
    hidden, stops, first = [], 0, ""
    with browser.tab() as tab:
        tab.open(path)
        for _ in range(45):
            tab.press("Tab")
            tag, style, width, size, inside = tab.run(look).split(",")
            first = first or tab.run("document.activeElement.className")
            if tag == "BODY":
                break
            stops += 1
            if style == "none" or float(width) < 1 or float(size) == 0 or inside != "true":
                hidden.append(f"{tag} {style}")
    report(stops > 10 and not hidden and first == "skip", f"{name} 只用键盘：{stops}处停留都看得见，第一处跳到正文", "；".join(hidden[:5]))


def sorts_and_finds(browser, path, towns, folder):
    """Sorting, filtering and searching by keyboard alone."""
    with browser.tab() as tab:
        tab.open(path)
        names = "[...document.querySelectorAll('table.towns tbody th a')].map(a => a.textContent)"
        said = "document.querySelector('[role=status]').textContent"
        before = tab.run(names)
        report(len(before) == min(towns, 200) and str(towns) in tab.run(said), f"{folder} 先显示{len(before)}行", tab.run(said))
        budget = "[...document.querySelectorAll('table.towns tbody .bu')].map(c => Number(c.textContent.replaceAll(',', '')))"
        head = "document.querySelector('table.towns th[data-key=budget]')"
        tab.run(head + ".querySelector('button').focus()")
        tab.press("Enter")
        down = tab.run(budget)
        first = tab.run(head + ".getAttribute('aria-sort')")
        tab.press("Enter")
        up = tab.run(budget)
        second = tab.run(head + ".getAttribute('aria-sort')")
        good = down == sorted(down, reverse=True) and up == sorted(up) and (first, second) == ("descending", "ascending") and up[0] != down[0]
        report(good, f"{folder} 按预算排序，回车再反过来", f"{first}，{second}")
        tab.run("document.querySelector('input[type=search]').focus()")
        tab.type(before[1])
        found = tab.run(names)
        report(
            0 < len(found) < towns and all(before[1] in name for name in found) and "找到" in tab.run(said),
            f"{folder} 查找“{before[1]}”",
            tab.run(said),
        )
        tab.type("没有这个乡镇")
        report(tab.run(names) == [] and "找到0行" in tab.run(said), f"{folder} 查不到时说明", tab.run(said))
        tab.run("document.querySelector('input[type=search]').value = ''")
        choose = """(() => {{ const s = [...document.querySelectorAll('.tools select')].at(-1);
          s.value = '{}'; s.dispatchEvent(new Event('change')); return 1; }})()"""
        wrong = "document.querySelectorAll('table.towns tbody tr').length + ' ' + document.querySelectorAll('table.towns tbody .bad').length"
        tab.run(choose.format("有错误"))
        with_errors = tab.run(wrong).split()
        tab.run(choose.format("正常"))
        # Among few towns there may be none of which all is well, and then nothing to choose.
        is_offered = tab.run("[...document.querySelectorAll('.tools select')].at(-1).value") == "正常"
        without = tab.run(wrong).split() if is_offered else ["0", "0"]
        report(
            with_errors[0] == with_errors[1] and without[1] == "0" and int(with_errors[0]) > 0 and (towns < 200 or without[0] == "200"),
            f"{folder} 只看有错误的、正常的",
            f"{with_errors[0]}行，{without[0]}行",
        )
        tab.run(choose.format(""))
        if towns > 200:
            tab.run("document.querySelector('button.more').focus()")
            tab.press("Enter")
            report(
                len(tab.run(names)) == 400 and tab.run("document.activeElement.tagName") == "A", f"{folder} 再显示一批，焦点在新的一行", tab.run(said)
            )
        report(not tab.messages, f"{folder} 操作时控制台无话可说", "；".join(tab.messages[:3]))


def one_step_to_the_cell(browser, path):
    """The count of errors leads to the finding beside its cell, seen at once."""
    with browser.tab(width=360) as tab:
        tab.open(path)
        address = tab.run("document.querySelector('table.towns .er a').href")
        file, _, anchor = address.partition("#")
        tab.open(pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(file).path)), "#" + anchor)
        seen = tab.run("""(() => { const e = document.querySelector(':target'), r = e.getBoundingClientRect();
          return [e.className, e.tagName, r.top >= 0 && r.bottom <= innerHeight, e.closest('article') !== null].join(' '); })()""")
        report(seen == "error LI true true", "从汇总页一步到出错的单元格", seen)


def big_enough(browser, path, name):
    """All that a finger aims at is at least 24 pixels wide and high."""
    look = """(() => { const all = [...document.querySelectorAll('a, button, summary, input, select')]
        .filter(e => e.checkVisibility() && e.className !== 'skip');
      const small = all.filter(e => { const r = e.getBoundingClientRect(); return Math.min(r.width, r.height) < 24; });
      return JSON.stringify([all.length, small.map(e => e.outerHTML.slice(0, 80))]); })()"""
    for width in (360, 1280):
        with browser.tab(width=width) as tab:
            tab.open(path)
            tab.run("document.querySelectorAll('details').forEach(one => one.open = true)")
            count, small = json.loads(tab.run(look))
            report(count > 5 and not small, f"{name} 在{width}像素宽时{count}处可点的都不小于24像素", "；".join(small[:4]))


def short_rows(browser, path, name):
    """No column of a table is so narrow that its words stand one sign a line."""
    look = """JSON.stringify([...document.querySelectorAll('tbody th, tbody td')].filter(c => c.checkVisibility()
      && c.textContent.trim().length > 1 && c.clientWidth < 34).map(c => c.textContent.trim().slice(0, 20)))"""
    for width in (360, 1280):
        with browser.tab(width=width) as tab:
            tab.open(path)
            narrow = json.loads(tab.run(look))
            report(not narrow, f"{name} 在{width}像素宽时没有一字一行的栏", "；".join(narrow[:5]))


# How many blocks of text end with a line of one or two signs, a number and its unit aside.
LONE = r"""(() => { const blocks = [...document.querySelectorAll('td, div, p, li, dd, h1, h2, h3')].filter(e => e.checkVisibility()
    && ![...e.children].some(c => /^(DIV|TABLE|P|UL|LI)$/.test(c.tagName)));
  const lone = [];
  let several = 0;
  for (const block of blocks) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), range = document.createRange(), lines = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let at = 0; at !== node.length; at += 1) {
        range.setStart(node, at); range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box || !node.data[at].trim()) continue;
        const middle = (box.top + box.bottom) / 2, line = lines.find(l => Math.abs(l.middle - middle) < 9);
        if (line) line.text += node.data[at]; else lines.push({middle, text: node.data[at]});
      }
    }
    if (lines.length > 1) { several += 1; if (lines.at(-1).text.length < 3) lone.push(block.textContent.slice(-12)); }
  }
  return JSON.stringify([several, lone]);
})()"""


def no_lone_signs(browser, path, name):
    with browser.tab(width=360) as tab:
        tab.open(path)
        several, lone = json.loads(tab.run(LONE))
        report(several > 0 and not lone, f"{name} 的邮件在手机上{several}段文字末行都不剩一两个字", "；".join(lone[:4]))


def folded_on_phones(browser, path, name):
    """Projects are folded on a phone, errors stand on its first screens, and an address unfolds its project."""
    look = """(() => { const f = [...document.querySelectorAll('details.fold')];
      return [f.filter(e => e.open).length, f.length, document.querySelector('#findings').getBoundingClientRect().top,
        document.documentElement.scrollHeight].map(Math.round).join(); })()"""
    with browser.tab(width=360) as tab:
        tab.open(path)
        opened, projects, top, height = map(int, tab.run(look).split(","))
        # A screen is some 800 pixels high.
        report(
            opened == 0 and top < 1600, f"{name} 在手机上折起{projects}个项目，问题清单从第{top}像素起，全页{height}像素", f"{opened}个没有折起")
        anchor = tab.run("document.querySelector('article[id]').id")
        tab.run(f"location.hash = '{anchor}'")
        tab.run("new Promise(done => setTimeout(done, 200))")
        report(int(tab.run(look).split(",")[0]) == 1, f"{name} 点到的项目自己展开")
    with browser.tab() as tab:
        tab.open(path)
        report(int(tab.run(look).split(",")[0]) == projects, f"{name} 在电脑上{projects}个项目都展开")


def on_paper(browser, path, scratch, name):
    with browser.tab() as tab:
        tab.open(path)
        tab.paper(scratch / "page.pdf")
        names = tab.run("[...document.querySelectorAll('article h3')].map(h => h.textContent.replace(/\\s+/g, ''))")
        folded = tab.run("[...document.querySelectorAll('details')].map(d => d.textContent.replace(/\\s+/g, '').slice(-12))")
    text = re.sub(r"\s+", "", run("pdftotext", "-layout", scratch / "page.pdf", "-").stdout)
    # A line may end in the middle of a long name.
    lost = [one for one in names if one[:8] not in text] + [one for one in folded if one[-6:] not in text]
    report(len(names) > 3 and not lost, f"{name} 打印出来有全部{len(names)}个项目和折起的{len(folded)}处", "；".join(lost[:4]))


def policy_holds(browser, path, scratch):
    """The policy is no ornament: a script that is not ours is refused and reported."""
    page = path.read_text(encoding="utf-8").replace("</main>", "</main><script>document.title='oh'</script><p style='color:red'>x</p>", 1)
    strange = scratch / "strange.html"
    strange.write_text(page, encoding="utf-8")
    with browser.tab() as tab:
        tab.open(strange)
        refused = [message for message in tab.messages if "Content Security Policy" in message]
        report(len(refused) >= 2 and not tab.run("document.title").startswith("oh"), "混进来的脚本和样式被内容策略拒绝并报告", f"{len(refused)}条")


def opens_quickly(browser, path, folder):
    times = []
    for _ in range(5):
        with browser.tab() as tab:
            tab.open(path)
            times.append(tab.run("""(() => { const page = performance.getEntriesByType('navigation')[0];
              const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
              return [page.domContentLoadedEventEnd, page.loadEventEnd, paint].map(Math.round); })()"""))
    best = min(times, key=lambda one: one[1])
    size = path.stat().st_size
    report(
        best[1] < 1000 and best[2] < 1000,
        f"{folder} 的汇总页（{size // 1000} kB）{best[1]}毫秒打开，{best[2]}毫秒见到内容",
        f"五次：{'、'.join(str(one[1]) for one in times)}毫秒",
    )
