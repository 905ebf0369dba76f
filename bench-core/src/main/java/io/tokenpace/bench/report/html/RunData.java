package io.tokenpace.bench.report.html;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a page shows of one run.
 *
 * @param name of its folder
 * @param result its run.json
 * @param fit the prefill line; empty where all prompts had about one size
 * @param grid empty where no sizes were listed
 * @param notes what is left out here
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RunData(
        String name,
        JsonNode result,
        List<Distribution> distributions,
        Timeline timeline,
        Points points,
        Optional<FittedLine> fit,
        Optional<Grid> grid,
        List<SlowRequest> slowest,
        List<String> notes) {}
