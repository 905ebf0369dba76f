package io.tokenpace.bench.analysis;

/**
 * What a client saw of one streamed answer, in nanoseconds of the clock that all processes of a host share.
 *
 * @param id the number that the service gave the request
 * @param sentNanos when its first byte was handed to the socket
 * @param arrivalNanos the stamps of the arrivals that carried content, in order
 * @param firstEvents how many events with content had come before each of those arrivals
 * @param events how many had come at the end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record SeenAnswer(String id, long sentNanos, long[] arrivalNanos, int[] firstEvents, int events) {
    public SeenAnswer {
        if (arrivalNanos.length != firstEvents.length) {
            throw new IllegalArgumentException("firstEvents (" + firstEvents.length + ") must be as many as arrivals ("
                    + arrivalNanos.length + ")");
        }
        for (int i = 0; i < firstEvents.length; i++) {
            int before = i == 0 ? -1 : firstEvents[i - 1];
            if (firstEvents[i] <= before || firstEvents[i] >= events) {
                throw new IllegalArgumentException("first event (" + firstEvents[i] + ") of arrival " + i
                        + " must be above " + before + " and below " + events);
            }
        }
    }

    int arrivals() {
        return arrivalNanos.length;
    }

    int firstEvent(int arrival) {
        return firstEvents[arrival];
    }
}
