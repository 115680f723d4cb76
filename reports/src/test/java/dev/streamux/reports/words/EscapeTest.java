package dev.streamux.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapeTest {
    @Test
    void htmlHasNoMarkupAndNoQuoteLeft() {
        assertThat(Escape.html("<b a=\"1\" b='2'>&")).isEqualTo("&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;");
    }

    @Test
    void controlsOfTheTerminalAndOfWritingDirectionBecomeVisible() {
        assertThat(Escape.line("a\u001b[31mb\u202ec\u0000\r\nd")).isEqualTo("a\uFFFD[31mb\uFFFDc\uFFFD\uFFFD d");
    }

    @Test
    void markdownHasNoLinkNoMentionNoTableAndNoTag() {
        assertThat(Escape.markdown("[x](http://e) @all |<i>`"))
                .isEqualTo("\\[x\\]\\(http:\u2060//e\\) @\u2060all \\|&lt;i&gt;\\`");
    }

    @Test
    void aSpreadsheetTakesNoFormula() {
        assertThat(Escape.csv("=1+1")).isEqualTo("'=1+1");
        assertThat(Escape.csv("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    }

    @Test
    void jsonInAScriptElementCannotEndIt() {
        assertThat(Escape.scriptJson("\"</script><!--&\u2028\""))
                .isEqualTo("\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\"");
    }
}
