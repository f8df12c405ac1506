/* What makes pages handier: tables that sort and filter, charts, the marked sentence. Every page can be read without it. */
(function () {
  "use strict";
  const here = document.currentScript.src;
  const base = new URL("../../", here).href;
  window.pfBase = base;

  window.pfLoad = function (path) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = new URL(path, base).href;
      script.onload = resolve;
      script.onerror = function () { reject(new Error(path)); };
      document.head.append(script);
    });
  };

  window.pfMake = function (tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === true) made.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  };
  const make = window.pfMake;

  /* The quote that an address names: all its pieces, also those that it shares with others. */
  function markQuote() {
    document.querySelectorAll("mark.pf-now").forEach((mark) => mark.classList.remove("pf-now"));
    const name = decodeURIComponent(location.hash.slice(1));
    if (!name.startsWith("q-")) return;
    document.querySelectorAll("mark[data-facts]").forEach((mark) => {
      if (mark.dataset.facts.split(" ").includes(name.slice(2))) mark.classList.add("pf-now");
    });
  }

  /* Tables */
  const collator = new Intl.Collator(document.documentElement.lang);
  function sortKey(cell) {
    const data = cell.querySelector("data");
    if (data) return Number(data.value);
    const text = cell.textContent.trim();
    const number = /^[^\d-]{0,2}(-?\d+(?:\.\d+)?)/.exec(text);
    return number ? Number(number[1]) : text;
  }
  function compareKeys(one, other) {
    const numbers = typeof one === "number" && typeof other === "number";
    if (numbers) return one - other;
    if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
    return collator.compare(one, other);
  }
  function sortBy(table, column) {
    const heads = [...table.tHead.rows[0].cells];
    const first = heads[column].style.textAlign === "right" ? "descending" : "ascending";
    const second = first === "descending" ? "ascending" : "descending";
    const order = heads[column].getAttribute("aria-sort") === first ? second : first;
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", order);
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [sortKey(row.cells[column]), row]);
    rows.sort((one, other) => (order === "ascending" ? 1 : -1) * compareKeys(one[0], other[0]));
    body.append(...rows.map((row) => row[1]));
  }
  function addSorting(table) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = make("button", { type: "button", class: "pf-sort" });
      button.append(...head.childNodes);
      button.addEventListener("click", () => sortBy(table, column));
      head.append(button);
    });
  }
  function addFilters(tools, table) {
    const words = tools.dataset;
    const rows = [...table.tBodies[0].rows];
    const columns = (tools.dataset.choose || "").split(",").filter(Boolean).map(Number);
    const input = make("input", { type: "search" });
    tools.append(make("label", {}, words.filter, input));
    const selects = columns.map((column) => {
      const values = new Set();
      rows.forEach((row) => row.cells[column].textContent.split(words.separator).forEach((value) => values.add(value.trim())));
      values.delete("");
      const select = make("select", {}, make("option", { value: "" }, words.all));
      [...values].sort(collator.compare).forEach((value) => select.append(make("option", { value: value }, value)));
      if (values.size > 1) tools.append(make("label", {}, table.tHead.rows[0].cells[column].textContent.trim(), select));
      return [column, select];
    });
    const count = make("span", { class: "pf-count", role: "status" });
    tools.append(count);
    const apply = () => {
      const wanted = input.value.trim().toLowerCase();
      let shown = 0;
      rows.forEach((row) => {
        const chosen = selects.every(([column, select]) => !select.value || row.cells[column].textContent.split(words.separator).some((value) => value.trim() === select.value));
        row.hidden = !(chosen && row.textContent.toLowerCase().includes(wanted));
        if (!row.hidden) shown += 1;
      });
      count.textContent = `${shown} / ${rows.length}`;
    };
    [input, ...selects.map((pair) => pair[1])].forEach((control) => control.addEventListener("input", apply));
    apply();
  }
  function prepareTables() {
    document.querySelectorAll(".pf-tools").forEach((tools) => {
      let next = tools.nextElementSibling;
      while (next && !next.matches("table")) next = next.nextElementSibling;
      const table = next;
      if (table) { addFilters(tools, table); addSorting(table); }
    });
  }

  /* Charts: the library comes only where a chart stands. */
  function prepareCharts() {
    const charts = [...document.querySelectorAll(".pf-chart[data-chart]")];
    if (!charts.length) return;
    window.pfLoad("assets/vendor/echarts/echarts.min.js").then(() => window.pfLoad("assets/javascripts/charts.js")).then(() => window.pfDraw(charts));
  }

  /* A stub is opened by its address, and copied by a button. */
  function openStub() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target && target.closest("details");
    if (details && !details.open) { details.open = true; target.scrollIntoView(); }
  }
  function prepareStubs() {
    openStub();
    const list = document.querySelector(".pf-stubs");
    if (!list || !navigator.clipboard) return;
    list.querySelectorAll(".pf-stub").forEach((stub) => {
      const text = stub.textContent;
      const button = make("button", { type: "button", class: "pf-copy" }, list.dataset.copy);
      button.addEventListener("click", () => navigator.clipboard.writeText(text).then(() => { button.textContent = list.dataset.copied; }));
      stub.before(button);
    });
  }

  /* A citation needs the day of access and the whole address: only the reader's browser knows them. */
  function completeCitation() {
    const place = document.querySelector(".pf-cite-sheet");
    if (!place || !location.protocol.startsWith("http")) return;
    const now = new Date(), pad = (number) => String(number).padStart(2, "0");
    const day = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
    place.textContent = place.textContent.replace(/\[[^\]]*\]\. \S+\.$/, () => `[${day}]. ${location.origin}${location.pathname}.`);
  }

  /* On a small screen the theme hides the table of contents: a long page gets one of its own below its head. */
  function addContents() {
    const toc = document.querySelector(".md-sidebar--secondary .md-nav--secondary");
    const links = toc ? [...toc.querySelectorAll(":scope > ul > li > a")] : [];
    const head = document.querySelector("article .pf-identity") || document.querySelector("article .pf-lead");
    if (links.length < 5 || !head) return;
    const list = make("ul", {}, ...links.map((one) => make("li", {}, make("a", { href: one.hash }, one.textContent.trim()))));
    const details = make("details", { class: "pf-contents" }, make("summary", {}, toc.querySelector(".md-nav__title").textContent.trim()), list);
    list.addEventListener("click", () => { details.open = false; });
    head.after(details);
  }

  /* Where in a long page the reader is, shown in the table of contents; and the way back to its top. */
  function followScroll() {
    const links = [...document.querySelectorAll(".md-sidebar--secondary .md-nav__link[href^='#']")];
    const heads = links.map((one) => document.getElementById(decodeURIComponent(one.hash.slice(1))));
    const top = document.querySelector(".md-top"), room = document.querySelector(".md-header").offsetHeight + 24;
    if (top) top.addEventListener("click", () => window.scrollTo({ top: 0 }));
    let waiting = false, before = 0;
    const follow = () => {
      waiting = false;
      /* Only on the way up: on the way down it would lie on what is being read. */
      if (top && window.scrollY !== before) top.hidden = window.scrollY > before || window.scrollY < window.innerHeight;
      before = window.scrollY;
      const now = heads.reduce((last, head, place) => (head && head.getBoundingClientRect().top <= room ? place : last), -1);
      links.forEach((one, place) => {
        one.classList.toggle("md-nav__link--active", place === now);
        if (place === now) one.setAttribute("aria-current", "location"); else one.removeAttribute("aria-current");
      });
    };
    window.addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
    follow();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    const input = document.getElementById("pf-q") || document.querySelector(".pf-header-search input");
    if (input) { event.preventDefault(); input.focus(); }
  });

  function start() {
    markQuote();
    prepareTables();
    prepareCharts();
    prepareStubs();
    completeCitation();
    addContents();
    followScroll();
    if (document.getElementById("pf-search")) window.pfLoad("assets/javascripts/search.js");
    if (document.querySelector(".pf-compare")) window.pfLoad("assets/javascripts/compare.js");
  }
  window.addEventListener("hashchange", () => { markQuote(); openStub(); });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
