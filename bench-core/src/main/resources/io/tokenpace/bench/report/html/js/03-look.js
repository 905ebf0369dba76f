// One look for all charts. Colours come from the style sheet, so that page and charts change theme together.

const NARROW = 560;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";
const DASHES = ["solid", "dashed", "dotted", [12, 4, 2, 4]];
const SYMBOLS = ["circle", "rect", "triangle", "diamond", "arrow"];

/** What a chart must know of the page when it is drawn. */
function lookAt(width) {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(`--${name}`).trim();
  return {
    narrow: width < NARROW,
    width,
    ink: colour("ink"),
    quiet: colour("quiet"),
    line: colour("line"),
    paper: colour("paper"),
    shade: colour("shade"),
    ttft: colour("ttft"),
    decode: colour("decode"),
    other: colour("other"),
    bad: colour("bad"),
    series: [1, 2, 3, 4, 5, 6, 7, 8].map(index => colour(`series-${index}`)),
  };
}

/** The hue of a metric: prefill and decode keep theirs throughout. */
function hueOf(metric) {
  if (["ttft", "ttft_service", "ttfb", "first_text", "prefill_rate", "thinking"].includes(metric)) {
    return "ttft";
  }
  return ["decode_rate", "tpot", "itl", "itl_token", "stall"].includes(metric) ? "decode" : "other";
}

/** The options that all charts share; an aria text takes the place of what ECharts would guess. */
function base(look, words) {
  return {
    animation: false,
    color: look.series,
    backgroundColor: "transparent",
    textStyle: { fontFamily: FONT, color: look.ink, fontSize: 12 },
    aria: { enabled: true, label: { description: words } },
    grid: { left: 10, right: 18, top: 44, bottom: 34, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: legend(look),
    tooltip: {
      confine: true,
      backgroundColor: look.paper,
      borderColor: look.line,
      borderWidth: 1,
      padding: [6, 10],
      extraCssText: "box-shadow:none;border-radius:4px;font-variant-numeric:tabular-nums",
      textStyle: { color: look.ink, fontFamily: FONT, fontSize: 12 },
      axisPointer: { lineStyle: { color: look.quiet }, label: { show: false } },
    },
  };
}

function legend(look) {
  return {
    type: "scroll",
    top: 0,
    left: 0,
    itemWidth: 26,
    itemHeight: 8,
    itemGap: 14,
    formatter: name => (name.length > 44 ? `${name.slice(0, 43)}…` : name),
    textStyle: { color: look.ink, fontSize: 12, lineHeight: 18 },
    inactiveColor: look.line,
    pageTextStyle: { color: look.quiet },
    pageIconColor: look.ink,
    pageIconInactiveColor: look.line,
  };
}

/** A legend of curves: only their strokes, since their dots are rare. */
function strokes(look) {
  return { ...legend(look), itemStyle: { opacity: 0 } };
}

/** An axis with its name beside its end, where no label can be cut. */
function axis(look, name, isX, more) {
  return {
    type: "value",
    name,
    nameLocation: isX ? "middle" : "end",
    splitNumber: isX && look.narrow ? 4 : 5,
    nameGap: isX ? 28 : 10,
    nameTextStyle: isX ? { color: look.quiet } : { color: look.quiet, align: "left" },
    axisLine: { show: isX, lineStyle: { color: look.line } },
    axisTick: { show: isX, lineStyle: { color: look.line } },
    axisLabel: { color: look.quiet, formatter: axisFigure, hideOverlap: true },
    splitLine: { show: !isX, lineStyle: { color: look.line, width: 1 } },
    minorSplitLine: { show: false },
    ...more,
  };
}

/** An axis of values that may span decades: logarithmic only where they do, with ticks at 1, 2 and 5. */
function spanAxis(look, name, isX, low, high) {
  if (!(low > 0) || high / low < 8) {
    return axis(look, name, isX, low > high * 0.3 ? { scale: true } : { min: 0 });
  }
  const ticks = logTicks(low / 1.05, high * 1.05);
  return axis(look, name, isX, {
    type: "log",
    min: low / 1.05,
    max: high * 1.05,
    axisLabel: { color: look.quiet, formatter: axisFigure, hideOverlap: true, customValues: ticks },
    axisTick: { show: isX, customValues: ticks, lineStyle: { color: look.line } },
  });
}

/** What a tooltip holds; every part is escaped here. */
function tip(title, rows) {
  const safe = text => echarts.format.encodeHTML(String(text));
  const lines = rows.map(([name, value]) =>
    `<div style="display:flex;gap:1.5em;justify-content:space-between"><span>${safe(name)}</span><b>${safe(value)}</b></div>`);
  return `<div style="margin-bottom:2px">${safe(title)}</div>${lines.join("")}`;
}

/** A curve; where one value stands alone between gaps, a dot shows it. */
function curve(name, colour, data, more) {
  const known = index => index >= 0 && index < data.length && typeof data[index][1] === "number";
  return {
    type: "line",
    name,
    data,
    symbol: "circle",
    showAllSymbol: true,
    symbolSize: (value, point) =>
      known(point.dataIndex) && !known(point.dataIndex - 1) && !known(point.dataIndex + 1) ? 4 : 0,
    lineStyle: { color: colour, width: 1.75 },
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    ...more,
  };
}
