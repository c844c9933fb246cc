package slope.cli;

import org.junit.jupiter.api.Test;

/// That it runs lines is tested where there is a launcher: in the rules.
class ShellCommandTest {
    @Test
    void itNeedsTheModulesOfTheLauncher() {
        Ran.slope("shell").assertRefused("start it by the launcher `slope`");
    }

    @Test
    void linesThatAreNotThereAreTold() {
        Ran.slope("shell", "lines.jsh").assertRefused("there is no file \"lines.jsh\" that can be read");
        Ran.slope("shell", "src").assertRefused("\"src\" is a folder; name a file of Java's lines in it");
    }
}
