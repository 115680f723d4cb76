package dev.streamux.mockllm;

import dev.streamux.mockllm.budget.Budget;
import java.time.Duration;

/**
 * What the server allows, so that no client can take it down. All are on by default.
 *
 * @param connections at once; beyond it a connection gets 503 and is closed
 * @param headerBytes of one request; beyond it 431
 * @param bodyBytes of one request; beyond it 413
 * @param requestTime from a request's first byte to its last; beyond it 408, against clients that trickle
 * @param idleTime of a connection between requests; beyond it the connection is closed
 * @param answerTime of one answer, from the request's arrival; beyond it the connection is reset
 * @param pendingBytes written and not taken by the client; beyond it the answer waits for the client
 * @param pipelined requests that wait on one connection; beyond it the connection is closed
 * @param memory what all requests and answers together may hold
 */
public record Bounds(
        int connections,
        int headerBytes,
        int bodyBytes,
        Duration requestTime,
        Duration idleTime,
        Duration answerTime,
        int pendingBytes,
        int pipelined,
        Memory memory) {
    /** Room for every test of a proxy, and for no accident. */
    public static final Bounds DEFAULT = new Bounds(
            18_000,
            64 * 1024,
            8 * 1024 * 1024,
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofHours(2),
            64 * 1024,
            16,
            Memory.FITTING_HERE);

    public Bounds {
        if (connections < 1 || headerBytes < 256 || bodyBytes < 256 || pendingBytes < 1024 || pipelined < 1) {
            throw new IllegalArgumentException(
                    "bounds must allow 1 connection, 256 bytes of headers and body, 1024 pending bytes and 1 request");
        }
    }

    /** The same with another number of connections. */
    public Bounds withConnections(int value) {
        return new Bounds(
                value, headerBytes, bodyBytes, requestTime, idleTime, answerTime, pendingBytes, pipelined, memory);
    }

    /** The same with another limit on bodies. */
    public Bounds withBodyBytes(int value) {
        return new Bounds(
                connections, headerBytes, value, requestTime, idleTime, answerTime, pendingBytes, pipelined, memory);
    }

    /** The same with another time for a request to come in. */
    public Bounds withRequestTime(Duration value) {
        return new Bounds(
                connections, headerBytes, bodyBytes, value, idleTime, answerTime, pendingBytes, pipelined, memory);
    }

    /** The same with another time between requests. */
    public Bounds withIdleTime(Duration value) {
        return new Bounds(
                connections, headerBytes, bodyBytes, requestTime, value, answerTime, pendingBytes, pipelined, memory);
    }

    /** The same with another time for an answer. */
    public Bounds withAnswerTime(Duration value) {
        return new Bounds(
                connections, headerBytes, bodyBytes, requestTime, idleTime, value, pendingBytes, pipelined, memory);
    }

    /** The same with other bounds on memory. */
    public Bounds withMemory(Memory value) {
        return new Bounds(
                connections, headerBytes, bodyBytes, requestTime, idleTime, answerTime, pendingBytes, pipelined, value);
    }

    /**
     * What all requests and answers together may hold. What comes beyond it is refused as too much for now.
     *
     * @param runningTokens output tokens of all answers that wait or run, ≥ 1
     * @param allBodiesBytes bodies of all requests that come in or are being answered, ≥ 1
     */
    public record Memory(long runningTokens, long allBodiesBytes) {
        /** By the largest heap of this JVM. */
        public static final Memory FITTING_HERE = new Memory(Budget.tokensFittingHere(), Budget.bodyBytesFittingHere());

        public Memory {
            if (runningTokens < 1 || allBodiesBytes < 1) {
                throw new IllegalArgumentException("there must be memory for 1 token and 1 byte");
            }
        }
    }
}
