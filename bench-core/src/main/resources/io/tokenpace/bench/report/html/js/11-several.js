// Several runs beside each other.

/** The load of a run, in words and as a number to order it by. */
function loadOf(run) {
  const { options } = run.result.manifest;
  const given = name => options[name] && options[name] !== "null";
  if (given("rate")) {
    return { text: `${options.rate}/s`, size: parseFloat(options.rate) };
  }
  if (given("stages")) {
    return { text: options.stages, size: NaN };
  }
  return given("concurrency") ? { text: `c ${options.concurrency}`, size: parseFloat(options.concurrency) } : { text: run.name, size: NaN };
}

function ofMetric(run, metric, p) {
  const found = run.result.metrics[metric];
  return found && typeof found[p] === "number" ? found[p] : null;
}

function severalSections(runs, add) {
  return [
    section("runs", "Runs", runTable(runs)),
    section("curve", "Latency and throughput", add(curveChart(runs))),
    section("overlays", "Overlays",
      el("div", { class: "pair" },
        add(overlaySpectrum(runs, "overlay-ttft", "Time to first token, percentiles", "ttft")),
        add(overlaySpectrum(runs, "overlay-decode", "Decode rate, percentiles", "decode_rate"))),
      add(overlayTime(runs))),
  ];
}

function runTable(runs) {
  const rows = runs.map(run => {
    const { result } = run;
    const valid = result.verdict.status === "VALID";
    return [run.name, el("span", { class: valid ? "slo HELD" : "slo MISSED" }, `${valid ? "✓" : "✕"} ${result.verdict.status}`),
      loadOf(run).text, result.totals.succeeded, result.totals.failed,
      ofMetric(run, "ttft", "p50"), ofMetric(run, "ttft", "p95"), ofMetric(run, "ttft", "p99"),
      ofMetric(run, "tpot", "p50"), ofMetric(run, "decode_rate", "p50"), ofMetric(run, "decode_rate", "p10"),
      result.fits.prefill_ms_per_1k ? result.fits.prefill_ms_per_1k.value : null,
      numberOrNull(result.throughput.output_tokens_per_s), numberOrNull(result.throughput.requests_per_s)];
  });
  return table("Runs", ["Run", "Verdict", "Load", "Succeeded", "Failed", "TTFT p50, ms", "p95", "p99", "TPOT p50, ms",
    "Decode p50, tokens/s", "p10", "Prefill, ms/1k", "Output tokens/s", "Requests/s"], rows);
}

function numberOrNull(value) {
  return typeof value === "number" ? value : null;
}

/** Colour and dash of a run: told apart without either alone. */
function runLines(look, runs, metric) {
  return runs.map((run, index) => ({ ...lineOf(run, metric), name: run.name, summary: null, colour: look.series[index % look.series.length] }))
    .filter(line => line.distribution);
}

function overlaySpectrum(runs, id, title, metric) {
  const known = runs.filter(run => lineOf(run, metric));
  const words = `${title}, one curve a run`;
  const plain = { series: [] };
  return new Chart({
    id, title, words, file: "runs",
    empty: known.length === 0 ? `No run has a value of ${metric}.` : null,
    option: look => spectrumOption(look, words, runLines(look, known, metric)),
    table: () => spectrumTable(runLines(plain, known, metric)),
  });
}

const OVERLAYS = [
  ["ttft p50", "TTFT p50", run => run.timeline.bands.ttft && run.timeline.bands.ttft.p50, "ms"],
  ["ttft p90", "TTFT p90", run => run.timeline.bands.ttft && run.timeline.bands.ttft.p90, "ms"],
  ["decode p50", "Decode rate p50", run => run.timeline.bands.decode_rate && run.timeline.bands.decode_rate.p50, "tokens/s"],
  ["achieved", "Achieved", run => run.timeline.achieved, "/s"],
  ["in flight", "In flight", run => run.timeline.in_flight, "requests"],
  ["events", "Content events", run => run.timeline.content_events, "/s"],
  ["failed", "Failed", run => run.timeline.failed, "/s"],
];

function overlayTime(runs) {
  const known = OVERLAYS.filter(overlay => runs.some(run => isMeasured(overlay[2](run))));
  let picked = known[0];
  const chart = new Chart({
    id: "overlay-time", title: "Over time", words: "One figure of every run over time", height: 320, file: "runs",
    empty: known.length === 0 ? "No run lasted long enough to have a course." : null,
    controls: choice("Figure", known.map(([id, label]) => [id, label]), value => {
      picked = known.find(([id]) => id === value);
      chart.refresh();
    }),
    option: look => overlayOption(look, runs, picked),
    table: () => ({
      columns: ["Run", "From second", `${picked[1]}, ${picked[3]}`],
      rows: runs.flatMap(run => run.timeline.start_s.map((start, index) => [run.name, start, (picked[2](run) || [])[index]])),
    }),
  });
  return chart;
}

function overlayOption(look, runs, [, label, values, unit]) {
  const shared = base(look, `${label} of every run over time`);
  const longest = Math.max(...runs.map(run => endOf(run.timeline)));
  const step = Math.max(...runs.map(run => run.timeline.step_s));
  return {
    ...shared,
    xAxis: axis(look, "seconds from the start", true, { min: 0, max: longest }),
    yAxis: axis(look, unit, false, { min: 0 }),
    tooltip: { ...shared.tooltip, trigger: "axis", formatter: points => timeTip(points, { step_s: step }, () => unit) },
    series: runs.map((run, index) => {
      const colour = look.series[index % look.series.length];
      return curve(run.name, colour, over(middles(run.timeline), values(run)),
        { lineStyle: { color: colour, width: 1.75, type: DASHES[index % DASHES.length] } });
    }),
  };
}

const THROUGHPUTS = [["output_tokens_per_s", "output tokens/s"], ["requests_per_s", "requests/s"]];

/** What throughput costs in latency, a point a run, in the order of their loads. */
function curveChart(runs) {
  const known = runs.filter(run => typeof run.result.throughput.requests_per_s === "number" && ofMetric(run, "ttft", "p50") !== null);
  const ordered = [...known].sort((a, b) => loadOf(a).size - loadOf(b).size || 0);
  let [rate] = THROUGHPUTS[0];
  const chart = new Chart({
    id: "latency-throughput", title: "Time to first token by throughput", height: 360, file: "runs",
    words: "TTFT p50 and p95 against throughput, one point a run, joined in the order of their loads",
    empty: known.length === 0 ? "No run has both a throughput and a time to first token." : null,
    controls: choice("Throughput", THROUGHPUTS, value => {
      rate = value;
      chart.refresh();
    }),
    option: look => curveOption(look, ordered, rate),
    table: () => ({
      columns: ["Run", "Load", "Output tokens/s", "Requests/s", "TTFT p50, ms", "TTFT p95, ms"],
      rows: ordered.map(run => [run.name, loadOf(run).text, numberOrNull(run.result.throughput.output_tokens_per_s),
        run.result.throughput.requests_per_s, ofMetric(run, "ttft", "p50"), ofMetric(run, "ttft", "p95")]),
    }),
  });
  return chart;
}

function curveOption(look, runs, rate) {
  const shared = base(look, "TTFT against throughput");
  const line = (p, type, symbol) => ({
    type: "line", name: `ttft ${p}`, symbol, symbolSize: 8, showAllSymbol: true,
    data: runs.map(run => ({ value: [run.result.throughput[rate], ofMetric(run, "ttft", p)], name: loadOf(run).text })),
    lineStyle: { color: look.ttft, width: 2, type },
    itemStyle: { color: look.ttft },
    label: { show: true, position: "top", color: look.ink, formatter: point => point.name },
    labelLayout: { hideOverlap: true },
    emphasis: { disabled: true },
  });
  return {
    ...shared,
    xAxis: axis(look, THROUGHPUTS.find(([name]) => name === rate)[1], true, { scale: true, boundaryGap: ["5%", "5%"] }),
    yAxis: axis(look, "ms", false, { min: 0 }),
    tooltip: { ...shared.tooltip, trigger: "item", formatter: point => tip(`${point.seriesName} at ${point.name}`,
      [["ttft", `${figure(point.value[1])} ms`], ["throughput", figure(point.value[0])]]) },
    series: [line("p50", "solid", "circle"), line("p95", "dashed", "triangle")],
  };
}
