package dev.streamux.reports.html;

import dev.streamux.reports.finding.Finding;
import java.util.List;

/**
 * What the template fills in. Plain text is escaped by the template; the parts that are markup say so.
 *
 * @param title of the document
 * @param headline the finding in one sentence
 * @param facts a few words each on what was run
 * @param warnings why the run is not to be trusted, or not whole; usually empty
 * @param findings the cards
 * @param filmstrip the first picture
 * @param sections everything below the replay
 * @param replayData JSON, escaped for a script element
 * @param summary CSV of every number, plain text
 * @param gatling whether to link to the report of Gatling beside the page
 * @param assets style, script and the policy that admits exactly these
 */
public record Page(
        String title,
        String headline,
        List<String> facts,
        List<String> warnings,
        List<Finding> findings,
        Figure filmstrip,
        List<Section> sections,
        String replayData,
        String summary,
        boolean gatling,
        Assets assets) {
    public Page {
        facts = List.copyOf(facts);
        warnings = List.copyOf(warnings);
        findings = List.copyOf(findings);
        sections = List.copyOf(sections);
    }
}
