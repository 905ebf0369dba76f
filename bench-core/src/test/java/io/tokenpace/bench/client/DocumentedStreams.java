package io.tokenpace.bench.client;

/** Streams and errors as Anthropic's documentation and recordings of its service show them. */
final class DocumentedStreams {
    /** The documentation's basic stream: 25 tokens in, 15 out, two pieces of text. */
    static final String HELLO = """
            event: message_start
            data: {"type": "message_start", "message": {"id": "msg_1nZdL29xx5MUA1yADyHTEsnR8uuvGzszyY", "type": "message", "role": "assistant", "content": [], "model": "claude-opus-4-20250514", "stop_reason": null, "stop_sequence": null, "usage": {"input_tokens": 25, "output_tokens": 1}}}

            event: content_block_start
            data: {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}

            event: ping
            data: {"type": "ping"}

            event: content_block_delta
            data: {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hello"}}

            event: content_block_delta
            data: {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "!"}}

            event: content_block_stop
            data: {"type": "content_block_stop", "index": 0}

            event: message_delta
            data: {"type": "message_delta", "delta": {"stop_reason": "end_turn", "stop_sequence":null}, "usage": {"output_tokens": 15}}

            event: message_stop
            data: {"type": "message_stop"}

            """;

    static final int HELLO_EVENTS = 8;

    /** A recorded stream that thinks, speaks and calls a tool. */
    static final String THINKING_AND_TOOL = """
            event: message_start
            data: {"type":"message_start","message":{"model":"claude-opus-5-5","id":"msg_011","type":"message","role":"assistant","content":[],"container":null,"stop_reason":null,"stop_sequence":null,"stop_details":null,"usage":{"input_tokens":588,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},"output_tokens":8,"service_tier":"standard","inference_geo":"global"},"diagnostics":null}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

            event: ping
            data: {"type": "ping"}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"I"}          }

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"EqQB"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0        }

            event: content_block_start
            data: {"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":".txt has"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":1   }

            event: content_block_start
            data: {"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"toolu_01","name":"read_file","input":{},"caller":{"type":"direct"}}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\\"path\\""}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":2}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null,"stop_details":null,"container":null},"usage":{"input_tokens":588,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":151,"output_tokens_details":{"thinking_tokens":47}}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    static final String PING = """
            event: ping
            data: {"type": "ping"}

            """;

    /** What comes before the first content of {@link #HELLO}. */
    static final String PREAMBLE = before(HELLO, "event: content_block_delta");

    /** {@link #HELLO} but for its closing event. */
    static final String ALL_BUT_THE_STOP = before(HELLO, "event: message_stop");

    static final String STOP = HELLO.substring(ALL_BUT_THE_STOP.length());

    private DocumentedStreams() {}

    /** Returns one piece of text. */
    static String delta(String text) {
        return """
                event: content_block_delta
                data: {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "%s"}}

                """.formatted(text);
    }

    /** Returns a stream like {@link #HELLO} with other pieces of text in it. */
    static String streamOf(String deltas) {
        return PREAMBLE + deltas + HELLO.substring(HELLO.indexOf("event: content_block_stop"));
    }

    static String errorEvent(String type, String message) {
        return "event: error\ndata: " + error(type, message) + "\n\n";
    }

    static String error(String type, String message) {
        return """
                {"type": "error", "error": {"type": "%s", "message": "%s"}, "request_id": "req_011CSHoEeqs5C35K2UUqR7Fy"}""".formatted(type, message);
    }

    private static String before(String stream, String event) {
        return stream.substring(0, stream.indexOf(event));
    }
}
