package io.tokenpace.mock.http;

/** Makes the play of an answer, healthy or with the fault of its stage. */
record Plays(StreamPlays streamed, WholePlays whole) {
    static Plays of(Errors errors) {
        return new Plays(new StreamPlays(errors), new WholePlays(errors));
    }

    Play of(Stage stage, Performance performance) {
        return performance.account().streamed()
                ? streamed.of(stage, performance.streamed().apply(stage.timeline()))
                : whole.of(stage, performance.whole());
    }
}
