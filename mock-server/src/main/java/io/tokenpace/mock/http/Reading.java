package io.tokenpace.mock.http;

import io.netty.handler.codec.http.HttpRequest;
import io.tokenpace.mock.api.AnthropicApi;
import io.tokenpace.mock.api.MessagesRequest;
import io.tokenpace.mock.api.OpenAiApi;
import io.tokenpace.mock.api.OpenAiRefusal;
import io.tokenpace.mock.api.OpenAiRefusedException;
import io.tokenpace.mock.api.OpenAiRequest;
import io.tokenpace.mock.api.Refusal;
import io.tokenpace.mock.api.RefusedException;
import io.tokenpace.mock.fault.Effect;
import io.tokenpace.mock.fault.Fault;
import java.util.Optional;

/** Reads requests, on any thread: finds out what each asks for, in which API and with which fault. */
final class Reading {
    private final Answering answering;

    Reading(Answering answering) {
        this.answering = answering;
    }

    /**
     * Returns what is to be done.
     *
     * @param inFlight how many requests are in flight with this one
     */
    Intent of(HttpRequest head, Incoming incoming, byte[] body, int inFlight) {
        return incoming.dialect() == Dialect.OPENAI
                ? openAi(head, incoming, body, inFlight)
                : anthropic(head, incoming, body, inFlight);
    }

    private Intent anthropic(HttpRequest head, Incoming incoming, byte[] body, int inFlight) {
        try {
            Route route = Route.of(head);
            boolean asksForMessage = route.endpoint() == Endpoint.MESSAGES;
            Optional<Fault> fault = fault(head, incoming, asksForMessage);
            if (fault.isPresent() && fault.get().effect() instanceof Effect.Status status) {
                return turn -> turn.fail(fault.get(), status);
            }
            if (asksForMessage) {
                MessagesRequest asked = answering.apis().anthropic().reader().messages(body, route.version());
                return turn -> message(turn, asked, fault, inFlight);
            }
            byte[] reply = answering.lookup().answer(route, body);
            return turn -> turn.reply(reply);
        } catch (RefusedException refused) {
            return turn -> turn.refuse(refused.refusal());
        }
    }

    private void message(Turn turn, MessagesRequest asked, Optional<Fault> fault, int inFlight) {
        AnthropicApi api = answering.apis().anthropic();
        try {
            api.requireRoom(inFlight);
            turn.play(Performance.of(asked, turn.incoming(), answering), fault);
        } catch (RefusedException refused) {
            turn.refuse(refused.refusal());
        }
    }

    private Intent openAi(HttpRequest head, Incoming incoming, byte[] body, int inFlight) {
        try {
            OpenAiRoute route = OpenAiRoute.of(head);
            OpenAiApi api = answering.apis().openAi();
            boolean asksForCompletion = route.target() == OpenAiRoute.Target.COMPLETION;
            Optional<Fault> fault = openAiFault(head, incoming, asksForCompletion);
            if (fault.isPresent() && fault.get().effect() instanceof Effect.Status status) {
                return turn -> turn.fail(fault.get(), status);
            }
            if (asksForCompletion) {
                OpenAiRequest asked = api.reader().read(body, route.kind());
                return turn -> completion(turn, asked, fault, inFlight);
            }
            byte[] reply = route.target() == OpenAiRoute.Target.MODELS
                    ? api.models().list()
                    : api.models().one(route.model());
            return turn -> turn.reply(reply);
        } catch (OpenAiRefusedException refused) {
            return turn -> turn.refuse(refused.refusal());
        }
    }

    private void completion(Turn turn, OpenAiRequest asked, Optional<Fault> fault, int inFlight) {
        try {
            answering.apis().openAi().requireRoom(inFlight);
            turn.play(Performance.of(asked, turn.incoming(), answering), fault);
        } catch (OpenAiRefusedException refused) {
            turn.refuse(refused.refusal());
        }
    }

    private Optional<Fault> fault(HttpRequest head, Incoming incoming, boolean planned) throws RefusedException {
        try {
            return answering.faults().of(head, incoming, planned);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.invalid(e.getMessage()));
        }
    }

    private Optional<Fault> openAiFault(HttpRequest head, Incoming incoming, boolean planned)
            throws OpenAiRefusedException {
        try {
            return answering.faults().of(head, incoming, planned);
        } catch (IllegalArgumentException e) {
            throw new OpenAiRefusedException(OpenAiRefusal.malformed(e.getMessage()));
        }
    }
}
