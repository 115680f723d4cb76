package dev.streamux.reports.gate;

import java.util.ArrayList;
import java.util.List;

/** Names and messages that somebody may choose to break a file, to paint a terminal or to call people. */
final class HostileText {
    private HostileText() {}

    /** Each alone, and the last all of them in one. */
    static List<String> corpus() {
        List<String> parts = List.of(
                "</failure><script>alert(1)</script><!-- ]]> &amp; \"quoted\" 'single'",
                "a|b \\| c \\\\| d",
                "`code` ``more`` *bold* _italic_ ~~gone~~ $x^2$",
                "[a](https://evil.example) ![i](http://evil.example/x.png) <https://evil.example> www.evil.example",
                "@team and someone@evil.example, see #1 and owner/repo#2",
                "line one\nline two\r\n\r\n# heading\n- item\n\n---\n| x | y |",
                "# heading",
                "- item",
                "1. item",
                "---",
                "> quote",
                "\n\n<details><summary>more</summary>",
                "::error file=x,line=1::owned",
                "##[error]owned",
                "%0A::error::owned 100 %",
                "rules, line=1: title=x::y",
                "\u001b[31mred\u001b]8;;http://evil.example\u0007link\u0000\b\u007f\u009b2J",
                "right \u202eto\u202c left \u2066isolated\u2069",
                "\uD83D\uDC0C snail \uD83C\uDDE9\uD83C\uDDEA \u4f60\u597d",
                "half \uD83D and \uDC0C half",
                "\uFFFE\uFFFF\u2028\u2029",
                "x".repeat(10_000),
                "&".repeat(10_000),
                "\uD83D\uDC0C".repeat(10_000));
        List<String> all = new ArrayList<>(parts);
        all.add(String.join(" ", parts));
        return List.copyOf(all);
    }
}
