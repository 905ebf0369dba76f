package io.tokenpace.bench.report.html;

import io.tokenpace.bench.folder.Json;
import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.RunResult;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** {@code run.json} as far as it fits into a page: what is too long there is cut, and noted. */
final class ResultExcerpt {
    private static final String CELLS = "cells";
    private static final int MOST_CHARS = 500;
    /** One of a run's texts is meant to be read whole: it is what the run is repeated with. */
    private static final String PROFILE = "mock_profile";

    private static final int MOST_PROFILE_CHARS = 8_000;

    private final Limits limits;
    private final Notes notes;
    private int textsCut;

    private ResultExcerpt(Limits limits, Notes notes) {
        this.limits = limits;
        this.notes = notes;
    }

    static JsonNode of(RunResult result, Limits limits, Notes notes) {
        ResultExcerpt excerpt = new ResultExcerpt(limits, notes);
        List<CellResult> cells = excerpt.fitting(result.cells());
        JsonNode whole = excerpt.shortened("", Json.treeOf(withCells(result, cells)));
        if (excerpt.textsCut > 0) {
            notes.add(
                    "texts of more than %d characters are cut, %,d of them; run.json has them whole",
                    MOST_CHARS, excerpt.textsCut);
        }
        return whole;
    }

    /** Of ten thousand cells most are left out before they become a tree, which would take far more room than they do. */
    private List<CellResult> fitting(List<CellResult> cells) {
        int left = budget(CELLS);
        for (int kept = 0; kept < cells.size(); kept++) {
            left -= PageJson.bytes(cells.get(kept)) + 1;
            if (left < 0) {
                note(CELLS, cells.size(), kept);
                return cells.subList(0, kept);
            }
        }
        return cells;
    }

    private static RunResult withCells(RunResult result, List<CellResult> cells) {
        return new RunResult(
                result.schema(),
                result.id(),
                result.state(),
                result.verdict(),
                result.manifest(),
                result.totals(),
                result.metrics(),
                result.throughput(),
                result.spent(),
                result.fits(),
                cells,
                result.turns(),
                result.slos(),
                result.errors(),
                result.retries(),
                result.stopReasons(),
                result.client());
    }

    private void note(String list, int all, int kept) {
        notes.add("of %,d %s the page has %,d; run.json has all", all, list.replace('_', ' '), kept);
    }

    /** Cuts a text to what a page shows of it. */
    static String cut(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }

    private JsonNode shortened(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                property.setValue(shortened(property.getKey(), property.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            shorten(name, array);
        } else if (node.isString() && node.stringValue().length() > mostChars(name)) {
            textsCut++;
            return StringNode.valueOf(cut(node.stringValue()));
        }
        return node;
    }

    private static int mostChars(String name) {
        return name.equals(PROFILE) ? MOST_PROFILE_CHARS : MOST_CHARS;
    }

    private void shorten(String name, ArrayNode array) {
        int all = array.size();
        int left = budget(name);
        int kept = 0;
        while (kept < all) {
            JsonNode element = shortened(name, array.get(kept));
            left -= PageJson.bytes(element) + 1;
            if (left < 0) {
                break;
            }
            array.set(kept++, element);
        }
        while (array.size() > kept) {
            array.remove(array.size() - 1);
        }
        if (kept < all) {
            note(name, all, kept);
        }
    }

    private int budget(String name) {
        return switch (name) {
            case CELLS -> limits.cellBytes();
            case "turns", "errors" -> limits.cellBytes() / 3;
            default -> limits.listBytes();
        };
    }
}
