package io.tokenpace.bench.report.html;

/** A part of a request's time, counted from when it was to be sent. */
record Phase(String name, double fromMs, double toMs) {}
