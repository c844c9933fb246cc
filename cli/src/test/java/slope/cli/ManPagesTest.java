package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;
import slope.cli.train.Interruption;
import slope.run.Stopwatch;

/// The manual pages under `docs/man` are what picocli makes of the commands, and Asciidoctor of that; the pages of
/// options,
/// metrics and settings under `docs/reference` are what the program knows of itself.
class ManPagesTest {
    private static final Path KEPT = Path.of("../docs/man/man1");
    private static final Path REFERENCE = Path.of("../docs/reference");
    private static final String REWRITE =
            "./mvnw -pl cli -am test -Plong -Dtest=ManPagesTest -Dsurefire.failIfNoSpecifiedTests=false -Dman";

    private static final Options MANUAL_PAGE = Options.builder()
            .backend("manpage")
            .standalone(true)
            .safe(SafeMode.SECURE)
            .attributes(Attributes.builder().attribute("docdate", "").build())
            .build();

    @Test
    @Tag("long")
    void thePagesAreThoseOfTheCommands() throws IOException {
        Map<String, String> pages = pages();
        if (System.getProperty("man") != null) {
            Files.createDirectories(KEPT);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(KEPT.resolve(page.getKey()), page.getValue());
            }
        }

        Map<String, String> kept = new TreeMap<>();
        try (Stream<Path> files = Files.list(KEPT)) {
            for (Path file : files.toList()) {
                kept.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(kept.keySet()).as(REWRITE).isEqualTo(pages.keySet());
        pages.forEach((name, page) -> assertThat(kept.get(name))
                .as("%s; `%s` rewrites it", name, REWRITE)
                .isEqualTo(page));
    }

    @Test
    @Tag("long")
    void theReferencePagesAreThoseOfTheProgram() throws IOException {
        Map<String, String> pages = ReferencePages.of(commands());
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path kept = REFERENCE.resolve(page.getKey());
            if (System.getProperty("man") != null) {
                Files.writeString(kept, page.getValue());
            }
            assertThat(Files.readString(kept))
                    .as("%s; `%s` rewrites it", kept, REWRITE)
                    .isEqualTo(page.getValue());
        }
    }

    private static CommandLine commands() {
        return OptionTypes.registeredOn(Main.commands(Stopwatch.started(System::nanoTime), Interruption.none()));
    }

    private static Map<String, String> pages() {
        CommandLine slope = commands();
        Map<String, String> pages = new TreeMap<>();
        try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
            Stream.concat(Stream.of(slope), slope.getSubcommands().values().stream())
                    .map(CommandLine::getCommandSpec)
                    .forEach(command -> pages.put(
                            command.qualifiedName("-") + ".1", asciidoctor.convert(source(command), MANUAL_PAGE)));
        }
        return pages;
    }

    /// In AsciiDoc.
    private static String source(CommandSpec command) {
        command.versionProvider(null).version("slope"); // a new version changes no page
        String[] footer = command.usageMessage().footer(); // an empty line, `Examples:`, and the lines
        command.usageMessage().footerHeading("Examples%n").footer(Arrays.copyOfRange(footer, 2, footer.length));
        StringWriter source = new StringWriter();
        ManPageGenerator.writeSingleManPage(new PrintWriter(source, true), command);
        return source.toString();
    }
}
