package io.tokenpace.cli;

import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.run.LoadRun;
import io.tokenpace.bench.run.RunIdentity;
import io.tokenpace.bench.run.RunPlan;
import io.tokenpace.bench.run.Terms;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.StopRule;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.bench.workload.Workload;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A short run against a mock that answers at once, into a folder that is thrown away: it loads every class and compiles
 * what is hot, so that the first requests of the real run are not measured by a cold client. It never touches the real
 * target.
 */
final class Rehearsal {
    private static final int USERS = 8;
    private static final Duration LENGTH = Duration.ofMillis(250);
    private static final RequestShape SHORT = RequestShape.of("rehearsal", SizeSpec.of(64), SizeSpec.of(32));

    private Rehearsal() {}

    /** Rehearses what speaking this API takes. */
    static void hold(Api api) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tokenpace-rehearsal");
        LogStart start = new LogStart(Instant.now(), System.nanoTime());
        try (EmbeddedMock mock = EmbeddedMock.start(Profiles.load("instant"), 0);
                RunFolder logs = RunFolder.create(folder, start)) {
            new LoadRun(plan(mock, api), identity(), logs, start, (second, soFar) -> {}, Optional.of(mock)).execute();
        } finally {
            delete(folder);
        }
    }

    private static RunPlan plan(EmbeddedMock mock, Api api) {
        Workload items = new SizedWorkload(SHORT, 0, "rehearsal");
        return new RunPlan(
                Target.of(mock.endpoint(api)),
                api.format(Parameters.STREAMING, mock.endpoint(api).host()),
                Timeouts.DEFAULT,
                items,
                items,
                new LoadShape.Closed(USERS),
                Extent.ofRequests(USERS),
                Extent.ofDuration(LENGTH),
                Terms.of(StopRule.never()),
                LENGTH,
                0,
                1,
                0,
                0);
    }

    private static RunIdentity identity() {
        Manifest nothing = new Manifest(
                "",
                List.of(),
                Map.of(),
                0,
                "",
                "",
                "",
                "",
                "",
                new Manifest.Machine("", List.of(), "", "", 1, 1),
                Optional.empty());
        return new RunIdentity("rehearsal", nothing);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
