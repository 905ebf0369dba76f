// What a reader wants first: may the figures be believed, and what are they.

function verdictSection(run) {
  const { verdict, totals, manifest, state } = run.result;
  const valid = verdict.status === "VALID";
  const reasons = verdict.reasons.map(reason => el("li", {}, el("b", {}, reason.rule), ": ", reason.text));
  const notes = [...verdict.notes, ...(run.notes || [])].map(note => el("li", {}, note));
  return section("verdict", "Verdict",
    el("div", { class: `banner ${valid ? "valid" : "invalid"}`, role: "note" },
      el("p", { class: "status" }, el("span", { "aria-hidden": "true" }, valid ? "✓ " : "✕ "), verdict.status,
        valid ? null : el("span", { class: "aside" }, " – these figures must not be relied on")),
      reasons.length > 0 ? el("ul", { class: "reasons" }, reasons) : null,
      el("p", { class: "outcome" }, outcome(totals), stateWords(state)),
      el("p", { class: "subject" }, `${manifest.target}, model ${manifest.model}, ${manifest.api}`)),
    notes.length > 0 ? [el("h3", {}, "Notes"), el("ul", { class: "notes" }, notes)] : null);
}

function outcome(totals) {
  if (totals.planned === 0) {
    return "No request was sent.";
  }
  const rest = ["failed", "dropped", "incomplete"].filter(name => totals[name] > 0)
    .map(name => `, ${count(totals[name])} ${name}`).join("");
  return `${count(totals.succeeded)} of ${count(totals.planned)} requests succeeded${rest}.`;
}

function stateWords(state) {
  const words = {
    interrupted: " The run was interrupted: this is what it had measured by then.",
    recovered: " The run broke off: this was recovered from what it had written by then.",
    running: " The run was still going on, or broke off, when this page was written.",
  };
  return words[state] || null;
}

function headlineSection(run) {
  return section("headline", "Headline", el("div", { class: "tiles" }, tiles(run.result)),
    hint("Below a figure stands its 95 % interval, where there are values enough for one; ~ marks a figure without."), sloTable(run.result));
}

function tiles(result) {
  const mix = result.cells.length > 1 ? "mix of all sizes" : null;
  return [
    slopeTile(result),
    metricTile(result, "ttft", "TTFT", ["p50", "p95", "p99"], mix),
    throughputTile(result),
    metricTile(result, "tpot", "Time per output token", ["p50"], mix),
    metricTile(result, "decode_rate", "Decode rate", ["p50", "p10"], mix),
    errorTile(result.totals),
  ];
}

function tile(title, hue, rows, aside) {
  return el("div", { class: `tile ${hue}` }, el("h3", {}, title), aside ? el("p", { class: "aside" }, aside) : null,
    rows.length > 0 ? el("dl", {}, rows) : null);
}

/** One figure of a tile, with its interval below it; `id` names it for programs. */
function tileRow(id, label, value, unit, more) {
  const { mark = "", interval, text } = more || {};
  const known = typeof value === "number";
  return el("div", {}, el("dt", {}, label),
    el("dd", {}, mark, known ? el("data", { value, "data-figure": id }, text || figure(value)) : MISSING,
      known && unit ? el("span", { class: "unit" }, ` ${unit}`) : null,
      interval ? el("span", { class: "interval" }, el("span", { class: "unseen" }, "95 % interval "),
        `${figure(interval[0])} – ${figure(interval[1])}`) : null));
}

function slopeTile(result) {
  const fit = result.fits.prefill_ms_per_1k;
  if (!fit) {
    return tile("Prefill slope", "ttft", [], "Not fitted: that takes prompts of several sizes.");
  }
  return tile("Prefill slope", "ttft",
    [tileRow("prefill_ms_per_1k", "fit", fit.value, "ms", { interval: fit.ci95 })], "per 1,000 uncached prompt tokens");
}

function metricTile(result, name, title, percentiles, aside) {
  const metric = result.metrics[name];
  if (!metric) {
    return tile(title, hueOf(name), [], "Not measured.");
  }
  const rows = percentiles.map(p => tileRow(`${name}.${p}`, p, metric[p], metric.unit, {
    mark: tilde(metric, p),
    interval: metric.ci95 && metric.ci95[p],
  }));
  return tile(title, hueOf(name), rows, aside);
}

function throughputTile(result) {
  const rates = result.throughput;
  const interval = name => ({ interval: rates.ci95 && rates.ci95[name] });
  const rows = [
    tileRow("output_tokens_per_s", "output tokens/s", rates.output_tokens_per_s, "", interval("output_tokens_per_s")),
    tileRow("requests_per_s", "requests/s", rates.requests_per_s, "", interval("requests_per_s")),
  ];
  if (typeof rates.goodput_per_s === "number") {
    rows.push(tileRow("goodput_per_s", "goodput/s", rates.goodput_per_s, "", interval("goodput_per_s")));
  }
  return tile("Throughput", "other", rows, `over ${figure(result.client.window_s)} s`);
}

function errorTile(totals) {
  const share = totals.planned > 0 ? `= ${percent(totals.failed / totals.planned)}` : "";
  const rows = [tileRow("failed", "failed", totals.failed, share, { text: count(totals.failed) })];
  for (const name of ["dropped", "incomplete"]) {
    if (totals[name] > 0) {
      rows.push(tileRow(name, name, totals[name], "", { text: count(totals[name]) }));
    }
  }
  return tile("Errors", totals.failed > 0 ? "bad" : "other", rows, `of ${count(totals.planned)} requests`);
}

function sloTable(result) {
  if (result.slos.length === 0) {
    return null;
  }
  const marks = { HELD: "✓ held", MISSED: "✕ missed", UNDECIDED: "? undecided: too few values" };
  return [el("h3", {}, "Objectives"), table("Objectives", ["Objective", "Observed", "Status"],
    result.slos.map(slo => [slo.expression, slo.value, el("span", { class: `slo ${slo.status}` }, marks[slo.status] || slo.status)]))];
}
