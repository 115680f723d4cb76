package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.fault.Fault;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.WireError;
import java.util.List;
import java.util.Optional;

/** Which faults mean something for which answer. One that could do nothing is refused, so that no test passes for nothing. */
final class FaultReach {
    private static final List<Fault.Action> NEED_EVENTS = List.of(Fault.Twist.DUPLICATE, Fault.Twist.REORDER);

    private FaultReach() {}

    /**
     * Why the answer is refused, if one of its faults could do nothing.
     *
     * @param delivery how it would leave
     * @param shared whether on a connection with others, as in HTTP/2
     */
    static Optional<WireError> problem(Answer answer, Delivery delivery, boolean shared) {
        // All that were ordered, not only those that the draw has left: a mistake is told at once.
        return answer.script().faults().stream()
                .map(fault -> problem(fault, delivery, shared))
                .flatMap(Optional::stream)
                .findFirst()
                .map(problem -> WireError.of(ErrorKind.INVALID_REQUEST, problem));
    }

    private static Optional<String> problem(Fault fault, Delivery delivery, boolean shared) {
        String word = fault.action().word();
        if (delivery == Delivery.JSON && NEED_EVENTS.contains(fault.action())) {
            return Optional.of("fault \"" + word + "\" does nothing to an answer in one body, which has no events; "
                    + "ask for a stream, or use another fault");
        }
        if (fault.action() == Fault.Twist.GO_AWAY && !shared) {
            return Optional.of("fault \"" + word + "\" is for HTTP/2 only; elsewhere use missing-last-chunk or reset");
        }
        return Optional.empty();
    }
}
