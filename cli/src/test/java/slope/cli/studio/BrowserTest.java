package slope.cli.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {
    @ParameterizedTest
    @CsvSource({"Linux, xdg-open", "Mac OS X, open", "Darwin, xdg-open", "Windows 11, rundll32", "FreeBSD, xdg-open"})
    void eachSystemHasItsProgramAndThePageIsItsLastWord(String system, String program) {
        assertThat(Browser.command(system, "http://127.0.0.1:1/"))
                .startsWith(program)
                .endsWith("http://127.0.0.1:1/");
    }
}
