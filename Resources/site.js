/* 汇总页的排序、筛选和查找。没有它，页面上也什么都不少。 */
"use strict";
(() => {
  const PAGE = 200;
  const table = document.querySelector("table.towns");
  if (!table) return;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const plain = text => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const number = text => text === "—" || text === "" ? -Infinity : Number(text.replace(/[,%+]|(?!^)-/g, ""));
  const numeric = heads.map(head => head.classList.contains("n"));
  const rows = [...body.rows].map((row, place) => {
    const texts = [...row.cells].map(cell => (cell.querySelector("a") || cell).textContent.trim());
    return {
      row, place, words: plain(row.textContent), texts,
      keys: texts.map((text, at) => numeric[at] ? number(text) : text),
    };
  });
  let sorting = { at: -1, down: false };
  let limit = PAGE;

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const choice = (title, entries) => {
    const select = make("select", {}, ...entries.map(([value, text]) => make("option", { value }, text)));
    return [make("label", {}, make("span", {}, title), select), select];
  };
  const distinct = name => {
    const at = heads.findIndex(head => head.dataset.key === name);
    const values = at === -1 ? [] : [...new Set(rows.map(row => row.texts[at]))].sort((a, b) => a.localeCompare(b, "zh-CN"));
    return [at, [["", "全部"], ...values.map(value => [value, value || "未写明"])]];
  };

  const search = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const status = make("p", { role: "status", class: "count" });
  const more = make("button", { type: "button", class: "more" });
  const bar = make("div", { class: "tools", role: "search" }, make("label", {}, make("span", {}, "查找"), search));
  const filters = ["county", "year", "state"].map(name => {
    const [at, entries] = distinct(name);
    if (at === -1) return null;
    const [label, select] = choice(heads[at].textContent, entries);
    bar.append(label);
    return { select, passes: row => select.value === "" ? true : row.texts[at] === select.value };
  }).filter(filter => filter !== null);
  bar.append(status);

  const order = (a, b) => {
    if (sorting.at === -1) return a.place - b.place;
    const [x, y] = [a.keys[sorting.at], b.keys[sorting.at]];
    const difference = numeric[sorting.at] ? (x === y ? 0 : x > y ? 1 : -1) : x.localeCompare(y, "zh-CN");
    return difference === 0 ? a.place - b.place : sorting.down ? -difference : difference;
  };
  const show = () => {
    const words = search.value.split(/\s+/).map(plain).filter(word => word !== "");
    const found = rows.filter(row => words.every(word => row.words.includes(word)))
      .filter(row => filters.every(filter => filter.passes(row))).sort(order);
    const shown = found.slice(0, limit);
    body.replaceChildren(...shown.map(row => row.row));
    const rest = found.length - shown.length;
    more.hidden = rest === 0;
    more.textContent = `再显示${Math.min(rest, PAGE)}行（还有${rest}行）`;
    const all = found.length === rows.length ? `共${rows.length}行` : `找到${found.length}行，共${rows.length}行`;
    status.textContent = rest === 0 ? all : `${all}，显示前${shown.length}行`;
  };
  const restart = () => { limit = PAGE; show(); };

  heads.forEach((head, at) => {
    const button = make("button", { type: "button" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = sorting.at === at ? !sorting.down : numeric[at];
      sorting = { at, down };
      heads.forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      restart();
    });
  });
  search.addEventListener("input", restart);
  filters.forEach(filter => filter.select.addEventListener("change", restart));
  more.addEventListener("click", () => {
    const first = limit;
    limit += PAGE;
    show();
    const link = body.rows[first] ? body.rows[first].querySelector("a") : null;
    if (link) link.focus();
  });
  const holder = table.closest(".scroll");
  holder.before(bar);
  holder.after(more);
  // All rows stand on paper.
  addEventListener("beforeprint", () => { const before = limit; limit = rows.length; show(); limit = before; });
  addEventListener("afterprint", show);
  show();
})();
