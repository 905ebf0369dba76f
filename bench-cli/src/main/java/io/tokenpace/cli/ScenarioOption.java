package io.tokenpace.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Names the scenario to take options from. */
final class ScenarioOption {
    static final String NAME = "--scenario";

    @Option(
            names = NAME,
            paramLabel = "NAME|FILE",
            completionCandidates = Scenarios.class,
            description =
                    "Take options from a YAML file, or from one that is shipped: ${COMPLETION-CANDIDATES}. Each goes"
                            + " by its long name, as in prompt-tokens: 128,1024; the command line wins over it.")
    private String scenario;

    Optional<String> name() {
        return Optional.ofNullable(scenario);
    }

    /** A command that can take its options from a scenario. */
    interface Bearer {
        ScenarioOption scenario();
    }
}
