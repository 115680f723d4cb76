package dev.streamux.reports.drawing;

import java.util.Optional;

/** SVG text in the making: attributes in their shortest form. Not thread-safe. */
final class SvgOutput {
    private final StringBuilder out = new StringBuilder(4096);

    /** Text that is markup already. */
    SvgOutput raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A number of tenths without needless digits. */
    SvgOutput number(double value) {
        long tenths = Math.round(value * 10);
        long rest = Math.abs(tenths) % 10;
        out.append(tenths < 0 ? "-" : "").append(Math.abs(tenths) / 10);
        if (rest != 0) {
            out.append('.').append(rest);
        }
        return this;
    }

    /** An attribute that is a number. */
    SvgOutput attribute(String name, double value) {
        raw(" " + name + "=\"");
        return number(value).raw("\"");
    }

    /** The class and colour of what is filled. */
    SvgOutput fill(Ink fill) {
        return fill(fill, Optional.empty());
    }

    /** What is filled has the ink's class; what is a line the same after {@code l-}; an outlined shape both. */
    SvgOutput fill(Ink fill, Optional<Stroke> outline) {
        raw(" class=\"" + fill.styleClass());
        outline.ifPresent(stroke -> raw(" l-" + stroke.ink().styleClass()));
        raw("\" fill=\"" + fill.colour() + "\"");
        outline.ifPresent(this::stroke);
        return this;
    }

    /** The class and colour of what is a line. */
    SvgOutput line(Stroke stroke) {
        raw(" class=\"l-" + stroke.ink().styleClass() + "\" fill=\"none\"");
        stroke(stroke);
        return this;
    }

    private void stroke(Stroke stroke) {
        raw(" stroke=\"" + stroke.ink().colour() + "\"");
        if (stroke.width() != 1) {
            attribute("stroke-width", stroke.width());
        }
        if (!stroke.dash().isEmpty()) {
            raw(" stroke-dasharray=\"" + stroke.dash() + "\"");
        }
    }

    /** How opaque, from 0 to 1; 1 is not written. */
    SvgOutput opacity(double opacity) {
        return opacity >= 1 ? this : raw(" opacity=\"" + Math.round(opacity * 100) / 100.0 + "\"");
    }

    /** The data of a path, and the end of its element. */
    SvgOutput path(PathData data) {
        return raw(" d=\"" + data + "\"/>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
