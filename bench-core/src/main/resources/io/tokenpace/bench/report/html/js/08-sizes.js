// What sizes cost: scatters over tokens, and the grid.

/** Rows of two columns of the points, without those that lack either. */
function columnsOf(run, first, second) {
  const { columns, rows } = run.points;
  const [a, b] = [columns.indexOf(first), columns.indexOf(second)];
  return rows.map(row => [row[a], row[b]]).filter(row => typeof row[0] === "number" && typeof row[1] === "number");
}

/** Prompt tokens that had to be computed, and what the first token took. */
function prefillRows(run) {
  const { columns, rows } = run.points;
  const [prompt, cached, ttft] = ["prompt_tokens", "cached_tokens", "ttft_ms"].map(name => columns.indexOf(name));
  return rows.filter(row => typeof row[prompt] === "number" && typeof row[ttft] === "number")
    .map(row => [row[prompt] - (row[cached] || 0), row[ttft]]);
}

/** A cloud of requests; with a line through it where there is one. */
function scatterOption(look, words, form) {
  const shared = base(look, words);
  const colour = look[form.hue];
  return {
    ...shared,
    legend: form.line ? { ...shared.legend, data: ["requests", { name: form.line.name, itemStyle: { opacity: 0 } }] } : { show: false },
    xAxis: form.x,
    yAxis: axis(look, form.unit, false, { min: 0, boundaryGap: [0, "10%"] }),
    tooltip: { ...shared.tooltip, trigger: "item", formatter: point => tip(`${form.xName} ${count(point.value[0])}`,
      [[form.yName, `${figure(point.value[1])} ${form.unit}`]]) },
    series: [{
      type: "scatter",
      name: "requests",
      data: form.rows,
      symbolSize: 5,
      itemStyle: { color: colour, opacity: form.rows.length > 300 ? 0.35 : 0.7 },
      emphasis: { disabled: true },
      markArea: form.area,
    }, ...(form.line ? [curve(form.line.name, look.ink, form.line.data,
      { lineStyle: { color: look.ink, width: 1.5, type: "dashed" }, tooltip: { show: false }, z: 4 })] : [])],
  };
}

function shownWords(points) {
  return points.shown < points.of ? `An even sample: ${count(points.shown)} of ${count(points.of)} requests.` : null;
}

function fitLine(run, rows) {
  if (!run.fit || rows.length === 0) {
    return null;
  }
  const [low, high] = valueRange(rows.map(row => row[0]));
  const at = tokens => [tokens, run.fit.intercept_ms + run.fit.ms_per_1k * tokens / 1000];
  return { name: `fit: ${figure(run.fit.ms_per_1k)} ms per 1,000`, data: [at(low), at(high)] };
}

function prefillChart(run) {
  const rows = prefillRows(run);
  const line = fitLine(run, rows);
  const words = "Time to first token against uncached prompt tokens, one point a request, with the fitted line";
  const hints = [shownWords(run.points), line ? "The line is fitted to the service's share of the time (ttft_service)." : null];
  return new Chart({
    id: "prefill", title: "Time to first token by prompt size", words, height: 320, file: run.name,
    empty: rows.length === 0 ? "No request with a first token, so nothing to set against its prompt." : null,
    hint: hints.filter(hint => hint).join(" "),
    option: look => scatterOption(look, words, {
      rows, line, hue: "ttft", unit: "ms", xName: "uncached prompt tokens", yName: "ttft",
      x: axis(look, "uncached prompt tokens", true, { min: 0 }),
    }),
    table: () => ({ columns: ["Uncached prompt tokens", "TTFT, ms"], rows }),
  });
}

function decodeChart(run) {
  const rows = columnsOf(run, "output_tokens", "decode_rate");
  const words = "Decode rate against output tokens, one point a request";
  return new Chart({
    id: "decode-length", title: "Decode rate by output length", words, height: 320, file: run.name,
    empty: rows.length === 0 ? "No answer was long enough for a decode rate." : null,
    hint: shownWords(run.points),
    option: look => scatterOption(look, words, {
      rows, hue: "decode", unit: "tokens/s", xName: "output tokens", yName: "decode rate",
      x: axis(look, "output tokens", true, { min: 0 }),
    }),
    table: () => ({ columns: ["Output tokens", "Decode rate, tokens/s"], rows }),
  });
}

/** The figures of a grid that can be looked at: metric and percentile. */
function gridFigures(grid) {
  return Object.entries(grid.values).flatMap(([metric, percentiles]) =>
    Object.keys(percentiles).map(p => [`${metric} ${p}`, `${metric} ${p}, ${unitOf(metric)}`]));
}

/** A size of the grid; where it was not listed there is one row or column for all. */
function sizeLabel(size) {
  return size === null ? "any" : count(size);
}

function gridValues(grid, picked) {
  const [metric, p] = picked.split(" ");
  return grid.values[metric][p].flatMap((row, y) => row.map((value, x) => [x, y, value]));
}

/** A heat map: darker is more, and the numbers stand in the cells where they fit. */
function gridOption(look, grid, picked) {
  const metric = picked.split(" ")[0];
  const values = gridValues(grid, picked).filter(point => typeof point[2] === "number");
  const [low, high] = values.length > 0 ? valueRange(values.map(point => point[2])) : [0, 1];
  const shared = base(look, `${picked} for each prompt size and limit of output`);
  const sizes = (name, isX, data) => axis(look, name, isX, { type: "category", data: data.map(sizeLabel), splitLine: { show: false },
    axisLabel: { color: look.quiet, hideOverlap: true } });
  const fits = look.width / Math.max(1, grid.max_tokens.length) > 64;
  return {
    ...shared,
    legend: { show: false },
    grid: { ...shared.grid, top: 28, bottom: 84 },
    xAxis: sizes("max_tokens", true, grid.max_tokens),
    yAxis: sizes("prompt tokens", false, grid.prompt_tokens),
    visualMap: {
      min: low, max: high > low ? high : low + 1, dimension: 2, orient: "horizontal", left: 0, bottom: 0, calculable: false,
      itemHeight: 120, itemWidth: 10, text: [`${figure(high)} ${unitOf(metric)}`, figure(low)], precision: 3,
      textStyle: { color: look.quiet }, inRange: { color: [look.shade, look[hueOf(metric)]] },
    },
    tooltip: { ...shared.tooltip, trigger: "item", formatter: point => tip(
      `${sizeLabel(grid.prompt_tokens[point.value[1]])} prompt tokens, max_tokens ${sizeLabel(grid.max_tokens[point.value[0]])}`,
      [[picked, `${figure(point.value[2])} ${unitOf(metric)}`]]) },
    series: [{
      type: "heatmap", name: picked, data: values, emphasis: { disabled: true },
      itemStyle: { borderColor: look.paper, borderWidth: 2 },
      label: { show: fits, formatter: point => figure(point.value[2]), color: look.ink, fontSize: 13,
        backgroundColor: look.paper, padding: [3, 6], borderRadius: 3 },
    }],
  };
}

function gridChart(run) {
  const { grid } = run;
  const figures = gridFigures(grid);
  let picked = figures[0][0];
  const chart = new Chart({
    id: "grid-map", title: "The grid as a heat map", words: "One figure for each prompt size and limit of output", file: run.name,
    height: Math.min(640, 160 + 48 * grid.prompt_tokens.length),
    controls: choice("Figure", figures, value => {
      picked = value;
      chart.refresh();
    }),
    option: look => gridOption(look, grid, picked),
    table: () => ({ columns: ["Prompt tokens", ...grid.max_tokens.map(size => `max_tokens ${sizeLabel(size)}`)],
      rows: grid.prompt_tokens.map((size, y) => [size, ...grid.values[picked.split(" ")[0]][picked.split(" ")[1]][y]]) }),
  });
  return chart;
}

/** Every figure of every cell. */
function gridTable(grid) {
  const figures = gridFigures(grid);
  const value = (name, y, x) => grid.values[name.split(" ")[0]][name.split(" ")[1]][y][x];
  const rows = grid.prompt_tokens.flatMap((prompt, y) => grid.max_tokens.map((limit, x) =>
    [prompt === null ? "any" : prompt, limit === null ? "any" : limit, ...figures.map(([name]) => value(name, y, x))]));
  return table("Figures of every cell", ["Prompt tokens", "max_tokens", ...figures.map(([, label]) => label)], rows);
}

function sizeSection(run, add) {
  return section("sizes", "By size",
    el("div", { class: "pair" }, add(prefillChart(run)), add(decodeChart(run))),
    run.grid && gridFigures(run.grid).length > 0 ? [add(gridChart(run)), gridTable(run.grid)] : null);
}
