/**
 * The report as one HTML page that needs no network. Start with {@link io.tokenpace.bench.report.html.HtmlReport}, which
 * puts the page together; {@code PageData} is the document that its script draws from, made by {@code RunReader}. What
 * the page looks like lies with the resources of this package. Imports {@code result}, {@code outcome}, {@code analysis}
 * and {@code folder}.
 */
package io.tokenpace.bench.report.html;
