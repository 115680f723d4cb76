package dev.streamux.reports.drawing;

import dev.streamux.reports.drawing.Shape.Area;
import dev.streamux.reports.drawing.Shape.Bars;
import dev.streamux.reports.drawing.Shape.Box;
import dev.streamux.reports.drawing.Shape.Curve;
import dev.streamux.reports.drawing.Shape.Dot;
import dev.streamux.reports.drawing.Shape.Label;
import dev.streamux.reports.drawing.Shape.Moved;
import dev.streamux.reports.drawing.Shape.Polyline;
import dev.streamux.reports.drawing.Shape.Stamp;
import dev.streamux.reports.drawing.Shape.Tipped;
import dev.streamux.reports.words.Escape;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing as inline SVG.
 *
 * <p>Colours are presentation attributes, which any style sheet overrides by class and which need none; there is no
 * {@code style} attribute and no script. Numbers are rounded to a tenth, so the output is small and the same everywhere.
 * Shapes of one kind and colour that follow each other are one element, however many there are; labels are brought
 * together for it.
 */
public final class SvgWriter {
    private static final double USUAL_SIZE = 12;
    private static final String NAMESPACE = "xmlns=\"http://www.w3.org/2000/svg\"";

    private final SvgOutput out = new SvgOutput();

    private SvgWriter() {}

    /**
     * The drawing as an {@code svg} element that is an image to assistive technology.
     *
     * @param id unique on the page; letters, digits and hyphens
     */
    public static String inline(Drawing drawing, String id) {
        SvgWriter writer = new SvgWriter();
        SvgOutput out = writer.out;
        out.raw("<svg " + NAMESPACE + " role=\"img\" id=\"" + id + "\" aria-labelledby=\"" + id + "-t " + id
                + "-d\" viewBox=\"0 0 ");
        out.number(drawing.width()).raw(" ").number(drawing.height()).raw("\"");
        out.attribute("width", drawing.width()).attribute("height", drawing.height());
        drawing.axes().ifPresent(axes -> out.raw(axes.attributes()));
        out.raw(" font-family=\"system-ui,sans-serif\" font-size=\"12\">");
        writer.words("title", id + "-t", drawing.title());
        writer.words("desc", id + "-d", drawing.description());
        writer.all(drawing.shapes());
        return out.raw("</svg>").toString();
    }

    /** An element that shows nothing itself and holds what the stamps of other drawings on the page refer to. */
    public static String definitions(List<Stamp> stamps) {
        SvgWriter writer = new SvgWriter();
        writer.out.raw("<svg " + NAMESPACE + " width=\"0\" height=\"0\" aria-hidden=\"true\""
                + " font-family=\"system-ui,sans-serif\" font-size=\"12\"><defs>");
        for (Stamp stamp : stamps) {
            writer.out.raw("<g id=\"" + stamp.id() + "\">");
            writer.all(stamp.shapes());
            writer.out.raw("</g>");
        }
        return writer.out.raw("</defs></svg>").toString();
    }

    private void words(String name, String id, String text) {
        out.raw("<" + name + " id=\"" + id + "\">" + Escape.html(text) + "</" + name + ">");
    }

    private void all(List<Shape> drawn) {
        List<Shape> shapes = labelsByStyle(drawn);
        int from = 0;
        while (from < shapes.size()) {
            int to = from + 1;
            while (to < shapes.size() && shapes.get(from).joins(shapes.get(to))) {
                to++;
            }
            run(shapes.subList(from, to));
            from = to;
        }
    }

    /** Labels that follow each other lie apart on the paper, so those of one style may be written together. */
    private static List<Shape> labelsByStyle(List<Shape> shapes) {
        List<Shape> ordered = new ArrayList<>(shapes.size());
        List<List<Shape>> styles = new ArrayList<>();
        for (Shape shape : shapes) {
            if (!(shape instanceof Label)) {
                styles.forEach(ordered::addAll);
                styles.clear();
                ordered.add(shape);
                continue;
            }
            styles.stream()
                    .filter(style -> style.get(0).joins(shape))
                    .findFirst()
                    .orElseGet(() -> {
                        styles.add(new ArrayList<>());
                        return styles.get(styles.size() - 1);
                    })
                    .add(shape);
        }
        styles.forEach(ordered::addAll);
        return ordered;
    }

    /** Writes shapes that join each other; most runs are of one. */
    private void run(List<Shape> shapes) {
        Shape first = shapes.get(0);
        if (first instanceof Polyline line) {
            lines(shapes.stream().map(Polyline.class::cast).toList(), line.stroke());
        } else if (first instanceof Label label) {
            labels(shapes.stream().map(Label.class::cast).toList(), label);
        } else if (first instanceof Bars bars) {
            bars(shapes.stream().map(Bars.class::cast).toList(), bars);
        } else if (first instanceof Dot dot && shapes.size() > 1) {
            discs(shapes.stream().map(Dot.class::cast).toList(), dot);
        } else if (first instanceof Box box && box.radius() == 0) {
            boxes(shapes.stream().map(Box.class::cast).toList(), box);
        } else {
            shapes.forEach(this::single);
        }
    }

    private void single(Shape shape) {
        if (shape instanceof Curve curve) {
            out.raw("<path data-s=\"" + curve.series() + "\"").line(curve.stroke());
            out.path(new PathData().lines(Simplification.of(curve.points())));
        } else if (shape instanceof Area area) {
            out.raw("<path").fill(area.fill()).opacity(area.opacity());
            out.path(new PathData().lines(Simplification.of(area.points())).close());
        } else if (shape instanceof Box box) {
            out.raw("<rect").fill(box.fill(), box.outline());
            out.attribute("x", box.x()).attribute("y", box.y());
            out.attribute("width", box.width()).attribute("height", box.height());
            out.attribute("rx", box.radius()).raw("/>");
        } else if (shape instanceof Dot dot) {
            out.raw("<circle").fill(dot.fill(), dot.outline());
            out.attribute("cx", dot.centre().x()).attribute("cy", dot.centre().y());
            out.attribute("r", dot.radius()).raw("/>");
        } else if (shape instanceof Tipped tipped) {
            out.raw("<g><title>" + Escape.html(tipped.tip()) + "</title>");
            all(tipped.shapes());
            out.raw("</g>");
        } else if (shape instanceof Moved moved) {
            out.raw("<g transform=\"translate(").number(moved.dx()).raw(" ").number(moved.dy());
            out.raw(")\">");
            all(moved.shapes());
            out.raw("</g>");
        } else if (shape instanceof Stamp stamp) {
            out.raw("<use href=\"#" + stamp.id() + "\"");
            out.attribute("x", stamp.at().x()).attribute("y", stamp.at().y()).raw("/>");
        }
    }

    private void lines(List<Polyline> lines, Stroke stroke) {
        PathData data = new PathData();
        lines.stream().filter(line -> line.points().size() > 1).forEach(line -> data.lines(line.points()));
        if (!data.toString().isEmpty()) {
            out.raw("<path").line(stroke).path(data);
        }
    }

    private void bars(List<Bars> runs, Bars style) {
        PathData data = new PathData();
        for (Bars bars : runs) {
            for (int i = 0; i < bars.bars().size(); i++) {
                Point start = bars.bars().get(i);
                data.move(start).line(new Point(start.x() + bars.lengths().get(i), start.y()));
            }
        }
        if (!data.toString().isEmpty()) {
            out.raw("<path").line(Stroke.solid(style.fill(), style.height())).opacity(style.opacity());
            out.path(data);
        }
    }

    private void boxes(List<Box> boxes, Box style) {
        PathData data = new PathData();
        for (Box box : boxes) {
            Point corner = new Point(box.x(), box.y());
            data.move(corner).line(new Point(box.x() + box.width(), box.y()));
            data.line(new Point(box.x() + box.width(), box.y() + box.height()));
            data.line(new Point(box.x(), box.y() + box.height())).close();
        }
        out.raw("<path").fill(style.fill(), style.outline()).path(data);
    }

    /** Lines without length under a round pen. */
    private void discs(List<Dot> dots, Dot style) {
        PathData data = new PathData();
        dots.forEach(dot -> data.point(dot.centre()));
        out.raw("<path").line(Stroke.solid(style.fill(), 2 * style.radius())).raw(" stroke-linecap=\"round\"");
        out.path(data);
    }

    private void labels(List<Label> labels, Label style) {
        out.raw(labels.size() == 1 ? "<text" : "<g").fill(style.ink());
        if (style.size() != USUAL_SIZE) {
            out.attribute("font-size", style.size());
        }
        if (style.anchor() != Shape.Anchor.START) {
            out.raw(style.anchor() == Shape.Anchor.END ? " text-anchor=\"end\"" : " text-anchor=\"middle\"");
        }
        out.raw(style.bold() ? " font-weight=\"600\"" : "");
        if (labels.size() > 1) {
            out.raw(">");
        }
        for (Label label : labels) {
            out.raw(labels.size() > 1 ? "<text" : "");
            out.attribute("x", label.at().x()).attribute("y", label.at().y());
            out.raw(">" + Escape.html(label.text()) + "</text>");
        }
        out.raw(labels.size() > 1 ? "</g>" : "");
    }
}
