package io.tokenpace.mock.truth;

import java.io.StringWriter;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import tools.jackson.core.JsonGenerator;

/** How a server is doing, in one JSON object. Times in fractions have three digits, which is nanoseconds or milliseconds. */
public final class StatsPage {
    private static final int DIGITS = 3;

    private final JsonGenerator json;

    private StatsPage(JsonGenerator json) {
        this.json = json;
    }

    /** Returns the object in one line. */
    public static String json(Instruments record, Load load) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JsonLines.generator(out)) {
            json.writeStartObject();
            new StatsPage(json).write(record, load);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return out.toString();
    }

    private void write(Instruments record, Load load) {
        Identity identity = record.identity();
        json.writeStringProperty("profile", identity.profile());
        json.writeNumberProperty("seed", identity.seed());
        json.writeNumberProperty("time_scale", identity.timeScale());
        thousandths("uptime_s", TimeUnit.NANOSECONDS.toMillis(load.atNanos() - identity.startNanos()));
        lateness(record.lateness().snapshot());
        record.hiccups().ifPresent(meter -> hiccups(meter.snapshot()));
        json.writeNumberProperty("in_flight", load.inFlight());
        json.writeNumberProperty("waiting", load.waiting());
        json.writeNumberProperty("requests", record.inFlight().entered());
        json.writeNumberProperty("connections", load.connections());
        json.writeNumberProperty("connections_refused", load.refusedConnections());
        truth(record.store());
        process();
        json.writeObjectPropertyStart("faults");
        record.faults().counts().forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    private void lateness(Histogram nanos) {
        json.writeObjectPropertyStart("lateness");
        json.writeNumberProperty("events", nanos.getTotalCount());
        thousandths("p50_us", nanos.getValueAtPercentile(50));
        thousandths("p90_us", nanos.getValueAtPercentile(90));
        thousandths("p99_us", nanos.getValueAtPercentile(99));
        thousandths("max_us", nanos.getMaxValue());
        json.writeEndObject();
    }

    private void hiccups(Histogram nanos) {
        json.writeObjectPropertyStart("hiccups_us");
        thousandths("p50", nanos.getValueAtPercentile(50));
        thousandths("p99", nanos.getValueAtPercentile(99));
        thousandths("max", nanos.getMaxValue());
        json.writeEndObject();
    }

    private void truth(TruthStore store) {
        json.writeObjectPropertyStart("truth");
        json.writeNumberProperty("kept", store.kept());
        json.writeNumberProperty("log_dropped", store.logDropped());
        store.logFailure().ifPresent(reason -> json.writeStringProperty("log_failure", reason));
        json.writeEndObject();
    }

    private void process() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            thousandths("cpu_s", TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime()));
        }
        json.writeNumberProperty(
                "heap_used_bytes",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        long collections = 0;
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections += collector.getCollectionCount();
            millis += collector.getCollectionTime();
        }
        json.writeObjectPropertyStart("gc");
        json.writeNumberProperty("count", collections);
        json.writeNumberProperty("ms", millis);
        json.writeEndObject();
    }

    private void thousandths(String name, long value) {
        json.writeNumberProperty(name, BigDecimal.valueOf(value, DIGITS));
    }
}
