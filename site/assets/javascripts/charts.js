/* Draws the charts with ECharts. Their numbers stand in the table below each, and in words in its label. */
(function () {
  "use strict";
  const SHAPES = { exact: "circle", about: "emptyCircle", over: "triangle", under: "arrow", upto: "arrow" };
  function style(name) { return getComputedStyle(document.body).getPropertyValue(name).trim(); }
  function basics(data) {
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 24, top: 48, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      tooltip: { trigger: "item", confine: true, formatter: (point) => escape(`${point.data.name || point.name}　${point.data.text || ""}`) },
    };
  }
  function escape(text) { return text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]); }
  function axis(extra) {
    const quiet = style("--pf-quiet"), line = style("--pf-line");
    return { axisLabel: { color: quiet }, nameTextStyle: { color: quiet }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } }, ...extra };
  }
  /* The first place stands at the top: a rank that gets better climbs. */
  function heights(data) {
    return axis({ type: "value", name: data.unit, nameLocation: "end", ...(data.rank ? { inverse: true, min: 1, nameLocation: "start", minInterval: 1 } : {}) });
  }
  function times(names) { return axis({ type: "category", data: names, axisTick: { show: false }, position: "bottom", axisLine: { onZero: false, lineStyle: { color: style("--pf-line") } } }); }
  /* Points in the order of time; what is planned or forecast is a series of its own, dashed and hollow. */
  function lines(data) {
    const names = [...new Set(data.points.map((point) => point.x))];
    const colour = style("--pf-bar"), statuses = Object.keys(data.words).filter((status) => data.points.some((point) => point.status === status));
    const ink = style("--md-default-fg-color") || "#222";
    const series = statuses.map((status) => ({
      name: data.words[status], type: "line", symbolSize: 9, color: colour,
      lineStyle: { width: 2, type: status === "actual" ? "solid" : "dashed" },
      itemStyle: status === "actual" ? {} : { opacity: .65 },
      label: { show: true, position: "top", color: ink, formatter: (point) => point.data.text },
      data: data.points.filter((point) => point.status === status).map((point) => ({
        value: [names.indexOf(point.x), point.y], name: point.x, text: point.text,
        symbol: status === "actual" ? SHAPES[point.qualifier] : "emptyDiamond", symbolRotate: point.qualifier === "under" || point.qualifier === "upto" ? 180 : 0,
      })),
    }));
    const spans = data.points.filter((point) => point.low !== null && point.high !== null && point.low !== point.high);
    if (spans.length) series.push({
      type: "custom", silent: true, tooltip: { show: false }, color: colour,
      data: spans.map((point) => [names.indexOf(point.x), point.low, point.high]), encode: { x: 0, y: [1, 2] },
      renderItem: (_, api) => {
        const low = api.coord([api.value(0), api.value(1)]), high = api.coord([api.value(0), api.value(2)]);
        const stroke = { stroke: colour, lineWidth: 1.5 };
        const bar = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: stroke });
        return { type: "group", children: [bar(low[0], low[1], high[0], high[1]), bar(low[0] - 5, low[1], low[0] + 5, low[1]), bar(high[0] - 5, high[1], high[0] + 5, high[1])] };
      },
    });
    return {
      ...basics(data), series,
      legend: statuses.length > 1 ? { left: 70, top: 0, textStyle: { color: ink } } : undefined,
      xAxis: times(names),
      yAxis: heights(data),
    };
  }
  function bars(data) {
    const points = [...data.points].reverse(), ink = style("--md-default-fg-color") || "#222";
    return {
      ...basics(data),
      grid: { left: 8, right: 84, top: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: axis({ type: "value", name: data.unit, splitNumber: 3 }),
      yAxis: axis({ type: "category", data: points.map((point) => point.x), axisTick: { show: false } }),
      series: [{
        type: "bar", color: style("--pf-bar"), barMaxWidth: 18, label: { show: true, position: "right", color: ink, formatter: (point) => point.data.text },
        data: points.map((point) => ({ value: point.y, name: point.x, text: point.text })),
      }],
    };
  }
  /* One line a park, told apart by colour and by shape; what is planned or forecast is hollow and joined by no line. */
  function parks(data) {
    const ink = style("--md-default-fg-color") || "#222";
    const shapes = ["circle", "rect", "triangle", "diamond", "roundRect", "arrow"];
    const series = data.lines.flatMap((line, place) => {
      const colour = style(`--pf-line-${place + 1}`), shape = shapes[place];
      const put = (points) => points.map((point) => ({
        value: [data.years.indexOf(point.x), point.y], name: `${line.name}　${point.period}`,
        text: point.text + (point.status === "actual" ? "" : `（${data.words[point.status]}）`),
      }));
      const common = { name: line.name, color: colour, symbolSize: 9, labelLayout: { hideOverlap: true }, label: { show: true, position: "top", color: ink, formatter: (point) => point.data.text } };
      const actual = line.points.filter((point) => point.status === "actual"), other = line.points.filter((point) => point.status !== "actual");
      return [
        { ...common, type: "line", symbol: shape, lineStyle: { width: 2 }, data: put(actual) },
        ...(other.length ? [{ ...common, type: "scatter", symbol: shape, itemStyle: { color: "transparent", borderColor: colour, borderWidth: 1.5 }, data: put(other) }] : []),
      ];
    });
    return {
      ...basics(data), series,
      grid: { left: 8, right: 24, top: data.lines.length > 1 ? 72 : 48, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      legend: data.lines.length > 1 ? { type: "scroll", left: 8, top: 0, textStyle: { color: ink }, data: data.lines.map((line) => line.name) } : undefined,
      xAxis: times(data.years),
      yAxis: heights(data),
    };
  }
  const KINDS = { bars, parks };
  window.pfDraw = function (places) {
    const drawn = places.map((place) => {
      const data = JSON.parse(place.dataset.chart);
      if (data.kind === "bars") place.style.height = `${4 + data.points.length * 1.4}rem`;
      place.style.display = "block";
      const chart = window.echarts.init(place, null, { renderer: "svg" });
      /* With a view box the drawing shrinks with the paper. */
      chart.on("finished", () => {
        const drawing = place.querySelector("svg");
        if (drawing) drawing.setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
      });
      const draw = () => chart.setOption((KINDS[data.kind] || lines)(data), true);
      draw();
      return { chart, draw };
    });
    window.addEventListener("resize", () => drawn.forEach((one) => one.chart.resize()));
    new MutationObserver(() => drawn.forEach((one) => one.draw())).observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
  };
})();
