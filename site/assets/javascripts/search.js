/* The search: finds every literal of two characters or more. The rules of text are those of generator/publish/search_text.py. */
(function () {
  "use strict";
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const MAX_GRAMS = 8;
  const STEP = 10;
  const table = new Map();
  for (const sign of "“”„‟「」『』") table.set(sign, '"');
  for (const sign of "‘’‚‛") table.set(sign, "'");
  for (const sign of "‐‑‒–—―") table.set(sign, "-");
  for (let code = 0xff01; code < 0xff5f; code += 1) table.set(String.fromCharCode(code), lower(String.fromCharCode(code - 0xfee0)));
  const SPACES = new Set(" \t\n\r\f\v\u00a0\u3000\u2002\u2003\u2009");

  function lower(sign) { return sign >= "A" && sign <= "Z" ? sign.toLowerCase() : sign; }
  /* Folded signs, and for each the place of its sign in the text (in code points). */
  function foldWithPlaces(text) {
    const folded = [], places = [];
    Array.from(text).forEach((sign, place) => {
      if (SPACES.has(sign)) return;
      folded.push(table.has(sign) ? table.get(sign) : lower(sign));
      places.push(place);
    });
    return { folded, places };
  }
  function fold(text) { return foldWithPlaces(text).folded.join(""); }
  /* A few grams of a literal: itself if it has two signs, else threes from its beginning to its end. */
  function gramsOf(folded) {
    const signs = Array.from(folded), size = Math.min(3, signs.length), grams = new Set();
    for (let place = 0; place + size <= signs.length; place += 1) grams.add(signs.slice(place, place + size).join(""));
    return spread([...grams], MAX_GRAMS);
  }
  function spread(list, count) {
    if (list.length <= count) return list;
    return Array.from({ length: count }, (_, place) => list[Math.floor((place * (list.length - 1)) / (count - 1))]);
  }
  function shardOf(key, shards) {
    let value = 0x811c9dc5;
    for (let place = 0; place < key.length; place += 1) value = Math.imul(value ^ key.charCodeAt(place), 0x01000193) >>> 0;
    return value % shards;
  }
  function decode(text) {
    const numbers = [];
    let before = -1, gap = 0, shift = 0;
    for (const sign of text) {
      const digit = DIGITS.indexOf(sign);
      gap |= (digit & 31) << shift;
      if (digit & 32) { shift += 5; continue; }
      before += gap + 1;
      numbers.push(before);
      gap = 0;
      shift = 0;
    }
    return numbers;
  }
  function intersect(one, other) {
    const wanted = new Set(other);
    return one.filter((number) => wanted.has(number));
  }

  /* Files of the index, each loaded once. */
  let meta = null;
  const gramShards = new Map(), textShards = new Map();
  window.pfSearch = {
    meta(value) { meta = value; meta.starts = decode(value.texts); },
    grams(place, value) { gramShards.set(place, value); },
    texts(place, value) { textShards.set(place, value); },
  };
  const loading = new Map();
  function load(path) {
    if (!loading.has(path)) loading.set(path, window.pfLoad(path));
    return loading.get(path);
  }
  async function ready() { if (!meta) await load("search/meta.js"); }
  async function lookup(key) {
    const shard = shardOf(key, meta.grams);
    if (!gramShards.has(shard)) await load(`search/g/${shard}.js?${meta.version}`);
    const found = gramShards.get(shard);
    const [text, title] = (Object.prototype.hasOwnProperty.call(found, key) ? found[key] : "").split("|");
    return { text: decode(text), title: decode(title || "") };
  }
  async function docAt(number) {
    let low = 0, high = meta.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (meta.starts[middle] <= number) low = middle; else high = middle - 1;
    }
    if (!textShards.has(low)) await load(`search/t/${low}.js?${meta.version}`);
    const [url, title, names, facets, pieces] = textShards.get(low)[number - meta.starts[low]];
    return { url, title, names, facets, pieces };
  }

  /* "a b" is both, "“a b”" in quotes is one. */
  function termsOf(query) {
    const terms = [];
    const plain = query.replace(/[“”＂]/g, '"').replace(/[\u3000\s]+/g, " ");
    for (const match of plain.matchAll(/"([^"]+)"|[^\s"]+/g)) {
      const term = fold(match[1] !== undefined ? match[1] : match[0]);
      if (term) terms.push(term);
    }
    return terms;
  }

  /* Yields hits, the best first: pages with that very name, with it in their names, with it in their text. Every one is verified. */
  async function* find(query, facets) {
    await ready();
    const terms = termsOf(query);
    const long = terms.filter((term) => Array.from(term).length > 1);
    if (!long.length) return;
    const keys = [...new Set(long.flatMap(gramsOf))];
    const found = await Promise.all(keys.map(lookup));
    const filters = await Promise.all(facets.map((facet) => lookup(`#${facet}`)));
    const narrow = (pages) => filters.reduce((left, filter) => intersect(left, filter.text), pages);
    const exact = terms.length === 1 ? narrow((await lookup(`=${terms[0]}`)).text) : [];
    const titles = narrow(found.map((one) => one.title).reduce(intersect));
    const texts = narrow(found.map((one) => one.text).reduce(intersect));
    const seen = new Set();
    for (const number of [...exact, ...titles, ...texts]) {
      if (seen.has(number)) continue;
      seen.add(number);
      const doc = await docAt(number);
      const hit = verify(doc, terms);
      if (hit) yield hit;
    }
  }
  function verify(doc, terms) {
    const folded = doc.pieces.map(([text]) => fold(text));
    const names = doc.names.map(fold);
    const all = terms.every((term) => folded.some((text) => text.includes(term)) || names.some((name) => name.includes(term)));
    if (!all) return null;
    const scored = folded.map((text, place) => ({ place, score: terms.filter((term) => text.includes(term)).length })).filter((one) => one.score);
    scored.sort((one, other) => other.score - one.score || one.place - other.place);
    return { doc, terms, pieces: scored.map((one) => doc.pieces[one.place]) };
  }

  window.pfFind = async function (query, facets, limit) {
    const hits = [];
    for await (const hit of find(query, facets || [])) {
      hits.push(hit);
      if (limit && hits.length >= limit) break;
    }
    return hits;
  };

  /* The page */
  const make = window.pfMake;
  const form = document.getElementById("pf-search");
  if (!form) return;
  const { words, facets } = JSON.parse(form.dataset.words);
  const input = document.getElementById("pf-q"), list = document.getElementById("pf-hits");
  const status = document.getElementById("pf-found"), more = document.getElementById("pf-more");
  const selects = {};

  function addFacets() {
    const titles = { province: words.province, kind: words.kind, topic: words.topic, type: words.page_kind };
    for (const [name, values] of Object.entries(facets)) {
      if (values.length < 2) continue;
      const select = make("select", { name }, make("option", { value: "" }, words.all), ...values.map((value) => make("option", { value: value.id }, value.name)));
      selects[name] = select;
      select.addEventListener("change", () => start(true));
      document.getElementById("pf-facets").append(make("label", {}, titles[name], select));
    }
  }
  function marked(text, terms) {
    const { folded, places } = foldWithPlaces(text);
    const signs = Array.from(text), joined = folded.join(""), lit = new Set();
    for (const term of terms) {
      for (let at = joined.indexOf(term); at >= 0; at = joined.indexOf(term, at + 1)) {
        const first = Array.from(joined.slice(0, at)).length, last = first + Array.from(term).length - 1;
        for (let place = places[first]; place <= places[last]; place += 1) lit.add(place);
      }
    }
    const out = make("span", {});
    let run = "", on = false;
    const flush = () => { if (run) out.append(on ? make("mark", {}, run) : run); run = ""; };
    signs.forEach((sign, place) => {
      if (lit.has(place) !== on) { flush(); on = lit.has(place); }
      run += sign;
    });
    flush();
    return out;
  }
  function show(hit) {
    const kind = (hit.doc.facets.find((facet) => facet.startsWith("type:")) || "").slice(5);
    const address = (anchor) => new URL(hit.doc.url + (anchor && anchor !== "top" ? `#${anchor}` : ""), window.pfBase).href;
    const lines = hit.pieces.filter(([text]) => text !== hit.doc.title).slice(0, 3);
    const item = make("li", {}, make("h2", {}, make("a", { href: address("") }, marked(hit.doc.title, hit.terms)), " ", make("small", { class: "pf-date" }, words[`type_${kind}`] || "")));
    for (const [text, anchor] of lines) item.append(make("p", {}, make("a", { href: address(anchor) }, marked(text, hit.terms))));
    list.append(item);
  }

  let hits = null, run = 0;
  async function next(current) {
    let shown = 0, done = false;
    while (shown < STEP) {
      const step = await hits.next();
      if (current !== run) return;
      if (step.done) { done = true; break; }
      show(step.value);
      shown += 1;
    }
    const count = list.children.length;
    more.hidden = done;
    status.textContent = count ? (done ? words.found : words.found_more).replace("{count}", count) : words.none;
  }
  function start(remember) {
    run += 1;
    const current = run, query = input.value.trim();
    const chosen = Object.entries(selects).filter(([, select]) => select.value).map(([name, select]) => `${name}:${select.value}`);
    list.replaceChildren();
    more.hidden = true;
    if (remember) {
      const address = new URL(location.href);
      address.search = new URLSearchParams({ q: query, ...Object.fromEntries(chosen.map((facet) => facet.split(":"))) }).toString();
      try { history.replaceState(null, "", address); } catch (error) { /* a page from a folder may not */ }
    }
    if (!termsOf(query).some((term) => Array.from(term).length > 1)) { status.textContent = query ? words.too_short : ""; return; }
    status.textContent = words.working;
    hits = find(query, chosen);
    next(current).catch(() => { if (current === run) status.textContent = words.failed; });
  }

  addFacets();
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") || "";
  for (const [name, select] of Object.entries(selects)) if (asked.get(name)) select.value = asked.get(name);
  form.addEventListener("submit", (event) => { event.preventDefault(); start(true); });
  let timer = 0;
  input.addEventListener("input", (event) => { clearTimeout(timer); if (!event.isComposing) timer = setTimeout(() => start(true), 250); });
  input.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(() => start(true), 50); });
  input.addEventListener("keydown", (event) => { if (event.key === "ArrowDown" && list.querySelector("a")) { event.preventDefault(); list.querySelector("a").focus(); } });
  list.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...list.querySelectorAll("a")], at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    if (at < 0) input.focus(); else if (links[at]) links[at].focus();
  });
  more.addEventListener("click", () => next(run));
  if (!input.value) input.focus({ preventScroll: true });
  start(false);
})();
