// Single requests: those that failed, and those that took longest.

const PHASES = ["send_lag", "queue", "connect", "tls", "send", "wait", "thinking", "decode"];

function errorSection(run, add) {
  const { errors, totals } = run.result;
  return section("errors", "Errors",
    errors.length > 0 ? errorTable(errors)
      : nothing(totals.succeeded > 0 ? "No request failed." : "No request was sent to its end."),
    add(errorChart(run)));
}

function errorTable(errors) {
  return table("Errors", ["Kind", "Status", "Count", "Sent again", "Example", "Request"],
    errors.map(error => [error.kind, error.status > 0 ? error.status : null, error.count, error.retried,
      el("span", { class: "stranger" }, error.example), error.request_id || null]));
}

function errorChart(run) {
  const { timeline } = run;
  const kinds = Object.keys(timeline.errors).filter(kind => timeline.errors[kind].some(value => value > 0));
  const words = "Failures of each kind over time, stacked";
  return new Chart({
    id: "errors-time", title: "Errors over time", words, height: 240, file: run.name,
    empty: kinds.length === 0 ? "There was no failure to draw over time." : null,
    option: look => errorOption(look, words, timeline, kinds),
    table: () => timeTable(timeline, kinds.map(kind => [kind, timeline.errors[kind]])),
  });
}

function errorOption(look, words, timeline, kinds) {
  const shared = base(look, words);
  return {
    ...shared,
    aria: { ...shared.aria, decal: { show: kinds.length > 1 } },
    xAxis: timeAxis(look, timeline, { type: "category", data: timeline.start_s.map(count), min: null, max: null,
      axisLabel: { color: look.quiet, interval: labelledSteps(timeline, look.narrow ? 6 : 12) } }),
    yAxis: axis(look, "failures", false, { min: 0, minInterval: 1 }),
    tooltip: { ...shared.tooltip, trigger: "axis", formatter: points => tip(`second ${points[0].name}`,
      points.filter(point => point.value > 0).map(point => [point.seriesName, count(point.value)])) },
    series: kinds.map((kind, index) => ({
      type: "bar", name: kind, stack: "failures", data: timeline.errors[kind], barCategoryGap: "20%",
      itemStyle: { color: index === 0 ? look.bad : look.series[(index + 1) % look.series.length] },
      emphasis: { disabled: true },
    })),
  };
}

/** Which steps are labelled: those that begin at a round second, and at most so many. */
function labelledSteps(timeline, most) {
  const span = timeline.step_s * timeline.start_s.length;
  const every = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600].find(seconds => span / seconds <= most) || 7200;
  return index => timeline.start_s[index] % every === 0;
}

/** What each phase is drawn in: prefill and decode in their own hues, the client's fault in that of errors. */
function phaseColours(look) {
  const colours = [look.bad, look.series[6], look.series[3], look.series[4], look.quiet, look.ttft, look.series[2], look.decode];
  return Object.fromEntries(PHASES.map((name, index) => [name, colours[index]]));
}

function requestName(request) {
  return `#${request.index}`;
}

function waterfallOption(look, words, slowest) {
  const shared = base(look, words);
  const colours = phaseColours(look);
  const present = PHASES.filter(name => slowest.some(request => request.phases.some(phase => phase.name === name)));
  const data = name => slowest.flatMap((request, row) => request.phases.filter(phase => phase.name === name)
    .map(phase => [phase.from_ms, row, phase.to_ms]));
  return {
    ...shared,
    legend: { ...shared.legend, type: "plain", itemWidth: 14 },
    grid: { ...shared.grid, top: look.narrow ? 74 : 44 },
    xAxis: axis(look, "ms from when it was due", true, { min: 0, splitLine: { show: true, lineStyle: { color: look.line } } }),
    yAxis: axis(look, "", false, { type: "category", inverse: true, data: slowest.map(requestName), splitLine: { show: false },
      axisLabel: { color: look.quiet, interval: 0 } }),
    tooltip: { ...shared.tooltip, trigger: "item", formatter: point => requestTip(slowest[point.value[1]]) },
    series: present.map(name => ({
      type: "custom", name, data: data(name), itemStyle: { color: colours[name] },
      encode: { x: [0, 2], y: 1 },
      renderItem: (params, api) => phaseShape(api, name, look),
    })),
  };
}

/** A bar with its phase's name inside where there is room: no one must tell it by its colour. */
function phaseShape(api, name, look) {
  const [x, middle] = api.coord([api.value(0), api.value(1)]);
  const end = api.coord([api.value(2), api.value(1)])[0];
  const height = Math.min(18, api.size([0, 1])[1] * 0.7);
  const width = Math.max(1, end - x);
  const children = [{ type: "rect", shape: { x, y: middle - height / 2, width, height }, style: { fill: api.visual("color") } }];
  if (width > 12 + 7 * name.length) {
    children.push({ type: "text", style: { text: name, x: x + 6, y: middle, textVerticalAlign: "middle", fill: look.paper, fontSize: 11 } });
  }
  return { type: "group", children };
}

function requestTip(request) {
  const phases = request.phases.map(phase => [phase.name, `${figure(phase.to_ms - phase.from_ms)} ms`]);
  return tip(`${requestName(request)} due at ${figure(request.at_s)} s, ${request.outcome}`,
    [...phases, ["ttft", `${figure(request.ttft_ms)} ms`], ["e2e", `${figure(request.e2e_ms)} ms`]]);
}

function slowestTable(slowest) {
  const phase = (request, name) => {
    const found = request.phases.filter(one => one.name === name);
    return found.length > 0 ? found.reduce((sum, one) => sum + one.to_ms - one.from_ms, 0) : null;
  };
  return {
    columns: ["Request", "Due at, s", "Outcome", "Error", "Its words", "Status", "Attempts", "Prompt tokens", "Output tokens", "TTFT, ms", "End to end, ms",
      ...PHASES.map(name => `${name}, ms`), "The service's id"],
    rows: slowest.map(request => [requestName(request), request.at_s, request.outcome, request.error,
      request.error_text ? el("span", { class: "stranger" }, request.error_text) : null, request.status || null, request.attempts || null,
      request.prompt_tokens, request.output_tokens, request.ttft_ms, request.e2e_ms,
      ...PHASES.map(name => phase(request, name)), request.request_id]),
  };
}

function slowestSection(run, add) {
  const { slowest } = run;
  const words = "The slowest requests, each as a bar of its phases from the moment at which it was due";
  return section("slowest", "Slowest requests", add(new Chart({
    id: "waterfalls", title: "The slowest requests, phase by phase", words, file: run.name,
    height: 120 + 26 * slowest.length,
    empty: slowest.length === 0 ? "No request came to its end." : null,
    hint: "From the moment each was due. The table holds the service's own number of each request.",
    option: look => waterfallOption(look, words, slowest),
    table: () => slowestTable(slowest),
  })));
}
