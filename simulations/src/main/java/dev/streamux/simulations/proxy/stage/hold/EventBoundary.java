package dev.streamux.simulations.proxy.stage.hold;

/** Finds the blank lines that end server-sent events; line ends are LF, CRLF or CR. */
final class EventBoundary {
    private boolean lineIsEmpty = true;
    private boolean afterCarriageReturn;

    /** Takes the next byte; true if an event ends with it. A CRLF counts at its CR. */
    boolean endsEvent(byte next) {
        if (next == '\n' && afterCarriageReturn) {
            afterCarriageReturn = false;
            return false;
        }
        afterCarriageReturn = next == '\r';
        if (next != '\n' && next != '\r') {
            lineIsEmpty = false;
            return false;
        }
        boolean blank = lineIsEmpty;
        lineIsEmpty = true;
        return blank;
    }
}
