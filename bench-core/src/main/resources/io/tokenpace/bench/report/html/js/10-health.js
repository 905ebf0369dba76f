// How the tool itself fared, and what it takes to run it again.

function healthSection(run, add) {
  const { client } = run.result;
  const tails = [["send lag", client.send_lag], ["loop lag", client.loop_lag], ["a mere sleeper (hiccup)", client.hiccup],
    ...(client.mock ? [["the mock's lateness", client.mock.lateness]] : [])].filter(([, tail]) => tail);
  return section("health", "The tool's own health",
    el("p", { class: "accuracy" }, accuracyWords(client.calibration)),
    add(healthChart(run)),
    table("Lateness of the tool, ms", ["Lateness, ms", "Count", "p50", "p90", "p99", "Max"],
      tails.map(([name, tail]) => [name, tail.count, tail.p50, tail.p90, tail.p99, tail.max])),
    healthFacts(client));
}

function accuracyWords(quote) {
  if (!quote) {
    return "Accuracy: unknown at this load. “bench calibrate” measures this tool's own error on a machine.";
  }
  return `Accuracy: ttft off by ${figure(quote.ttft_error_p50_us)} µs p50 and ${figure(quote.ttft_error_p90_us)} µs p90, `
    + `gaps by ${figure(quote.gap_error_p50_us)} µs and ${figure(quote.gap_error_p90_us)} µs, `
    + `calibrated at ${count(quote.streams)} streams on ${quote.measured_utc.slice(0, 10)}.`;
}

function healthChart(run) {
  const { timeline } = run;
  const words = "The longest lag of the event loops and of a thread that only sleeps, in each step";
  const known = isMeasured(timeline.loop_lag_max_ms) || isMeasured(timeline.hiccup_max_ms);
  return new Chart({
    id: "health-time", title: "Longest lag over time", words, height: 240, file: run.name,
    empty: known ? null : "Nothing was measured of the tool over time.",
    hint: "Where the sleeper is as late as the loops, the machine is to blame and not the tool.",
    option: look => healthOption(look, words, timeline),
    table: () => timeTable(timeline, [["loop lag, ms", timeline.loop_lag_max_ms], ["hiccup, ms", timeline.hiccup_max_ms]]),
  });
}

function healthOption(look, words, timeline) {
  const shared = base(look, words);
  const times = middles(timeline);
  return {
    ...shared,
    legend: strokes(look),
    xAxis: timeAxis(look, timeline, {}),
    yAxis: axis(look, "ms", false, { min: 0 }),
    tooltip: { ...shared.tooltip, trigger: "axis", formatter: points => timeTip(points, timeline, () => "ms") },
    series: [
      curve("loop lag", look.other, over(times, timeline.loop_lag_max_ms), { markArea: unmeasured(look, timeline, true) }),
      curve("hiccup", look.quiet, over(times, timeline.hiccup_max_ms), { lineStyle: { color: look.quiet, width: 1.5, type: "dashed" } }),
    ],
  };
}

function healthFacts(client) {
  const machine = client.machine || {};
  const files = machine.most_open_files > 0 ? `${count(machine.open_files)} of ${count(machine.most_open_files)}` : null;
  const share = value => (typeof value === "number" ? percent(value) : null);
  const unit = (value, name) => (typeof value === "number" ? `${figure(value)} ${name}` : null);
  return facts([
    ["Event loops", count(client.loops)],
    ["Window", unit(client.window_s, "s")],
    ["Processor time of the tool", unit(client.cpu_cores, "cores")],
    ["Busy of the machine", machine.cores > 0 ? `${figure(machine.busy_cores)} of ${count(machine.cores)} cores` : null],
    ["Usable by the tool", machine.cores > 0 ? `${count(machine.usable_cores)} cores` : null],
    ["Processor time withheld", share(client.cpu_withheld)],
    ["Ready but waiting", unit(machine.waited_s, "s")],
    ["Garbage collection", unit(client.gc_pauses_ms, "ms")],
    ["Its longest pause", unit(machine.gc_longest_ms, "ms")],
    ["In flight by the connections", unit(client.in_flight_s, "request s")],
    ["In flight by the stamps", unit(client.overlap_s, "request s")],
    ["In flight by the mock", client.mock ? unit(client.mock.in_flight_s, "request s") : null],
    ["Concurrency held", typeof client.concurrency_held === "number" ? figure(client.concurrency_held) : null],
    ["Arrivals on time", share(client.arrivals_on_time)],
    ["Queues found empty", count(client.empty_queues)],
    ["Stale connections", count(client.stale_connections)],
    ["Values beyond the histograms", count(client.overflows)],
    ["Open files", files],
  ]);
}

function manifestSection(run) {
  const { manifest, id, spent, stop_reasons: reasons } = run.result;
  const line = `bench ${shellLine(manifest.command)}`;
  return section("manifest", "Manifest",
    el("h3", {}, "Command"),
    el("div", { class: "command" }, el("pre", { tabindex: "0", "aria-label": "Command" }, el("code", {}, line)), copyButton(line)),
    facts([
      ["Run", id],
      ["Start", manifest.start],
      ["Target", manifest.target],
      ["API", manifest.api],
      ["Model", manifest.model],
      ["Seed", String(manifest.seed)],
      ["Workload digest", manifest.workload_digest],
      ["Tokenpace", manifest.version],
      ["JVM", manifest.machine.jvm],
      ["JVM flags", manifest.machine.jvm_flags.join(" ") || "none"],
      ["System", `${manifest.machine.os}, ${count(manifest.machine.cpus)} CPUs`],
      ["Spent", spent ? spentWords(spent) : null],
    ]),
    reasonTable(reasons),
    el("h3", {}, "Options"),
    table("Options after defaults", ["Option", "Value"],
      Object.entries(manifest.options).filter(([, value]) => value !== "null" && value !== "[]").map(([name, value]) => [`--${name}`, value])));
}

function spentWords(spent) {
  const cost = typeof spent.cost_usd === "number" ? `, ${fixed(spent.cost_usd, spent.cost_usd >= 1 ? 2 : 4)} USD` : "";
  return `${count(spent.input_tokens)} input tokens (${count(spent.cached_tokens)} cached), ${count(spent.output_tokens)} output tokens${cost}`;
}

function reasonTable(reasons) {
  const rows = Object.entries(reasons || {});
  return rows.length === 0 ? null : [el("h3", {}, "Why answers ended"), table("Why answers ended", ["Reason", "Answers"], rows)];
}

/** Copies a text; where a page from a file may not use the clipboard, selects nothing and says so. */
function copyButton(text) {
  const said = el("span", { role: "status", class: "said" });
  const button = el("button", { type: "button", click: () => {
    const failed = () => { said.textContent = "Not allowed here: select the line instead."; };
    if (!navigator.clipboard) {
      failed();
      return;
    }
    navigator.clipboard.writeText(text).then(() => { said.textContent = "Copied."; }, failed);
  } }, "Copy command");
  return el("div", { class: "tools" }, button, said);
}
