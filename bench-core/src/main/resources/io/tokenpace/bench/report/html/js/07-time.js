// What happened when.

const BANDS = [["ttft", "TTFT"], ["decode_rate", "Decode rate"], ["tpot", "Time per output token"], ["e2e", "End to end"]];

function unitOf(metric) {
  return metric === "decode_rate" ? "tokens/s" : "ms";
}

/** The middle of each step, where its values are drawn. */
function middles(timeline) {
  return timeline.start_s.map(start => start + timeline.step_s / 2);
}

function over(times, values) {
  return times.map((time, index) => [time, values && values[index] !== undefined ? values[index] : null]);
}

function isMeasured(values) {
  return Boolean(values) && values.some(value => typeof value === "number");
}

function endOf(timeline) {
  return timeline.start_s.length > 0 ? timeline.start_s[timeline.start_s.length - 1] + timeline.step_s : 1;
}

function timeAxis(look, timeline, more) {
  return axis(look, "seconds from the start", true, {
    min: 0,
    max: endOf(timeline),
    axisPointer: { show: true, label: { show: false } },
    ...more,
  });
}

/** Shades what is before and after the window, which no figure holds. */
function unmeasured(look, timeline, named) {
  const spans = [];
  timeline.measured.forEach((measured, index) => {
    const from = timeline.start_s[index];
    const last = spans[spans.length - 1];
    if (!measured && last && last[1] === from) {
      last[1] = from + timeline.step_s;
    } else if (!measured) {
      spans.push([from, from + timeline.step_s]);
    }
  });
  const fits = (from, to) => named && (to - from) / endOf(timeline) * look.width > 90;
  const name = (from, to) => (!fits(from, to) ? "" : from === timeline.start_s[0] ? "warm-up" : "not measured");
  return {
    silent: true,
    itemStyle: { color: look.shade },
    label: { color: look.quiet, fontSize: 11, position: "insideTop" },
    data: spans.map(([from, to]) => [{ xAxis: from, name: name(from, to) }, { xAxis: to }]),
  };
}

/** The area between two curves, with a hole wherever either is unknown. */
function area(name, colour, opacity, times, first, second, step) {
  const runs = [];
  let open = null;
  times.forEach((time, index) => {
    const known = typeof first[index] === "number" && typeof second[index] === "number";
    if (known && !open) {
      runs.push(open = []);
    }
    open = known ? open : null;
    if (open) {
      open.push([time, first[index], second[index]]);
    }
  });
  const shapes = runs.map(points => (points.length > 1 ? points
    : [[points[0][0] - step / 4, points[0][1], points[0][2]], [points[0][0] + step / 4, points[0][1], points[0][2]]]));
  return {
    type: "custom",
    name,
    silent: true,
    itemStyle: { color: colour, opacity },
    data: shapes.map(points => [points[0][0], points[0][1]]),
    renderItem: (params, api) => {
      const points = shapes[params.dataIndex];
      const there = points.map(point => api.coord([point[0], point[1]]));
      const back = points.map(point => api.coord([point[0], point[2]])).reverse();
      return { type: "polygon", shape: { points: [...there, ...back] }, style: { fill: colour, opacity } };
    },
  };
}

/** The percentiles of a band from the median to the tail. */
function outwards(band) {
  const distance = p => Math.abs(fractionOf(p) - 0.5);
  return Object.keys(band).sort((a, b) => distance(a) - distance(b));
}

function bandSeries(look, timeline, metric, named) {
  const colour = look[hueOf(metric)];
  const band = timeline.bands[metric];
  const [middle, far, farthest] = outwards(band);
  const times = middles(timeline);
  const series = [];
  const add = (inner, outer, opacity) => {
    if (isMeasured(band[outer])) {
      series.push(area(`${inner}–${outer}`, colour, opacity, times, band[inner], band[outer], timeline.step_s));
      series.push(curve(outer, colour, over(times, band[outer]), { lineStyle: { color: colour, width: 0.75, opacity: 0.7 } }));
    }
  };
  add(far, farthest, 0.16);
  add(middle, far, 0.34);
  series.push(curve(middle, colour, over(times, band[middle]), { markArea: unmeasured(look, timeline, named), z: 3 }));
  return series;
}

function bandLegend(look, series) {
  const shown = series.filter(one => one.type === "custom" || one.lineStyle.width > 1);
  return { ...strokes(look),
    data: [...new Set(shown.map(one => one.name))].reverse().map(name => {
      const filled = series.find(one => one.name === name).type === "custom";
      return filled ? { name, icon: "rect", itemStyle: { opacity: series.find(one => one.name === name).itemStyle.opacity } } : { name };
    }) };
}

/** What the bands do not show, and why. */
function bandWords(band) {
  const few = { p90: 10, p10: 10, p99: 100, p1: 100 };
  const gaps = outwards(band).filter(p => !isMeasured(band[p]))
    .map(p => `${p}, which takes ${few[p] || 2} answers in one step`);
  const shade = "What is shaded was not measured.";
  return gaps.length > 0 ? `Not drawn: ${gaps.join("; ")}. ${shade}` : shade;
}

function timeTip(points, timeline, units) {
  const lines = points.filter(point => point.seriesType !== "custom" && typeof point.value[1] === "number");
  if (lines.length === 0) {
    return "";
  }
  const from = Math.floor(lines[0].value[0] / timeline.step_s) * timeline.step_s;
  return tip(`second ${count(from)}${timeline.step_s > 1 ? ` to ${count(from + timeline.step_s)}` : ""}`,
    lines.map(point => [point.seriesName, `${tableFigure(point.value[1])} ${units(point.seriesName)}`]));
}

const LOADS = ["offered", "achieved", "in flight"];

/** Latency above, what the service was asked below, on one axis of time. */
function loadOption(look, run, metric) {
  const { timeline } = run;
  const shared = base(look, `${metric} over time as percentile bands, with the load beneath`);
  const bands = bandSeries(look, timeline, metric, true);
  const below = loadSeries(look, timeline);
  const unit = name => (name === "in flight" ? "requests" : LOADS.includes(name) ? "/s" : unitOf(metric));
  const grid = (top, height) => ({ left: 60, right: 18, top, height, outerBoundsMode: "none" });
  const x = (index, last) => timeAxis(look, timeline, { gridIndex: index, name: last ? "seconds from the start" : "",
    axisLabel: { show: last, color: look.quiet, formatter: axisFigure, hideOverlap: true } });
  const y = (index, name) => axis(look, name, false, { gridIndex: index, min: 0, splitNumber: index === 0 ? 5 : 2 });
  return {
    ...shared,
    legend: [bandLegend(look, bands), { ...strokes(look), top: 298, data: ["offered", "achieved"] }],
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    grid: [grid(52, 220), grid(344, 80), grid(462, 64)],
    xAxis: [x(0, false), x(1, false), x(2, true)],
    yAxis: [y(0, unitOf(metric)), y(1, "requests/s"), y(2, "in flight")],
    tooltip: { ...shared.tooltip, trigger: "axis", formatter: points => timeTip(points, timeline, unit) },
    series: [...bands, ...below],
  };
}

function loadSeries(look, timeline) {
  const times = middles(timeline);
  const at = grid => ({ xAxisIndex: grid, yAxisIndex: grid, markArea: unmeasured(look, timeline, false) });
  const ends = timeline.start_s.map(start => start + timeline.step_s);
  return [
    curve("offered", look.quiet, over(times, timeline.offered),
      { ...at(1), lineStyle: { color: look.quiet, width: 1.5, type: "dashed" } }),
    curve("achieved", look.other, over(times, timeline.achieved), { xAxisIndex: 1, yAxisIndex: 1 }),
    curve("in flight", look.other, over(ends, timeline.in_flight), { ...at(2), step: "start" }),
  ];
}

function timeTable(timeline, columns) {
  return {
    columns: ["From second", "Measured", ...columns.map(([name]) => name)],
    rows: timeline.start_s.map((start, index) =>
      [start, timeline.measured[index] ? "yes" : "no", ...columns.map(([, values]) => (values ? values[index] : null))]),
  };
}

function bandColumns(timeline, metric) {
  return Object.entries(timeline.bands[metric] || {}).map(([p, values]) => [`${metric} ${p}, ${unitOf(metric)}`, values]);
}

function latencyChart(run) {
  const { timeline } = run;
  const known = BANDS.filter(([metric]) => timeline.bands[metric] && isMeasured(timeline.bands[metric].p50));
  let metric = known.length > 0 ? known[0][0] : null;
  const words = "Latency over time as percentile bands, with offered and achieved load and requests in flight beneath";
  const note = el("span", {}, metric ? bandWords(timeline.bands[metric]) : "");
  const chart = new Chart({
    id: "latency", title: "Latency and load over time", words, height: 570, file: run.name,
    empty: metric ? null : "No answer came, so there is no latency to draw.",
    hint: note,
    controls: choice("Metric", known, picked => {
      metric = picked;
      note.textContent = bandWords(timeline.bands[metric]);
      chart.refresh();
    }),
    option: look => loadOption(look, run, metric),
    table: () => timeTable(timeline, [...bandColumns(timeline, metric), ["offered/s", timeline.offered],
      ["achieved/s", timeline.achieved], ["in flight", timeline.in_flight]]),
  });
  return chart;
}

function timeSection(run, add) {
  return section("time", "Over time", add(latencyChart(run)));
}

/** The longest gap of each answer: spread, and when it froze. */
function stallSection(run, add) {
  return section("stalls", "Stalls",
    hint("The longest gap within an answer. A freeze of two seconds disappears from every average."),
    el("div", { class: "pair" },
      add(spectrumChart(run, "stall-spectrum", "Longest gap, percentiles", ["stall"])),
      add(stallChart(run))));
}

function stallChart(run) {
  const { timeline } = run;
  const rows = columnsOf(run, "at_s", "stall_ms");
  const words = "The longest gap of each answer by the moment of its request";
  return new Chart({
    id: "stalls-time", title: "Longest gap of each answer, over time", words, file: run.name,
    empty: rows.length === 0 ? "No answer came in more than one piece." : null,
    option: look => scatterOption(look, words, {
      rows, hue: "decode", unit: "ms", x: timeAxis(look, timeline, {}), xName: "second", yName: "longest gap",
      area: unmeasured(look, timeline, true),
    }),
    table: () => ({ columns: ["Second", "Longest gap, ms"], rows }),
  });
}
