package io.tokenpace.bench.report.html;

import java.util.List;

/**
 * The document that the page's script draws from.
 *
 * @param version of Tokenpace
 * @param written when, in UTC
 */
record PageData(String version, String written, List<RunData> runs) {}
