// How figures are written, the same as in the terminal's tables.

const MISSING = "–";

/** A figure with as many digits as its size deserves. */
function figure(value) {
  if (value === "Infinity") {
    return "∞";
  }
  if (typeof value !== "number") {
    return MISSING;
  }
  const size = Math.abs(value);
  if (size === 0) {
    return "0";
  }
  return fixed(value, size >= 10000 ? 0 : size < 10 ? 3 : 1);
}

function fixed(value, digits) {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A whole number, or whatever digits it has. */
function count(value) {
  return typeof value === "number" ? value.toLocaleString("en-US", { maximumFractionDigits: 3 }) : MISSING;
}

/** A figure where whole numbers stand beside others. */
function tableFigure(value) {
  return Number.isInteger(value) ? count(value) : figure(value);
}

/** A share as per cent. */
function percent(share) {
  return typeof share === "number" ? `${Number((100 * share).toPrecision(3))} %` : MISSING;
}

/** An axis label: short, and without digits that a round number does not have. */
function axisFigure(value) {
  return Number(value.toPrecision(6)).toLocaleString("en-US", { maximumSignificantDigits: 4 });
}

/** p99.9 as 0.999. */
function fractionOf(percentile) {
  return Number(percentile.slice(1)) / 100;
}

/** Whether n values carry a 95 % interval with two finite ends. */
function isFirm(percentile, n) {
  const p = fractionOf(percentile);
  return Math.pow(Math.max(p, 1 - p), n) <= 0.025;
}

/** Returns what stands before a percentile that few values tell; nothing before one that is not known. */
function tilde(metric, percentile) {
  return typeof metric[percentile] === "number" && !isFirm(percentile, metric.count) ? "~" : "";
}

/** Round values of a logarithmic axis between two others: 1, 2, 5, 10, … or fewer where there are many decades. */
function logTicks(low, high) {
  const decades = Math.log10(high / low);
  const steps = decades > 5 ? [1] : decades > 2.5 ? [1, 3] : [1, 2, 5];
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const step of steps) {
      const tick = step * Math.pow(10, power);
      if (tick >= low * 0.999 && tick <= high * 1.001) {
        ticks.push(Number(tick.toPrecision(3)));
      }
    }
  }
  return ticks;
}

/** A word list as a shell would take it. */
function shellLine(words) {
  return words.map(word => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
