package dev.streamux.reports.picture;

import dev.streamux.reports.chart.Filmstrip;
import dev.streamux.reports.chart.HeatMap;
import dev.streamux.reports.chart.VisibleShareChart;
import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.PngWriter;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.run.RunReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the filmstrip, the curves and the heat map as PNG images of about 2,200 pixels' width. */
public final class Pictures {
    private static final double PIXELS = 2;
    private static final double MARGIN = 24;
    private static final double TITLE = 30;

    private Pictures() {}

    /**
     * Writes {@code filmstrip.png}, {@code visible-share.png} and {@code arrivals.png}.
     *
     * @param folder made if it is not there
     * @return the files in this order
     * @throws IOException if they cannot be written
     */
    public static List<Path> write(RunReport report, Path folder) throws IOException {
        double horizon = report.samples().horizonMillis();
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        drawings.put("filmstrip.png", Filmstrip.of(report.arms(), horizon));
        drawings.put(
                "visible-share.png",
                VisibleShareChart.of(report.arms(), horizon, report.options().metrics(), List.of()));
        drawings.put("arrivals.png", HeatMap.of(report.arms(), horizon));
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, Drawing> entry : drawings.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            try (OutputStream out = Files.newOutputStream(file)) {
                PngWriter.write(framed(entry.getValue()), PIXELS, out);
            }
            files.add(file);
        }
        return files;
    }

    /** A picture on a slide needs its title in it and some air around it. */
    private static Drawing framed(Drawing drawing) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Label(new Point(MARGIN, MARGIN + 14), drawing.title(), Anchor.START, 18, Ink.TEXT, true));
        shapes.add(new Shape.Moved(MARGIN, MARGIN + TITLE, drawing.shapes()));
        return new Drawing(
                drawing.width() + 2 * MARGIN,
                drawing.height() + 2 * MARGIN + TITLE,
                drawing.title(),
                drawing.description(),
                drawing.axes(),
                shapes);
    }
}
