package slope.rules;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tests end alike on a slow machine, a busy one and another system: nothing in them waits for good or
/// hopes that something is over by now, no clock and no luck decides what they try, and they call no
/// program that only some systems have.
final class Steadiness {
    /// What no test may contain, and what it does instead.
    ///
    /// @param exceptions files that may, each for the reason that stands beside it
    private record Rule(Pattern forbidden, String instead, Set<String> exceptions) {
        Rule(String forbidden, String instead, String... exceptions) {
            this(Pattern.compile(forbidden), instead, Set.of(exceptions));
        }
    }

    private static final String GROUP_SIGNALS = "rules/src/test/java/slope/rules/GroupSignalTest.java";
    private static final String PATIENCE = "cli/src/test/java/slope/cli/Patience.java";

    private static final List<Rule> OF_TESTS = List.of(
            new Rule(
                    "Thread\\.sleep\\(|LockSupport\\.park|TimeUnit\\.\\w+\\.sleep\\(",
                    "wait for what is to happen (Patience.await)",
                    PATIENCE, // the one that waits for others
                    GROUP_SIGNALS), // as well, where that one is out of reach
            new Rule(
                    "System\\.(nanoTime|currentTimeMillis)|(Instant|Local\\w+|ZonedDateTime|Clock)\\.(now|system)\\w*\\(",
                    "hand in a clock of the test's own",
                    PATIENCE, // for its limit
                    GROUP_SIGNALS), // as well
            new Rule(
                    "new Random\\(\\)|new"
                            + " SplittableRandom\\(\\)|SecureRandom|ThreadLocalRandom|Math\\.random|randomUUID",
                    "draw from a fixed seed (SplitRandom.of)"),
            new Rule("@Property(?!\\([^)]*seed = )", "give the property a seed"),
            new Rule("\\.waitFor\\(\\)|\\.onExit\\(\\)|\\.take\\(\\)|\\.join\\(\\)", "give the wait a limit"),
            new Rule(
                    "getInputStream\\(\\)\\.read|inputReader\\(|errorReader\\(|\\.openStream\\(\\)|\\.readLine\\(\\)",
                    "let a process print to a file, which never blocks (Launched); give a connection a limit",
                    // It ends its processes, and its limit ends it.
                    "core/src/test/java/slope/internal/file/ScratchFolderTest.java",
                    // Its socket has a limit.
                    "serve/src/test/java/slope/serve/studio/StudioTableTest.java"),
            new Rule(
                    "@Timeout\\b(?!\\(value = ([5-9]|\\d{2,}), unit = TimeUnit\\.MINUTES\\))|assertTimeout",
                    "no limit is shorter than five minutes, for slow machines; the root pom has one for every test"),
            new Rule(
                    "ProcessBuilder\\(\\s*\"(?!(sh|bash|script|cat|cp)\")",
                    "call nothing but Java, a shell and what POSIX has"));

    /// What only GNU's programs can do, or only some systems have.
    private static final List<Rule> OF_SCRIPTS = List.of(new Rule(
            "readlink -\\w*f|sed -i|stat -c(?!.*\\|\\| stat -f)|find .*-printf|date -d|grep -\\w*P|xargs -r|sort"
                    + " -V|head -c -|realpath|\\btimeout \\d|\\bnproc\\b|env --|mktemp --|cp --|tac |seq ",
            "an older macOS and BusyBox have to run it too"));

    private Steadiness() {}

    static Stream<String> ofTest(String file, String source) {
        return complaints(OF_TESTS, file, source);
    }

    static Stream<String> ofScript(String file, String source) {
        return complaints(OF_SCRIPTS, file, source);
    }

    private static Stream<String> complaints(List<Rule> rules, String file, String source) {
        String code = Pattern.compile("^\\s*(//|#).*$", Pattern.MULTILINE)
                .matcher(source)
                .replaceAll("");
        return rules.stream()
                .filter(rule -> !rule.exceptions.contains(file))
                .flatMap(rule -> rule.forbidden
                        .matcher(code)
                        .results()
                        .map(found -> "%s has \"%s\": %s".formatted(file, found.group(), rule.instead)));
    }
}
