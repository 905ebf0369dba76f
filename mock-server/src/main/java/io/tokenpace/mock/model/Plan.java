package io.tokenpace.mock.model;

/** Everything about one answer that is settled when its request arrives; when it starts is not. */
record Plan(Terms terms, AnswerLength length, Gaps gaps, Bundles bundles) {
    static Plan draw(ServiceParameters service, Demand demand) {
        AnswerLength length = AnswerLength.draw(
                service.answerTokens(), demand.key(), demand.minAnswerTokens(), demand.answerTokens());
        return draw(service, demand, Script.plain(length));
    }

    /** Draws all but the length, which the script has settled. */
    static Plan draw(ServiceParameters service, Demand demand, Script script) {
        Terms terms = Terms.draw(service, demand);
        AnswerLength length = script.length();
        Decode decode = service.decode();
        long key = demand.key().bits();
        Gaps gaps = decode.jitter().isPresent()
                ? Gaps.jittered(terms.tokenNanos(), decode.jitter().get(), key, length.tokens())
                : Gaps.steady(terms.tokenNanos());
        Gaps interrupted = script.pause().map(pause -> pause.in(gaps)).orElse(gaps);
        Bundles bundles = Bundles.of(script, decode.bundle(), key);
        return new Plan(terms, length, interrupted, bundles);
    }

    /** Returns the time from the start of the prefill to the last token. */
    long serviceNanos() {
        return nanosThrough(length.tokens());
    }

    /** Returns the time from the start of the prefill until {@code tokens} are there; the prefill itself for none. */
    long nanosThrough(int tokens) {
        return terms.prefillNanos() + gaps.nanos(Math.max(0, tokens - 1));
    }
}
