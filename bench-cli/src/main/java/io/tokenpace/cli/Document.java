package io.tokenpace.cli;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.report.WholeFile;
import java.util.Optional;

/**
 * A file that {@code bench report} is to make.
 *
 * @param format of which it is the file, or one of several
 * @param run whose it is; nothing where it is about several
 * @param name by which it lies in a folder
 * @param content what it holds
 */
record Document(Rendering format, Optional<SavedRun> run, String name, WholeFile.Content content) {}
