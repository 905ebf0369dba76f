package io.tokenpace.mock.http;

import io.tokenpace.mock.api.Admission;
import io.tokenpace.mock.api.Answer;
import io.tokenpace.mock.api.AnswerRequest;
import io.tokenpace.mock.api.AnswerStream;
import io.tokenpace.mock.api.AnthropicApi;
import io.tokenpace.mock.api.InputUsage;
import io.tokenpace.mock.api.MessageStream;
import io.tokenpace.mock.api.MessagesRequest;
import io.tokenpace.mock.api.OpenAiAnswer;
import io.tokenpace.mock.api.OpenAiApi;
import io.tokenpace.mock.api.OpenAiKind;
import io.tokenpace.mock.api.OpenAiRefusedException;
import io.tokenpace.mock.api.OpenAiRequest;
import io.tokenpace.mock.api.OpenAiStream;
import io.tokenpace.mock.api.OpenAiWhole;
import io.tokenpace.mock.api.RefusedException;
import io.tokenpace.mock.api.ServedApi;
import io.tokenpace.mock.api.WholeMessage;
import io.tokenpace.mock.model.Demand;
import io.tokenpace.mock.model.Script;
import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.truth.Account;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one request asks of the service, and how its answer is worded.
 *
 * @param account what it is about, for the record
 * @param admission how the API let it in
 * @param api told what becomes of the answer
 * @param demand what the service is asked for
 * @param script how its answer is laid out over the tokens
 * @param streamed words the events of a timeline, if the answer is to be streamed
 * @param whole words the answer in one piece, if it is not
 */
record Performance(
        Account account,
        Admission admission,
        ServedApi api,
        Demand demand,
        Script script,
        Function<Timeline, AnswerStream> streamed,
        Supplier<byte[]> whole) {
    static Performance of(MessagesRequest request, Incoming incoming, Answering answering) throws RefusedException {
        AnthropicApi api = answering.apis().anthropic();
        Admission admission = api.admit(request, incoming.receivedNanos());
        InputUsage input = admission.cached().usage();
        Demand demand = new Demand(incoming.key(), input.uncached(), input.read(), request.maxTokens());
        Answer answer = Answer.to(
                request,
                input,
                incoming.key(),
                answering.service().verbosity(incoming.key()),
                answering.samplers().of(request.sampling()));
        return new Performance(
                account("anthropic", request.model(), request, input, answer.thinkingTokens()),
                admission,
                api,
                demand,
                answer.script(),
                timeline -> new MessageStream(answer, timeline, answering.frames()),
                () -> WholeMessage.body(answer));
    }

    static Performance of(OpenAiRequest request, Incoming incoming, Answering answering) throws OpenAiRefusedException {
        OpenAiApi api = answering.apis().openAi();
        Admission admission = api.admit(request, incoming.receivedNanos());
        InputUsage input = OpenAiApi.usage(admission);
        Demand demand =
                new Demand(incoming.key(), input.uncached(), input.read(), request.maxTokens(), request.minTokens());
        OpenAiAnswer answer = api.answer(
                request,
                input,
                incoming.key(),
                answering.service().verbosity(incoming.key()),
                answering.samplers().of(request.sampling()));
        return new Performance(
                account(name(request.kind()), request.model(), request, input, answer.thinkingTokens()),
                admission,
                api,
                demand,
                answer.script(),
                timeline -> new OpenAiStream(answer, request, timeline),
                () -> OpenAiWhole.body(answer));
    }

    private static String name(OpenAiKind kind) {
        return kind == OpenAiKind.CHAT ? "openai-chat" : "openai-completions";
    }

    private static Account account(
            String api, String model, AnswerRequest request, InputUsage input, int thinkingTokens) {
        return new Account(
                api,
                model,
                request.promptTokens(),
                input.read(),
                request.maxTokens(),
                thinkingTokens,
                request.stream());
    }
}
