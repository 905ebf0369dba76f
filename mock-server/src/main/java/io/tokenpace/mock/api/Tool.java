package io.tokenpace.mock.api;

import tools.jackson.databind.JsonNode;

/**
 * A tool that an answer may call.
 *
 * @param prompt its place in the prompt
 * @param name its name
 * @param schema what its input must look like; a missing node if the definition does not say
 * @param eager whether its input is streamed token by token
 */
record Tool(PromptBlock prompt, String name, JsonNode schema, boolean eager) {}
