package io.tokenpace.bench.client;

/** Whole answers as recordings of Anthropic's service show them. */
final class DocumentedMessages {
    /** 21 tokens in, 6 out, one text of two characters. */
    static final String OK = """
            {"model":"claude-opus-4-7","id":"msg_011C","type":"message","role":"assistant","content":[{"type":"text",\
            "text":"OK"}],"stop_reason":"end_turn","stop_sequence":null,"stop_details":null,"usage":{"input_tokens":21,\
            "cache_creation_input_tokens":0,"cache_read_input_tokens":0,"cache_creation":{"ephemeral_5m_input_tokens":0,\
            "ephemeral_1h_input_tokens":0},"output_tokens":6,"output_tokens_details":{"thinking_tokens":0},\
            "service_tier":"standard","inference_geo":"global"}}""";

    private DocumentedMessages() {}
}
