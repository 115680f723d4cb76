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
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;

/** A drawing as a PNG image on white, without a browser and without a screen. */
public final class PngWriter {
    private final Graphics2D canvas;

    private PngWriter(Graphics2D canvas) {
        this.canvas = canvas;
    }

    /**
     * Writes the drawing.
     *
     * @param pixels the width and height of one unit of the drawing; 2 suits a slide
     * @throws IOException if the stream cannot be written to
     */
    public static void write(Drawing drawing, double pixels, OutputStream out) throws IOException {
        int width = (int) Math.ceil(drawing.width() * pixels);
        int height = (int) Math.ceil(drawing.height() * pixels);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setColor(colour(Ink.PAGE, 1));
            canvas.fillRect(0, 0, width, height);
            canvas.scale(pixels, pixels);
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            PngWriter writer = new PngWriter(canvas);
            drawing.shapes().forEach(writer::shape);
        } finally {
            canvas.dispose();
        }
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java runtime has no writer for PNG images");
        }
    }

    private void shape(Shape shape) {
        if (shape instanceof Polyline line) {
            use(line.stroke());
            canvas.draw(path(line.points()));
        } else if (shape instanceof Curve curve) {
            use(curve.stroke());
            canvas.draw(path(curve.points()));
        } else if (shape instanceof Area area) {
            Path2D path = path(area.points());
            path.closePath();
            canvas.setColor(colour(area.fill(), area.opacity()));
            canvas.fill(path);
        } else if (shape instanceof Bars bars) {
            bars(bars);
        } else if (shape instanceof Box box) {
            RoundRectangle2D outline = new RoundRectangle2D.Double(
                    box.x(), box.y(), box.width(), box.height(), 2 * box.radius(), 2 * box.radius());
            paint(outline, box.fill(), box.outline().stream().toList());
        } else if (shape instanceof Dot dot) {
            double r = dot.radius();
            Ellipse2D disc =
                    new Ellipse2D.Double(dot.centre().x() - r, dot.centre().y() - r, 2 * r, 2 * r);
            paint(disc, dot.fill(), dot.outline().stream().toList());
        } else if (shape instanceof Label label) {
            label(label);
        } else if (shape instanceof Tipped tipped) {
            tipped.shapes().forEach(this::shape);
        } else if (shape instanceof Moved moved) {
            moved(moved.dx(), moved.dy(), moved.shapes());
        } else if (shape instanceof Stamp stamp) {
            moved(stamp.at().x(), stamp.at().y(), stamp.shapes());
        }
    }

    private void moved(double dx, double dy, List<Shape> shapes) {
        canvas.translate(dx, dy);
        shapes.forEach(this::shape);
        canvas.translate(-dx, -dy);
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        for (Point point : points) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(point.x(), point.y());
            } else {
                path.lineTo(point.x(), point.y());
            }
        }
        return path;
    }

    private void bars(Bars bars) {
        canvas.setColor(colour(bars.fill(), bars.opacity()));
        for (int i = 0; i < bars.bars().size(); i++) {
            Point start = bars.bars().get(i);
            double top = start.y() - bars.height() / 2;
            canvas.fill(new Rectangle2D.Double(start.x(), top, bars.lengths().get(i), bars.height()));
        }
    }

    private void paint(java.awt.Shape outline, Ink fill, List<Stroke> strokes) {
        canvas.setColor(colour(fill, 1));
        canvas.fill(outline);
        for (Stroke stroke : strokes) {
            use(stroke);
            canvas.draw(outline);
        }
    }

    private void label(Label label) {
        canvas.setColor(colour(label.ink(), 1));
        int style = label.bold() ? Font.BOLD : Font.PLAIN;
        canvas.setFont(new Font(Font.SANS_SERIF, style, 1).deriveFont((float) (label.size() * 0.92)));
        double width =
                canvas.getFontMetrics().getStringBounds(label.text(), canvas).getWidth();
        double shift =
                label.anchor() == Shape.Anchor.START ? 0 : label.anchor() == Shape.Anchor.END ? width : width / 2;
        canvas.drawString(label.text(), (float) (label.at().x() - shift), (float)
                label.at().y());
    }

    private void use(Stroke stroke) {
        canvas.setColor(colour(stroke.ink(), 1));
        float width = (float) stroke.width();
        canvas.setStroke(
                stroke.dash().isEmpty()
                        ? new BasicStroke(width)
                        : new BasicStroke(
                                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes(stroke.dash()), 0));
    }

    private static float[] dashes(String dash) {
        String[] words = dash.split(" ", -1);
        float[] lengths = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            lengths[i] = Float.parseFloat(words[i]);
        }
        return lengths;
    }

    private static Color colour(Ink ink, double opacity) {
        int rgb = Integer.parseInt(ink.colour().substring(1), 16);
        return new Color(rgb >> 16, (rgb >> 8) & 255, rgb & 255, (int) Math.round(255 * opacity));
    }
}
