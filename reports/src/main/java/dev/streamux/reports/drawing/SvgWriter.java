package dev.streamux.reports.drawing;

import dev.streamux.reports.drawing.Shape.Area;
import dev.streamux.reports.drawing.Shape.Bars;
import dev.streamux.reports.drawing.Shape.Box;
import dev.streamux.reports.drawing.Shape.Dot;
import dev.streamux.reports.drawing.Shape.Label;
import dev.streamux.reports.drawing.Shape.Moved;
import dev.streamux.reports.drawing.Shape.Polyline;
import dev.streamux.reports.drawing.Shape.Tipped;
import dev.streamux.reports.words.Escape;
import java.util.List;
import java.util.Optional;

/**
 * A drawing as inline SVG.
 *
 * <p>Colours are presentation attributes, which any style sheet overrides by class and which need none; there is no
 * {@code style} attribute and no script. Numbers are rounded to a tenth, so the output is small and the same everywhere.
 */
public final class SvgWriter {
    private static final double USUAL_SIZE = 12;

    private final StringBuilder out = new StringBuilder(4096);

    private SvgWriter() {}

    /**
     * The drawing as an {@code svg} element that is an image to assistive technology.
     *
     * @param id unique on the page; letters, digits and hyphens
     */
    public static String inline(Drawing drawing, String id) {
        SvgWriter writer = new SvgWriter();
        writer.out
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" id=\"")
                .append(id);
        writer.out
                .append("\" aria-labelledby=\"")
                .append(id)
                .append("-t ")
                .append(id)
                .append("-d\" viewBox=\"0 0 ");
        writer.number(drawing.width()).append(' ');
        writer.number(drawing.height()).append("\" width=\"");
        writer.number(drawing.width()).append("\" height=\"");
        writer.number(drawing.height()).append("\" font-family=\"system-ui,sans-serif\" font-size=\"12\">");
        writer.element("title", id + "-t", drawing.title());
        writer.element("desc", id + "-d", drawing.description());
        drawing.shapes().forEach(writer::shape);
        return writer.out.append("</svg>").toString();
    }

    private void element(String name, String id, String text) {
        out.append('<').append(name).append(" id=\"").append(id).append("\">");
        out.append(Escape.html(text)).append("</").append(name).append('>');
    }

    private void shape(Shape shape) {
        if (shape instanceof Polyline line) {
            polyline(line);
        } else if (shape instanceof Area area) {
            out.append("<path");
            paint(area.fill(), Optional.empty());
            out.append(opacity(area.opacity()));
            path(area.points()).append("z\"/>");
        } else if (shape instanceof Bars bars) {
            bars(bars);
        } else if (shape instanceof Box box) {
            box(box);
        } else if (shape instanceof Dot dot) {
            dot(dot);
        } else if (shape instanceof Label label) {
            label(label);
        } else if (shape instanceof Tipped tipped) {
            out.append("<g><title>").append(Escape.html(tipped.tip())).append("</title>");
            tipped.shapes().forEach(this::shape);
            out.append("</g>");
        } else if (shape instanceof Moved moved) {
            out.append("<g transform=\"translate(");
            number(moved.dx()).append(' ');
            number(moved.dy()).append(")\">");
            moved.shapes().forEach(this::shape);
            out.append("</g>");
        }
    }

    private void polyline(Polyline line) {
        if (line.points().size() < 2) {
            return;
        }
        out.append("<path");
        line(line.stroke());
        path(line.points()).append("\"/>");
    }

    private StringBuilder path(List<Point> points) {
        out.append(" d=\"M");
        long lastX = Math.round(points.get(0).x() * 10);
        long lastY = Math.round(points.get(0).y() * 10);
        tenths(lastX).append(' ');
        tenths(lastY);
        for (Point point : points.subList(1, points.size())) {
            long x = Math.round(point.x() * 10);
            long y = Math.round(point.y() * 10);
            if (y == lastY) {
                out.append('h');
                tenths(x - lastX);
            } else if (x == lastX) {
                out.append('v');
                tenths(y - lastY);
            } else {
                out.append('l');
                tenths(x - lastX).append(' ');
                tenths(y - lastY);
            }
            lastX = x;
            lastY = y;
        }
        return out;
    }

    private void bars(Bars bars) {
        if (bars.bars().isEmpty()) {
            return;
        }
        out.append("<path");
        line(Stroke.solid(bars.fill(), bars.height()));
        out.append(opacity(bars.opacity())).append(" d=\"");
        for (int i = 0; i < bars.bars().size(); i++) {
            Point start = bars.bars().get(i);
            out.append('M');
            number(start.x()).append(' ');
            number(start.y()).append('h');
            number(bars.lengths().get(i));
        }
        out.append("\"/>");
    }

    private void box(Box box) {
        out.append("<rect");
        paint(box.fill(), box.outline());
        attribute("x", box.x());
        attribute("y", box.y());
        attribute("width", box.width());
        attribute("height", box.height());
        if (box.radius() > 0) {
            attribute("rx", box.radius());
        }
        out.append("/>");
    }

    private void dot(Dot dot) {
        out.append("<circle");
        paint(dot.fill(), dot.outline());
        attribute("cx", dot.centre().x());
        attribute("cy", dot.centre().y());
        attribute("r", dot.radius());
        out.append("/>");
    }

    private void label(Label label) {
        out.append("<text");
        paint(label.ink(), Optional.empty());
        attribute("x", label.at().x());
        attribute("y", label.at().y());
        if (label.size() != USUAL_SIZE) {
            attribute("font-size", label.size());
        }
        if (label.anchor() != Shape.Anchor.START) {
            out.append(" text-anchor=\"");
            out.append(label.anchor() == Shape.Anchor.END ? "end" : "middle").append('"');
        }
        if (label.bold()) {
            out.append(" font-weight=\"600\"");
        }
        out.append('>').append(Escape.html(label.text())).append("</text>");
    }

    /** What is filled has the ink's class; what is a line the same after {@code l-}; an outlined shape both. */
    private void paint(Ink fill, Optional<Stroke> outline) {
        out.append(" class=\"").append(fill.styleClass());
        outline.ifPresent(stroke -> out.append(" l-").append(stroke.ink().styleClass()));
        out.append("\" fill=\"").append(fill.colour()).append('"');
        outline.ifPresent(this::strokeAttributes);
    }

    private void line(Stroke stroke) {
        out.append(" class=\"l-").append(stroke.ink().styleClass()).append("\" fill=\"none\"");
        strokeAttributes(stroke);
    }

    private void strokeAttributes(Stroke stroke) {
        out.append(" stroke=\"").append(stroke.ink().colour()).append('"');
        if (stroke.width() != 1) {
            attribute("stroke-width", stroke.width());
        }
        if (!stroke.dash().isEmpty()) {
            out.append(" stroke-dasharray=\"").append(stroke.dash()).append('"');
        }
    }

    private static String opacity(double opacity) {
        return opacity >= 1 ? "" : " opacity=\"" + Math.round(opacity * 100) / 100.0 + "\"";
    }

    private void attribute(String name, double value) {
        out.append(' ').append(name).append("=\"");
        number(value).append('"');
    }

    private StringBuilder number(double value) {
        return tenths(Math.round(value * 10));
    }

    private StringBuilder tenths(long tenths) {
        return out.append(text(tenths));
    }

    private static String text(long tenths) {
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }
}
