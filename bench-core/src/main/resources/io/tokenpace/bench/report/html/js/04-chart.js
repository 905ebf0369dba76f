// A chart with its title, its data as a table, and itself as a picture.

/** What the tests look at: every chart that is drawn now. */
const drawn = [];

const EXPORT_SCALE = 2;
const PRINT_WIDTH = 700;

/**
 * A chart as the page holds it. Its form has: id, title, words (what it shows, for those who do not see it), height,
 * option(look), table() with columns and rows, and, where they apply, hint, controls and empty (why there is nothing).
 */
class Chart {
  constructor(form) {
    this.form = form;
    this.plot = el("div", { class: "plot", role: "img", "aria-label": form.words, style: `height:${form.height || 300}px` });
    this.rows = el("div", { id: `${form.id}-table`, hidden: true });
    this.toggle = el("button", { type: "button", "aria-expanded": "false", "aria-controls": `${form.id}-table`,
      click: () => this.toggleTable() }, "Table", el("span", { class: "unseen" }, ` of ${form.title}`));
    this.save = el("button", { type: "button", click: () => this.savePicture() },
      "Save PNG", el("span", { class: "unseen" }, ` of ${form.title}`));
    this.element = this.card();
  }

  card() {
    const { id, title, controls, empty } = this.form;
    const tools = empty ? null : el("div", { class: "tools" }, this.toggle, this.save);
    return el("figure", { class: "chart", id, "aria-labelledby": `${id}-title` },
      el("div", { class: "bar" }, el("h3", { id: `${id}-title` }, title), tools),
      empty ? null : controls,
      empty ? nothing(empty) : [this.plot, this.rows],
      this.form.hint && !empty ? el("figcaption", {}, this.form.hint) : null);
  }

  /** Draws it, once it is in the page and has a width. */
  draw() {
    if (this.form.empty) {
      return;
    }
    this.chart = echarts.init(this.plot, null, { renderer: "canvas", locale: "EN" });
    this.refresh();
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this.plot);
    drawn.push(this);
  }

  /** Draws it again after its data, the theme or the width has changed. */
  refresh() {
    this.setOption(this.plot.clientWidth);
    if (!this.rows.hidden) {
      this.fillTable();
    }
  }

  setOption(width) {
    this.look = lookAt(width);
    this.chart.setOption(this.form.option(this.look), { notMerge: true });
  }

  fit() {
    const width = this.plot.clientWidth;
    if (width > 0 && width !== this.look.width) {
      this.chart.resize();
      this.setOption(width);
    }
  }

  toggleTable() {
    this.rows.hidden = !this.rows.hidden;
    this.toggle.setAttribute("aria-expanded", String(!this.rows.hidden));
    this.rows.replaceChildren();
    if (!this.rows.hidden) {
      this.fillTable();
    }
  }

  fillTable() {
    const { columns, rows } = this.form.table();
    this.rows.replaceChildren(table(this.form.title, columns, rows));
  }

  savePicture() {
    const name = `${this.form.file || ""}-${this.form.id}`.replaceAll(/[^\w.-]+/g, "_").replace(/^[_.-]+/, "");
    el("a", { href: this.picture(), download: `${name}.png` }).click();
  }

  /** The chart with its title above it, as it must stand alone in a ticket. */
  picture() {
    const body = this.chart.renderToCanvas({ pixelRatio: EXPORT_SCALE, backgroundColor: this.look.paper });
    const margin = 16 * EXPORT_SCALE;
    const canvas = el("canvas", { width: body.width + 2 * margin, height: body.height + 4 * margin });
    const pen = canvas.getContext("2d");
    pen.fillStyle = this.look.paper;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = this.look.ink;
    pen.font = `600 ${15 * EXPORT_SCALE}px ${FONT}`;
    pen.fillText(this.form.title, margin, 1.7 * margin, body.width);
    pen.drawImage(body, margin, 3 * margin);
    return canvas.toDataURL("image/png");
  }

  /** Paper takes a picture of its own width, which no column cuts. */
  preparePrint() {
    this.chart.resize({ width: PRINT_WIDTH });
    this.setOption(PRINT_WIDTH);
    const src = this.chart.getDataURL({ type: "png", pixelRatio: EXPORT_SCALE, backgroundColor: this.look.paper });
    this.print = el("img", { class: "print", src, alt: this.form.words });
    this.plot.after(this.print);
  }

  forgetPrint() {
    this.print.remove();
    this.chart.resize({ width: "auto" });
    this.refresh();
  }

  dispose() {
    if (this.chart) {
      this.observer.disconnect();
      this.chart.dispose();
      drawn.splice(drawn.indexOf(this), 1);
    }
  }
}
