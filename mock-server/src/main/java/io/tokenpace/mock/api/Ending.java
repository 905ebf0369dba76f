package io.tokenpace.mock.api;

import java.util.Optional;

/**
 * What ended an answer.
 *
 * @param reason the API's word for it
 * @param sequence the stop sequence that was found, if one was
 */
record Ending(String reason, Optional<String> sequence) {
    static final Ending END_TURN = new Ending("end_turn", Optional.empty());
    static final Ending MAX_TOKENS = new Ending("max_tokens", Optional.empty());
    static final Ending TOOL_USE = new Ending("tool_use", Optional.empty());

    static Ending at(String sequence) {
        return new Ending("stop_sequence", Optional.of(sequence));
    }

    /** Writes the keys that say it. */
    String json() {
        return "\"stop_reason\":\"" + reason + "\",\"stop_sequence\":"
                + sequence.map(JsonText::quoted).orElse("null") + ",\"stop_details\":null";
    }
}
