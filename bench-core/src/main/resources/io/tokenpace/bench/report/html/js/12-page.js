// Puts the page together.

function runSections(run, add) {
  return [
    verdictSection(run),
    headlineSection(run),
    distributionSection(run, add),
    timeSection(run, add),
    sizeSection(run, add),
    stallSection(run, add),
    errorSection(run, add),
    slowestSection(run, add),
    healthSection(run, add),
    manifestSection(run),
  ];
}

/** Fills a part of the page and draws its charts once they are in it. */
function fill(place, build) {
  const charts = [];
  const add = chart => {
    charts.push(chart);
    return chart.element;
  };
  place.replaceChildren(...build(add));
  charts.forEach(chart => chart.draw());
  return charts;
}

/** One run in full, and another one when it is picked. */
function fullRun(runs) {
  const place = el("div", {});
  let charts = [];
  const show = index => {
    charts.forEach(chart => chart.dispose());
    charts = fill(place, add => runSections(runs[index], add));
    listContents();
  };
  const picker = choice("Run", runs.map((run, index) => [String(index), run.name]), value => show(Number(value)));
  return { picker, place, show };
}

function listContents() {
  const links = [...document.querySelectorAll("main section")].map(part =>
    el("li", {}, el("a", { href: `#${part.id}` }, part.dataset.title)));
  document.getElementById("links").replaceChildren(...links);
}

function title(runs) {
  return runs.length === 1 ? runs[0].name : `${runs.length} runs`;
}

/** Names by which no two runs are taken for one. */
function distinct(runs) {
  return runs.map((run, index) => {
    const before = runs.slice(0, index).filter(other => other.name === run.name).length;
    return before > 0 ? { ...run, name: `${run.name} (${before + 1})` } : run;
  });
}

function start(page) {
  const runs = distinct(page.runs);
  const main = document.getElementById("content");
  document.title = `${title(runs)} – Tokenpace`;
  document.getElementById("written").textContent = `${page.version}, written ${page.written.slice(0, 16).replace("T", " ")} UTC`;
  main.append(el("h1", {}, title(runs)));
  if (runs.length === 1) {
    const place = main.appendChild(el("div", {}));
    fill(place, add => runSections(runs[0], add));
    listContents();
    return;
  }
  fill(main.appendChild(el("div", {})), add => severalSections(runs, add));
  const full = fullRun(runs);
  main.append(el("div", { class: "one-run" }, el("p", { class: "phase-name" }, "One run in full"), full.picker), full.place);
  full.show(0);
}

function redraw() {
  drawn.forEach(chart => chart.refresh());
}

/** Dresses the page; scroll bars and controls, which are the browser's own, follow. */
function wear(theme) {
  const root = document.documentElement;
  root.dataset.theme = theme;
  root.style.colorScheme = theme === "auto" ? "" : theme;
}

/** The reader's choice wins over the system's; System gives it back. */
function watchTheme() {
  const select = document.getElementById("theme");
  select.addEventListener("change", () => {
    wear(select.value);
    redraw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
}

/** Paper is light, whatever the screen is. */
function watchPrint() {
  let theme;
  addEventListener("beforeprint", () => {
    theme = document.documentElement.dataset.theme;
    wear("light");
    drawn.forEach(chart => chart.preparePrint());
  });
  addEventListener("afterprint", () => {
    wear(theme || "auto");
    drawn.forEach(chart => chart.forgetPrint());
  });
}

/** The contents lie open beside a wide page and folded above a narrow one. */
function watchWidth() {
  const contents = document.getElementById("contents");
  const wide = matchMedia("(min-width: 1100px)");
  const follow = () => {
    contents.open = wide.matches;
  };
  wide.addEventListener("change", follow);
  follow();
}

window.__report = { charts: drawn, ready: false };
watchWidth();
start(JSON.parse(document.getElementById("data").textContent));
watchTheme();
watchPrint();
window.__report.ready = true;
