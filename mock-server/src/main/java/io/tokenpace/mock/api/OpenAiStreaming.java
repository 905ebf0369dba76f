package io.tokenpace.mock.api;

/**
 * How an answer is to be streamed.
 *
 * @param stream whether it is
 * @param usage whether a last chunk tells the usage
 * @param usageThroughout whether every chunk tells the usage so far; vLLM's, and like there only besides {@code usage}
 */
record OpenAiStreaming(boolean stream, boolean usage, boolean usageThroughout) {
    static OpenAiStreaming read(OpenAiFields fields) throws OpenAiRefusedException {
        boolean stream = fields.flag("stream");
        if (!fields.has("stream_options")) {
            return new OpenAiStreaming(stream, false, false);
        }
        OpenAiFields.require(
                stream,
                "stream_options",
                "invalid_value",
                "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
        OpenAiFields options = fields.object("stream_options");
        boolean usage = options.flag("include_usage");
        boolean throughout = options.flag("continuous_usage_stats");
        return new OpenAiStreaming(true, usage, usage && throughout);
    }
}
