/* Two to four parks side by side; the choice stands in the address (#a,b), so that it can be shared. */
(function () {
  "use strict";
  const make = window.pfMake;
  const place = document.querySelector(".pf-compare");
  const words = JSON.parse(place.dataset.words), parks = JSON.parse(place.dataset.parks);
  const known = new Set(parks.map((park) => park.id));
  const loaded = new Map();
  let missing = [];
  window.pfCompare = (id, value) => loaded.set(id, value);

  const choice = make("div", { class: "pf-compare-choice" }), result = make("div", {});
  const selects = [1, 2, 3, 4].map((number) => {
    const select = make("select", {}, make("option", { value: "" }, "—"));
    const groups = new Map();
    for (const park of parks) {
      if (!groups.has(park.province)) groups.set(park.province, make("optgroup", { label: park.province || "—" }));
      groups.get(park.province).append(make("option", { value: park.id }, park.name));
    }
    select.append(...groups.values());
    select.addEventListener("change", () => { missing = []; history.replaceState(null, "", `#${chosen().join(",")}`); draw(); });
    choice.append(make("label", {}, `${words.choose} ${number}`, select));
    return select;
  });
  const clear = make("button", { type: "button" }, words.clear);
  clear.addEventListener("click", () => { selects.forEach((select) => { select.value = ""; }); history.replaceState(null, "", location.pathname + location.search); draw(); });
  const shared = make("input", { type: "checkbox" });
  shared.addEventListener("change", () => draw());
  choice.append(clear, make("label", { class: "pf-check" }, shared, words.shared));
  place.append(choice, result);

  function chosen() { return [...new Set(selects.map((select) => select.value).filter(Boolean))]; }
  function fromAddress() {
    const wanted = decodeURIComponent(location.hash.slice(1)).split(",").filter(Boolean);
    const ids = wanted.filter((id) => known.has(id));
    missing = wanted.filter((id) => !known.has(id));
    selects.forEach((select, at) => { select.value = ids[at] || ""; });
  }
  async function draw() {
    const ids = chosen();
    const unknown = missing.length ? make("p", { class: "pf-missing", role: "status" }, words.unknown + missing.join(words.separator)) : "";
    if (!ids.length) { result.replaceChildren(unknown, make("p", {}, words.none)); return; }
    await Promise.all(ids.filter((id) => !loaded.has(id)).map((id) => window.pfLoad(`compare/data/${id}.js`)));
    if (ids.join() !== chosen().join()) return;
    result.replaceChildren(unknown, tableOf(ids));
  }
  function tableOf(ids) {
    const head = make("tr", {}, make("th", { scope: "col" }, words.metric), ...ids.map((id) => make("th", { scope: "col" }, make("a", { href: new URL(`parks/${id}.html`, window.pfBase).href }, loaded.get(id).name))));
    const rows = new Map();
    ids.forEach((id) => loaded.get(id).rows.forEach((row) => {
      if (!rows.has(row.key)) rows.set(row.key, { metric: row.metric, topic: row.topic, cells: {} });
      rows.get(row.key).cells[id] = row;
    }));
    const body = make("tbody", {});
    let topic = null;
    for (const key of [...rows.keys()].sort().filter((key) => !shared.checked || ids.every((id) => rows.get(key).cells[id]))) {
      const row = rows.get(key);
      if (row.topic !== topic) { topic = row.topic; body.append(make("tr", {}, make("th", { scope: "rowgroup", colspan: ids.length + 1 }, topic))); }
      body.append(make("tr", {}, make("th", { scope: "row" }, row.metric), ...ids.map((id) => cellOf(id, row.cells[id]))));
    }
    if (!body.rows.length) return make("p", {}, words.none_shared);
    return make("table", { class: "pf-table pf-wide" }, make("caption", {}, words.caption), make("thead", {}, head), body);
  }
  function cellOf(id, cell) {
    if (!cell) return make("td", {}, make("small", {}, words.no_value));
    const address = new URL(`parks/${id}.html#${cell.anchor}`, window.pfBase).href;
    return make("td", {}, make("a", { href: address }, cell.text), make("small", {}, cell.period), cell.label !== cell.metric ? make("small", {}, cell.label) : null);
  }
  window.addEventListener("hashchange", () => { fromAddress(); draw(); });
  fromAddress();
  draw();
})();
