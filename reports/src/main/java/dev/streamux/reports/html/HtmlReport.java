package dev.streamux.reports.html;

import dev.streamux.reports.run.RunReport;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the page. The same run gives the same bytes. */
public final class HtmlReport {
    private static final String TEMPLATES = "dev.streamux.reports.templates";

    private HtmlReport() {}

    /**
     * Writes the page whole, never half.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(RunReport report, Path file) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(temporary, render(report));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The page as text. */
    public static String render(RunReport report) {
        ClassLoader loader = HtmlReport.class.getClassLoader();
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, loader, TEMPLATES);
        StringOutput output = new StringOutput(1 << 17);
        engine.render("page.jte", PageBuilder.of(report), output);
        return output.toString();
    }
}
