/**
 * Run folders on disk. {@link io.tokenpace.bench.folder.RunFolder} is written while a run goes on; each of its files has
 * a small class of its own. Imports {@code result} and {@code outcome}.
 */
package io.tokenpace.bench.folder;
