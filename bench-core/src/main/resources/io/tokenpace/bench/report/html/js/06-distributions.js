// How values are spread: percentile spectra and histograms.

/** Where a fraction stands on a spectrum: the tail that hurts lies to the right, each decade as wide as the one before. */
function tailPlace(fraction, distribution) {
  const rest = distribution.low_is_good ? 1 - fraction : fraction;
  return rest <= 0 ? distribution.count + 1 : Math.min(1 / rest, distribution.count + 1);
}

function tailLabel(place, lowIsGood) {
  return lowIsGood ? `${Number((100 - 100 / place).toFixed(6))} %` : `${Number((100 / place).toPrecision(3))} %`;
}

function spectrumPoints(distribution) {
  return distribution.spectrum.map(([p, value]) => [tailPlace(p, distribution), value, p])
    .filter(point => point[1] !== null).sort((a, b) => a[0] - b[0]);
}

/** The axis 1/(1 − p), labelled by percentiles. */
function tailAxis(look, distributions) {
  const lowIsGood = distributions[0].low_is_good;
  const most = Math.max(10, ...distributions.map(distribution => distribution.count + 1));
  const ticks = [1, 2];
  for (let place = 10; place <= most; place *= 10) {
    ticks.push(place);
  }
  return axis(look, lowIsGood ? "percentile" : "percentile, the slow tail to the right", true, {
    type: "log",
    min: 1,
    max: most,
    axisLabel: { color: look.quiet, customValues: ticks, hideOverlap: true, formatter: place => tailLabel(place, lowIsGood) },
    axisTick: { show: true, customValues: ticks, lineStyle: { color: look.line } },
    splitLine: { show: false },
  });
}

function valueRange(values) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

function spectrumOption(look, words, lines) {
  const distributions = lines.map(line => line.distribution);
  const [low, high] = valueRange(distributions.flatMap(distribution => distribution.spectrum.map(point => point[1])));
  return {
    ...base(look, words),
    legend: lines.some(line => line.colour) ? legend(look) : strokes(look),
    xAxis: tailAxis(look, distributions),
    yAxis: spanAxis(look, distributions[0].unit, false, low, high),
    series: lines.flatMap((line, index) => spectrumSeries(look, line, index)),
    tooltip: { ...base(look, words).tooltip, trigger: "axis", formatter: points => spectrumTip(points, distributions[0]) },
  };
}

function spectrumSeries(look, line, index) {
  const colour = line.colour || look[line.hue];
  const points = spectrumPoints(line.distribution);
  const spectrum = curve(line.name, colour, points.map(point => point.slice(0, 2)), {
    lineStyle: { color: colour, width: 2, type: DASHES[index % DASHES.length] },
    symbol: SYMBOLS[index % SYMBOLS.length],
    symbolSize: (value, point) => (line.colour && point.dataIndex % 12 === 4 || points.length === 1 ? 6 : 0),
  });
  return line.summary ? [spectrum, whiskers(line, colour)] : [spectrum];
}

/** The 95 % intervals of the median and of what lies towards the tail, as whiskers on the curve. */
function whiskers(line, colour) {
  const data = Object.entries(line.summary.ci95 || {})
    .filter(([p, interval]) => interval && tailPlace(fractionOf(p), line.distribution) >= 1.99)
    .map(([p, [low, high]]) => [tailPlace(fractionOf(p), line.distribution), low, high]);
  return {
    type: "custom",
    name: line.name,
    data,
    encode: { x: 0, y: [1, 2] },
    tooltip: { show: false },
    silent: true,
    renderItem: (params, api) => {
      const [x, low] = api.coord([api.value(0), api.value(1)]);
      const high = api.coord([api.value(0), api.value(2)])[1];
      const stroke = { stroke: colour, lineWidth: 1.25 };
      const bar = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: stroke });
      return { type: "group", children: [bar(x, low, x, high), bar(x - 3, low, x + 3, low), bar(x - 3, high, x + 3, high)] };
    },
  };
}

function spectrumTip(points, distribution) {
  const lines = points.filter(point => point.seriesType === "line");
  if (lines.length === 0) {
    return "";
  }
  return tip(placeLabel(lines[0].value[0], distribution),
    lines.map(point => [point.seriesName, `${figure(point.value[1])} ${distribution.unit}`]));
}

function placeLabel(place, distribution) {
  if (place >= distribution.count + 1) {
    return distribution.low_is_good ? "maximum" : "minimum";
  }
  return `p${Number((distribution.low_is_good ? 100 - 100 / place : 100 / place).toPrecision(5))}`;
}

function spectrumTable(lines) {
  return {
    columns: ["Series", "Percentile", `Value, ${lines[0].distribution.unit}`],
    rows: lines.flatMap(({ name, distribution }) => distribution.spectrum.map(([p, value]) =>
      [name, `${Number((100 * p).toPrecision(7))} %`, value])),
  };
}

function histogramOption(look, words, distribution, hue, summary) {
  const bins = distribution.histogram;
  const axisX = spanAxis(look, distribution.unit, true, bins[0][0], bins[bins.length - 1][1]);
  const shared = base(look, words);
  return {
    ...shared,
    legend: { show: false },
    grid: { ...shared.grid, top: 44 },
    xAxis: axisX,
    yAxis: axis(look, "requests or gaps", false, { minInterval: 1, name: "count" }),
    tooltip: { ...shared.tooltip, trigger: "item", formatter: point => tip(
      `${figure(point.value[0])} – ${figure(point.value[1])} ${distribution.unit}`, [["count", count(point.value[2])]]) },
    series: [{
      type: "custom",
      name: distribution.metric,
      data: bins,
      encode: { x: [0, 1], y: 2 },
      itemStyle: { color: look[hue] },
      renderItem: (params, api) => binShape(api, axisX.min || 0),
      markLine: percentileMarks(look, distribution, summary),
    }],
  };
}

function binShape(api, floor) {
  const [x, y] = api.coord([Math.max(api.value(0), floor), api.value(2)]);
  const [right, bottom] = api.coord([api.value(1), 0]);
  const gap = right - x > 4 ? 1 : 0;
  return { type: "rect", shape: { x, y, width: Math.max(0.5, right - x - gap), height: bottom - y }, style: { fill: api.visual("color") } };
}

function percentileMarks(look, distribution, summary) {
  const names = distribution.low_is_good ? ["p50", "p95", "p99"] : ["p50", "p10", "p1"];
  const data = names.filter(p => summary && typeof summary[p] === "number")
    .map((p, index) => ({ xAxis: summary[p], name: p, label: { distance: 4 + 12 * index } }));
  return {
    silent: true,
    symbol: "none",
    lineStyle: { color: look.ink, type: "dashed", width: 1 },
    label: { formatter: mark => mark.name, color: look.ink, fontSize: 11, position: "end" },
    data,
  };
}

function histogramTable(distribution) {
  return { columns: [`From, ${distribution.unit}`, `To, ${distribution.unit}`, "Count"], rows: distribution.histogram };
}

function distributionOf(run, metric) {
  return run.distributions.find(distribution => distribution.metric === metric);
}

function lineOf(run, metric, hue) {
  const distribution = distributionOf(run, metric);
  return distribution && distribution.spectrum.length > 0
    ? { name: metric, distribution, hue: hue || hueOf(metric), summary: run.result.metrics[metric] } : null;
}

/** A spectrum of one metric, and of a second one beside it where that is there. */
function spectrumChart(run, id, title, metrics, hues) {
  const lines = metrics.map((metric, index) => lineOf(run, metric, hues && hues[index])).filter(line => line !== null);
  const words = `${title}: the value of each percentile, with the tail drawn wide`;
  return new Chart({
    id, title, words, file: run.name,
    empty: lines.length === 0 ? `No request gave a value of ${metrics[0]}.` : null,
    hint: "Whiskers are 95 % intervals; the curve ends at the worst value.",
    option: look => spectrumOption(look, words, lines),
    table: () => spectrumTable(lines),
  });
}

function histogramChart(run, id, title, metric) {
  const distribution = distributionOf(run, metric);
  const words = `${title}: how many values fell into each range`;
  return new Chart({
    id, title, words, file: run.name,
    empty: !distribution || distribution.histogram.length === 0 ? `No request gave a value of ${metric}.` : null,
    option: look => histogramOption(look, words, distribution, hueOf(metric), run.result.metrics[metric]),
    table: () => histogramTable(distribution),
  });
}

/** Spectrum and histogram of whichever other metric is picked. */
function pickedCharts(run) {
  const others = run.distributions.map(distribution => distribution.metric)
    .filter(metric => !["ttft", "decode_rate"].includes(metric));
  if (others.length === 0) {
    return { controls: null, charts: [] };
  }
  let metric = others.includes("e2e") ? "e2e" : others[0];
  const line = () => lineOf(run, metric);
  const charts = [
    new Chart({
      id: "picked-spectrum", title: "Spectrum of the metric picked", file: run.name,
      words: "The value of each percentile of the metric picked",
      option: look => spectrumOption(look, `Percentiles of ${metric}`, [line()]),
      table: () => spectrumTable([line()]),
    }),
    new Chart({
      id: "picked-histogram", title: "Histogram of the metric picked", file: run.name,
      words: "How many values of the metric picked fell into each range",
      option: look => histogramOption(look, `Histogram of ${metric}`, line().distribution, hueOf(metric), line().summary),
      table: () => histogramTable(line().distribution),
    }),
  ];
  const ordered = [metric, ...others.filter(other => other !== metric)].map(name => [name, name]);
  const controls = choice("Other metric", ordered, picked => {
    metric = picked;
    charts.forEach(chart => chart.refresh());
  });
  return { controls, charts };
}

function distributionSection(run, add) {
  const phase = (title, hue, ...charts) =>
    el("div", { class: `phase ${hue}` }, el("p", { class: "phase-name" }, title), charts.map(add));
  const { controls, charts } = pickedCharts(run);
  return section("distributions", "Prefill and decode",
    el("div", { class: "pair" },
      phase("Prefill", "ttft",
        spectrumChart(run, "ttft-spectrum", "Time to first token, percentiles", ["ttft", "ttft_service"], ["ttft", "other"]),
        histogramChart(run, "ttft-histogram", "Time to first token, histogram", "ttft")),
      phase("Decode", "decode",
        spectrumChart(run, "decode-spectrum", "Decode rate, percentiles", ["decode_rate"]),
        histogramChart(run, "decode-histogram", "Decode rate, histogram", "decode_rate"))),
    controls,
    el("div", { class: "pair" }, charts.map(add)),
    metricTable(run.result));
}

const COLUMNS = ["p1", "p5", "p10", "p50", "p90", "p95", "p99", "p99.9", "p99.99"];

function metricTable(result) {
  const metrics = Object.entries(result.metrics);
  if (metrics.length === 0) {
    return null;
  }
  const marked = (metric, p) => (typeof metric[p] !== "number" ? null
    : el("span", { class: "number" },
    tilde(metric, p), datum(metric[p], metric.unit === "tokens" ? count(metric[p]) : figure(metric[p]))));
  const rows = metrics.map(([name, metric]) => [`${name}, ${metric.unit}`, metric.count, metric.mean, metric.min,
    ...COLUMNS.map(p => marked(metric, p)), metric.max]);
  return [el("h3", {}, "All figures"),
    hint("~ marks a percentile with too few values for an interval around it."),
    table("All figures", ["Metric", "Count", "Mean", "Min", ...COLUMNS, "Max"], rows),
    result.totals.failed > 0 ? withFailures(metrics) : null];
}

function withFailures(metrics) {
  const rows = metrics.filter(([, metric]) => metric.with_failures)
    .map(([name, metric]) => [`${name}, ${metric.unit}`, ...COLUMNS.map(p => metric.with_failures[p])]);
  return [el("h3", {}, "With every failure counted as the worst there is"),
    table("Percentiles with failures", ["Metric", ...COLUMNS], rows)];
}
