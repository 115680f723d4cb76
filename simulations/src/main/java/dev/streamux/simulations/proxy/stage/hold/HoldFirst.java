package dev.streamux.simulations.proxy.stage.hold;

import dev.streamux.simulations.proxy.stage.Ending;
import dev.streamux.simulations.proxy.stage.Forwarding;
import dev.streamux.simulations.proxy.stage.Stage;
import io.netty.buffer.ByteBuf;

/** Holds the first bytes until there are enough of them, as content sniffers do; then passes everything at once. */
public final class HoldFirst extends Forwarding {
    private final int bytesWanted;
    private final Held held = new Held();
    private boolean open;

    /** A stage that waits for this many bytes, ≥ 1. */
    public HoldFirst(Stage next, int bytesWanted) {
        super(next);
        this.bytesWanted = bytesWanted;
    }

    @Override
    public void body(ByteBuf bytes) {
        if (open) {
            super.body(bytes);
            return;
        }
        held.add(bytes);
        if (held.size() >= bytesWanted) {
            open = true;
            super.body(held.takeAll());
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
