// Elements are made here and nowhere else, and text goes into them as text: every string may be a stranger's.

/** An element; children are elements or text, and attributes that are functions listen to the event they are named after. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return element;
}

/** A number whose exact value stands in the markup, whatever digits are shown. */
function datum(value, text) {
  return el("data", { value: String(value) }, text === undefined ? figure(value) : text);
}

function isNumeric(value) {
  return typeof value === "number" || value === "Infinity" || (value instanceof Node && value.classList.contains("number"));
}

function cell(value) {
  if (value instanceof Node) {
    return el("td", { class: isNumeric(value) ? "number" : null }, value);
  }
  if (typeof value === "number" || value === "Infinity") {
    return el("td", { class: "number" }, datum(value, tableFigure(value)));
  }
  return value === null || value === undefined ? el("td", { class: "number" }, MISSING) : el("td", {}, value);
}

/** A table in a scroller of its own, which the keyboard reaches. */
function table(caption, columns, rows) {
  const isNumber = index => rows.some(row => isNumeric(row[index]));
  const head = columns.map((name, index) => el("th", { scope: "col", class: isNumber(index) ? "number" : null }, name));
  const body = rows.map(row => {
    const [first, ...rest] = row;
    const label = typeof first === "number" ? count(first) : first === null || first === undefined ? MISSING : first;
    return el("tr", {}, el("th", { scope: "row", class: isNumber(0) ? "number" : null }, label), rest.map(cell));
  });
  return el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": caption },
    el("table", {}, el("caption", { class: "unseen" }, caption),
      el("thead", {}, el("tr", {}, head)), el("tbody", {}, body)));
}

/** Pairs of a name and what it is. */
function facts(pairs) {
  return el("dl", { class: "facts" }, pairs.filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

/** A labelled choice. */
function choice(label, options, onChange) {
  const select = el("select", { change: () => onChange(select.value) },
    options.map(([value, text]) => el("option", { value }, text)));
  return el("label", { class: "choice" }, label, select);
}

/** A part of the page, which the contents name. */
function section(id, title, ...children) {
  return el("section", { id, "aria-labelledby": `${id}-title`, "data-title": title },
    el("h2", { id: `${id}-title` }, title), children);
}

function hint(text) {
  return el("p", { class: "hint" }, text);
}

/** Says in words what is not there to be drawn. */
function nothing(text) {
  return el("p", { class: "nothing" }, text);
}
