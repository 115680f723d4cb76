package dev.streamux.simulations.proxy.stage.hold;

import dev.streamux.simulations.proxy.stage.Ending;
import dev.streamux.simulations.proxy.stage.Forwarding;
import dev.streamux.simulations.proxy.stage.Stage;
import io.netty.buffer.ByteBuf;

/** Passes each event on when the next one is complete, and the last one at the end: always one event behind. */
public final class HoldOne extends Forwarding {
    private final Held held = new Held();
    private final EventBoundary boundary = new EventBoundary();
    private int completeBytes;

    /** A stage in front of {@code next}. */
    public HoldOne(Stage next) {
        super(next);
    }

    @Override
    public void body(ByteBuf bytes) {
        int before = held.size();
        int from = bytes.readerIndex();
        int lastEnd = -1;
        int lastButOneEnd = completeBytes;
        for (int i = 0; i < bytes.readableBytes(); i++) {
            if (boundary.endsEvent(bytes.getByte(from + i))) {
                lastButOneEnd = lastEnd < 0 ? completeBytes : lastEnd;
                lastEnd = before + i + 1;
            }
        }
        held.add(bytes);
        if (lastEnd >= 0) {
            if (lastButOneEnd > 0) {
                super.body(held.take(lastButOneEnd));
            }
            completeBytes = lastEnd - lastButOneEnd;
        }
    }

    @Override
    public void end(Ending ending) {
        if (ending == Ending.CLEAN && held.size() > 0) {
            super.body(held.takeAll());
        }
        held.clear();
        super.end(ending);
    }

    @Override
    public void release() {
        held.clear();
        super.release();
    }
}
