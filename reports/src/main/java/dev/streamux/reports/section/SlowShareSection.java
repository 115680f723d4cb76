package dev.streamux.reports.section;

import dev.streamux.analyzer.perception.ModelledSlowShare;
import dev.streamux.analyzer.perception.ModelledSlowShare.Band;
import dev.streamux.reports.chart.IntervalChart;
import dev.streamux.reports.chart.IntervalChart.Axis;
import dev.streamux.reports.chart.IntervalChart.Row;
import dev.streamux.reports.chart.IntervalChart.Span;
import dev.streamux.reports.chart.ReportedArm;
import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.SvgWriter;
import dev.streamux.reports.page.Figure;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The modelled share of people who would call the answer slow, never without its band and its caveat. */
final class SlowShareSection {
    private SlowShareSection() {}

    static Optional<Section> of(RunReport report) {
        List<Row> rows = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        Optional<ModelledSlowShare> any = Optional.empty();
        for (ReportedArm arm : report.arms()) {
            Optional<ModelledSlowShare> modelled = arm.result().modelledSlowShare();
            if (modelled.isPresent()) {
                any = modelled;
                rows.add(row(arm, modelled.get()));
                cells.add(cells(arm, modelled.get()));
            }
        }
        return any.map(model -> section(rows, cells, model));
    }

    private static Section section(List<Row> rows, List<List<String>> cells, ModelledSlowShare model) {
        Drawing drawing = IntervalChart.of(
                "Modelled share of people who would rate the answer as slow",
                rows,
                new Axis(
                        "modelled share that would rate the answer as slow",
                        0,
                        1,
                        Amounts::percent,
                        OptionalDouble.empty()));
        Table data = Table.numbers(
                "Modelled slow share",
                List.of("arm", "share", "sampling band", "band over model forms", "if shown only when whole"),
                cells);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("A model, not a measurement: no person rated these answers. It is a curve through two given"
                + " points, so read the band and not the dot.");
        paragraphs.add("Calibration: " + model.calibration());
        return new Section(
                "slow-share",
                "How many people would call it slow",
                paragraphs,
                List.of(new Figure(
                        SvgWriter.inline(drawing, "slow-picture"),
                        "Dot: the model. Thin bar: doubt from the number of raters. Wide bar: other curves that fit the"
                                + " two points as well. It assumes: " + String.join("; ", model.assumptions()) + ".",
                        Optional.of(data))),
                List.of());
    }

    private static Row row(ReportedArm arm, ModelledSlowShare model) {
        Band outer = new Band(
                Math.min(model.interval().low(), model.structuralEnvelope().low()),
                Math.max(model.interval().high(), model.structuralEnvelope().high()));
        return new Row(
                arm.name(),
                model.share(),
                Optional.of(span(model.interval())),
                Optional.of(span(outer)),
                Amounts.percent(model.share()) + " (" + words(outer) + ")",
                arm.verdictInk());
    }

    private static Span span(Band band) {
        return new Span(band.low(), band.high());
    }

    private static List<String> cells(ReportedArm arm, ModelledSlowShare model) {
        return List.of(
                arm.name(),
                Amounts.percent(model.share()),
                words(model.interval()),
                words(model.structuralEnvelope()),
                Amounts.percent(model.bufferedShare()));
    }

    private static String words(Band band) {
        return Amounts.percent(band.low()) + " to " + Amounts.percent(band.high());
    }
}
