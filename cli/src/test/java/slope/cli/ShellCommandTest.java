package slope.cli;

import org.junit.jupiter.api.Test;

/// That it runs lines is tested where there is a launcher: in the rules.
class ShellCommandTest {
    @Test
    void itNeedsTheModulesOfTheLauncher() {
        Ran.slope("shell").assertRefused("start it by the launcher `slope`");
    }
}
