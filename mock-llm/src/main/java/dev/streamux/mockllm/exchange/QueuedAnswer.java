package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.ledger.Closing;
import dev.streamux.mockllm.load.Place;
import dev.streamux.mockllm.load.Seat;
import dev.streamux.mockllm.stream.Ongoing;
import io.netty.channel.EventLoop;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An answer that runs when the batch has room for it. What happens before an answer, such as a refusal, never waits.
 *
 * <p>Its schedule is made when it starts, because it depends on how many run then.
 */
final class QueuedAnswer implements Ongoing {
    private final Core core;
    private final Answer answer;
    private final BiFunction<Answer, Closing, Ongoing> departure;
    private final Runnable over;
    private final Seat seat;
    private @Nullable Ongoing begun;

    /** An answer that has not begun; {@code over} runs on its event loop when it is over. */
    QueuedAnswer(
            Core core, EventLoop loop, Answer answer, BiFunction<Answer, Closing, Ongoing> departure, Runnable over) {
        this.core = core;
        this.answer = answer;
        this.departure = departure;
        this.over = over;
        this.seat = core.batch()
                .seat(
                        answer.arrivalNanos(),
                        answer.script().load().mostRunning(),
                        place -> loop.execute(() -> begin(place)));
    }

    @Override
    public void start() {
        if (answer.faults().stream().anyMatch(fault -> fault.action() instanceof Fault.Early)) {
            begin(Place.ALONE);
        } else {
            seat.take().ifPresent(this::begin);
        }
    }

    private void begin(Place place) {
        if (begun != null) {
            return;
        }
        Ongoing ongoing = departed(answer.at(place), () -> {
            seat.leave();
            over.run();
        });
        begun = ongoing;
        ongoing.start();
    }

    /** What cannot even depart is over, so that it keeps no seat and no memory. */
    private Ongoing departed(Answer placed, Runnable end) {
        boolean departed = false;
        try {
            Ongoing ongoing = departure.apply(placed, core.closing(end));
            departed = true;
            return ongoing;
        } finally {
            if (!departed) {
                end.run();
            }
        }
    }

    @Override
    public void writabilityChanged() {
        Ongoing ongoing = begun;
        if (ongoing != null) {
            ongoing.writabilityChanged();
        }
    }

    /** An answer that still waits begins and is left at once, so that its emission tells of both. */
    @Override
    public void clientLeft() {
        begin(new Place(Math.max(0, core.clock().nanos() - answer.arrivalNanos()), 0));
        Ongoing ongoing = begun;
        if (ongoing != null) {
            ongoing.clientLeft();
        }
    }
}
