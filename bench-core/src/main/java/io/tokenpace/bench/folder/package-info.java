/**
 * Run folders on disk. {@link io.tokenpace.bench.folder.RunFolder} is written while a run goes on; each of its files has
 * a small class of its own. {@link io.tokenpace.bench.folder.SavedRun} reads it back, whole or torn off by a crash. {@link
 * io.tokenpace.bench.folder.CalibrationFile} outlives the runs that it is quoted in. Imports {@code result} and {@code
 * outcome}.
 */
package io.tokenpace.bench.folder;
