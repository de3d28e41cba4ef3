/* 手机上项目先折起，点到哪里展开哪里。没有它，全部展开。 */
"use strict";
(() => {
  const folds = [...document.querySelectorAll("details.fold")];
  const target = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    return id === "" ? null : document.getElementById(id);
  };
  // The place that an address leads to is never folded away.
  const unfold = () => {
    const place = target();
    if (place === null) return;
    const own = place.querySelector(":scope > details.fold");
    let around = own === null ? place.closest("details") : own;
    for (; around !== null; around = around.parentElement.closest("details")) around.open = true;
    place.scrollIntoView();
  };
  if (matchMedia("(max-width: 44rem)").matches) folds.forEach(fold => { fold.open = false; });
  addEventListener("hashchange", unfold);
  unfold();
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach(one => { one.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach(one => { one.open = false; }));
})();
