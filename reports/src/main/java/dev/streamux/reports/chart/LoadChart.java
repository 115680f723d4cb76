package dev.streamux.reports.chart;

import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Palette;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Scale;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.drawing.Stroke;
import dev.streamux.reports.sample.ArmSample.Start;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The run from its start to its end: how many answers were under way, and the first words of each by its start. */
public final class LoadChart {
    private static final double WIDTH = 1080;
    private static final double LOAD_TOP = 22;
    private static final double LOAD_BOTTOM = 100;
    private static final double DOTS_TOP = 136;
    private static final double DOTS_BOTTOM = 330;
    private static final int STEPS = 300;
    /** More dots than this hide each other. */
    private static final int MOST_DOTS = 1_200;

    private LoadChart() {}

    /** The chart; dots are thinned evenly above 1,200. */
    public static Drawing of(List<ReportedArm> arms) {
        double right = WIDTH - Legend.WIDTH - 24;
        double bottom = Math.max(DOTS_BOTTOM, LOAD_TOP + Legend.height(arms.size()));
        List<Start> starts =
                arms.stream().flatMap(arm -> arm.sample().starts().stream()).toList();
        double end = starts.stream().mapToDouble(Start::endMillis).max().orElse(1000);
        Scale x = Scale.linear(0, Math.max(1, end), 58, right);
        Drawing.Sheet sheet = Drawing.sheet(WIDTH, bottom + 44);
        int most = load(sheet, x, starts, right);
        dots(sheet, arms, x, right, bottom);
        Legend.draw(
                sheet,
                new Point(right + 20, LOAD_TOP),
                arms,
                arm -> Amounts.count(arm.result().responses()) + " answers");
        String words =
                "At most " + most + " answers were under way at a time; the run lasted " + Amounts.time(end) + ".";
        return sheet.done("Load over time and the first words of each answer", words);
    }

    private static int load(Drawing.Sheet sheet, Scale x, List<Start> starts, double right) {
        double[] begins =
                starts.stream().mapToDouble(Start::startMillis).sorted().toArray();
        double[] ends = starts.stream().mapToDouble(Start::endMillis).sorted().toArray();
        int begun = 0;
        int ended = 0;
        int most = 1;
        List<Integer> active = new ArrayList<>();
        double last = ends.length == 0 ? 1 : ends[ends.length - 1];
        for (int i = 0; i <= STEPS; i++) {
            double now = last * i / STEPS;
            while (begun < begins.length && begins[begun] <= now) {
                begun++;
            }
            while (ended < ends.length && ends[ended] <= now) {
                ended++;
            }
            active.add(begun - ended);
            most = Math.max(most, begun - ended);
        }
        Scale y = Scale.linear(0, most, LOAD_BOTTOM, LOAD_TOP);
        List<Point> points = new ArrayList<>();
        points.add(new Point(x.at(0), LOAD_BOTTOM));
        for (int i = 0; i <= STEPS; i++) {
            points.add(new Point(x.at(last * i / STEPS), y.at(active.get(i))));
        }
        points.add(new Point(x.at(last), LOAD_BOTTOM));
        sheet.add(new Shape.Area(points, Ink.MUTED, 0.35));
        sheet.line(new Point(58, LOAD_BOTTOM), new Point(right, LOAD_BOTTOM), Stroke.AXIS);
        sheet.label(new Point(50, LOAD_TOP + 4), String.valueOf(most), Anchor.END, Ink.MUTED);
        sheet.label(new Point(50, LOAD_BOTTOM + 4), "0", Anchor.END, Ink.MUTED);
        sheet.label(new Point(58, LOAD_TOP - 8), "answers under way", Anchor.START, Ink.TEXT);
        return most;
    }

    private static void dots(Drawing.Sheet sheet, List<ReportedArm> arms, Scale x, double right, double bottom) {
        List<Double> firsts = arms.stream()
                .flatMap(arm -> arm.sample().firstTextMillis().stream())
                .filter(value -> value > 0)
                .sorted()
                .toList();
        double low = firsts.isEmpty() ? 10 : firsts.get(0) / 1.5;
        double high = firsts.isEmpty() ? 1000 : firsts.get(firsts.size() - 1) * 1.5;
        Plot plot = new Plot(x, Scale.logarithmic(low, high, bottom, DOTS_TOP), 58, right, DOTS_TOP, bottom);
        plot.axes(sheet, Amounts::seconds, Amounts::time, "intended start, seconds after the start of the run");
        sheet.label(new Point(58, DOTS_TOP - 8), "first words (✕ at the foot: not completed)", Anchor.START, Ink.TEXT);
        int all = arms.stream().mapToInt(arm -> arm.sample().starts().size()).sum();
        int stride = Math.max(1, (all + MOST_DOTS - 1) / MOST_DOTS);
        List<Shape> failures = new ArrayList<>();
        for (ReportedArm arm : arms) {
            List<Start> starts = arm.sample().starts();
            for (int i = 0; i < starts.size(); i += stride) {
                Start start = starts.get(i);
                if (!start.complete()) {
                    Point foot = new Point(x.at(start.startMillis()), bottom - 3);
                    failures.add(new Shape.Label(foot, "✕", Anchor.MIDDLE, 11, Ink.BAD, true));
                } else if (start.firstTextMillis() > 0) {
                    Point at = plot.at(start.startMillis(), start.firstTextMillis());
                    sheet.add(new Shape.Dot(at, 3.5, Palette.series(arm.index()), Optional.empty()));
                }
            }
        }
        failures.forEach(sheet::add);
    }
}
