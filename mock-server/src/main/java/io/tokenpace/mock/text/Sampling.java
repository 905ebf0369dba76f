package io.tokenpace.mock.text;

/**
 * How the next token is drawn from the logits: softmax at a temperature, of which the likeliest {@code topK} tokens are
 * kept, and of those the fewest likeliest whose shares reach {@code topP}.
 *
 * @param temperature 0 always takes the likeliest token
 * @param topP from 0 to 1; 1 keeps all
 * @param topK 0 keeps all
 */
public record Sampling(double temperature, double topP, int topK) {
    /** What a request gets that asks for nothing else. */
    public static final Sampling DEFAULT = new Sampling(1, 1, 0);

    public Sampling {
        if (!(temperature >= 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException(
                    "temperature (" + temperature + ") must be zero or positive, and finite");
        }
        if (!(topP >= 0 && topP <= 1)) {
            throw new IllegalArgumentException("topP (" + topP + ") must be from 0 to 1");
        }
        if (topK < 0) {
            throw new IllegalArgumentException("topK (" + topK + ") must be zero or positive");
        }
    }
}
