package slope.cli.train;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import slope.cli.text.ShellWord;
import slope.run.CancelledRun;

/// The message after an interruption: the best network so far, and how to resume.
final class EarlyEnd {
    /// Options that are named again when a training resumes: they name files, or concern this run
    /// alone.
    private static final List<String> NAMED_AGAIN =
            List.of("--start-from", "--test", "--json", "--predictions", "--out", "--events");

    private EarlyEnd() {}

    /// @param out the file that the model was asked for in
    static String text(CancelledRun run, Optional<Path> out, ParseResult asked) {
        StringJoiner parts = new StringJoiner("; ", "slope: interrupted " + run.place() + "; ", "");
        if (run.model().isPresent()) {
            parts.add("the best so far, of epoch %s, is saved in %s"
                    .formatted(run.bestEpoch().orElseThrow(), run.model().get()));
        } else if (out.isPresent()) {
            parts.add("no epoch has ended, so %s is not written".formatted(out.get()));
        }
        parts.add(run.checkpoints()
                .map(path -> "resume with: " + command(path, asked))
                .orElse("there is no checkpoint to resume from"
                        + (asked.hasMatchedOption("--checkpoint") ? "" : " (see --checkpoint)")));
        return parts.toString();
    }

    private static String command(Path folder, ParseResult asked) {
        StringJoiner command = new StringJoiner(" ");
        command.add("slope train");
        asked.matchedPositionals()
                .forEach(positional ->
                        positional.originalStringValues().forEach(word -> command.add(ShellWord.of(word))));
        command.add("--resume").add(ShellWord.of(folder.toString()));
        Set<OptionSpec> given = new LinkedHashSet<>(asked.matchedOptions()); // it has one for each time it was typed
        for (OptionSpec option : given) {
            if (NAMED_AGAIN.contains(option.longestName()) && !Boolean.FALSE.equals(option.getValue())) {
                command.add(option.longestName());
                if (option.arity().max() > 0) {
                    command.add(ShellWord.of(String.join(",", option.originalStringValues())));
                }
            }
        }
        return command.toString();
    }
}
