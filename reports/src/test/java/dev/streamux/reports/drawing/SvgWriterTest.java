package dev.streamux.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.reports.drawing.Shape.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SvgWriterTest {
    private static String body(Drawing.Sheet sheet) {
        String svg = SvgWriter.inline(sheet.done("t", "d"), "x");
        return svg.substring(svg.indexOf("</desc>") + 7, svg.indexOf("</svg>"));
    }

    @Test
    void linesOfOneStrokeThatFollowEachOtherAreOnePath() {
        Drawing.Sheet sheet = Drawing.sheet(100, 50)
                .line(new Point(10, 20), new Point(30, 20), Stroke.GRID)
                .line(new Point(10, 25.5), new Point(12, 20), Stroke.GRID);
        // The second part starts 20 left of and 5.5 below the end of the first.
        assertThat(body(sheet))
                .isEqualTo("<path class=\"l-grid\" fill=\"none\" stroke=\"#d8dee4\" d=\"M10 20h20m-20 5.5l2-5.5\"/>");
    }

    @Test
    void anotherStrokeIsAnotherPath() {
        Drawing.Sheet sheet = Drawing.sheet(100, 50)
                .line(new Point(0, 0), new Point(1, 0), Stroke.GRID)
                .line(new Point(0, 0), new Point(1, 0), Stroke.AXIS);
        assertThat(body(sheet)).containsOnlyOnce("#d8dee4").containsOnlyOnce("#57606a");
    }

    @Test
    void discsAreLinesWithoutLengthUnderARoundPen() {
        Drawing.Sheet sheet = Drawing.sheet(100, 50)
                .add(new Shape.Dot(new Point(5, 5), 3.5, Ink.GOOD, Optional.empty()))
                .add(new Shape.Dot(new Point(9.2, 4), 3.5, Ink.GOOD, Optional.empty()));
        assertThat(body(sheet)).contains("stroke-width=\"7\"").contains("d=\"M5 5h0m4.2-1h0\"");
    }

    @Test
    void labelsOfOneLookShareIt() {
        Drawing.Sheet sheet = Drawing.sheet(100, 50)
                .label(new Point(1, 2), "a<b", Anchor.END, Ink.MUTED)
                .label(new Point(3, 4), "c", Anchor.END, Ink.MUTED);
        assertThat(body(sheet))
                .isEqualTo("<g class=\"muted\" fill=\"#57606a\" text-anchor=\"end\"><text x=\"1\" y=\"2\">a&lt;b</text>"
                        + "<text x=\"3\" y=\"4\">c</text></g>");
    }

    @Test
    void boxesOfOneLookAreOnePathWhoseStartCountsAfterAClose() {
        Drawing.Sheet sheet = Drawing.sheet(100, 50)
                .box(new Point(1, 1), 10, 5, Ink.SURFACE)
                .box(new Point(21, 1), 10, 5, Ink.SURFACE);
        assertThat(body(sheet)).contains("d=\"M1 1h10v5h-10zm20 0h10v5h-10z\"");
    }

    @Test
    void whatIsLeftOutOfACurveLiesWithinAQuarterOfAUnit() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            points.add(new Point(i, i % 2 == 0 ? 0 : 0.2));
        }
        points.add(new Point(101, 30));
        assertThat(Simplification.of(points)).containsExactly(new Point(0, 0), new Point(100, 0), new Point(101, 30));
    }

    @Test
    void aStampIsWrittenOnceAndUsedByItsName() {
        Shape.Stamp stamp = new Shape.Stamp(
                "m0", new Point(0, 0), List.of(new Shape.Dot(new Point(0, 0), 8, Ink.PAGE, Optional.empty())));
        assertThat(SvgWriter.definitions(List.of(stamp))).contains("<g id=\"m0\"><circle");
        assertThat(body(Drawing.sheet(9, 9).add(stamp.at(new Point(3, 4)))))
                .isEqualTo("<use href=\"#m0\" x=\"3\" y=\"4\"/>");
    }
}
