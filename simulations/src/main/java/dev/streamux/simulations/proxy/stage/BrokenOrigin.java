package dev.streamux.simulations.proxy.stage;

/** Conceals that the origin broke off: as a clean end, or by never ending at all. */
public final class BrokenOrigin extends Forwarding {
    /** What the client is told in place of the truth. */
    public enum Told {
        /** That the answer is finished. */
        CLEAN_END,
        /** Nothing: the connection stays open and silent. */
        NOTHING
    }

    private final Told told;
    private boolean headPassed;

    /** A stage that tells the client this. */
    public BrokenOrigin(Stage next, Told told) {
        super(next);
        this.told = told;
    }

    @Override
    public void head(io.netty.handler.codec.http.HttpResponse response) {
        headPassed = true;
        super.head(response);
    }

    @Override
    public void end(Ending ending) {
        if (ending == Ending.CLEAN || !headPassed) {
            super.end(ending);
        } else if (told == Told.CLEAN_END) {
            super.end(Ending.CLEAN);
        }
    }
}
