package dev.streamux.reports.html;

import dev.streamux.reports.finding.Finding;
import dev.streamux.reports.page.Figure;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.words.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * What the template fills in. Plain text is escaped by the template; the parts that are markup say so.
 *
 * @param title of the document
 * @param headline the finding in one sentence
 * @param facts a few words each on what was run
 * @param warnings why the run is not to be trusted, or not whole; usually empty
 * @param findings the cards
 * @param filmstrip the first picture, with the replay below it; empty if no answer was completed
 * @param sections everything below the replay
 * @param replayNote which answers the replay plays
 * @param replayData JSON, escaped for a script element
 * @param summary every number as {@link dev.streamux.reports.text.SummaryCsv#packed packed} CSV, plain text
 * @param stamps markup that the pictures refer to
 * @param gatling whether to link to the report of Gatling beside the page
 * @param assets style, script and the policy that admits exactly these
 */
public record Page(
        String title,
        String headline,
        List<String> facts,
        List<String> warnings,
        List<Finding> findings,
        Optional<Figure> filmstrip,
        List<Section> sections,
        String replayNote,
        String replayData,
        String summary,
        String stamps,
        boolean gatling,
        Assets assets) {
    public Page {
        headline = Sentence.unbroken(headline);
        facts = List.copyOf(facts);
        warnings = warnings.stream().map(Sentence::unbroken).toList();
        findings = List.copyOf(findings);
        sections = List.copyOf(sections);
    }
}
