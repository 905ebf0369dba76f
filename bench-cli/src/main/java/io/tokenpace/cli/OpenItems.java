package io.tokenpace.cli;

import io.tokenpace.bench.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/** The items that a command has opened, which may be read from files; closed with it. */
final class OpenItems implements AutoCloseable {
    private final List<Workload> opened = new ArrayList<>();

    <T extends Workload> T keep(T items) {
        opened.add(items);
        return items;
    }

    @Override
    public void close() {
        opened.forEach(Workload::close);
    }
}
