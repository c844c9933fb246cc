package slope.cli.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import slope.cli.text.ShellWord;
import slope.fit.Fit;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.recipe.Setting;

/// The message after an interruption: the best network so far, and how to resume.
final class EarlyEnd {
    /// Options that are named again when a training resumes: they name files, or concern this run
    /// alone.
    private static final List<String> NAMED_AGAIN =
            List.of("--start-from", "--test", "--json", "--predictions", "--out");

    private final String place;
    private final Optional<SoFar> soFar;
    private final String reason; // why there is nothing to save

    private record SoFar(Fit fit, TrainingInput input) {}

    private EarlyEnd(String place, Optional<SoFar> soFar, String reason) {
        this.place = place;
        this.soFar = soFar;
        this.reason = reason;
    }

    /// Before the first step, while the table is read and encoded.
    static EarlyEnd beforeTraining() {
        return new EarlyEnd("before training", Optional.empty(), "");
    }

    /// During training.
    static EarlyEnd of(FitPlan prepared, FitState state, TrainingInput input) {
        return new EarlyEnd(
                place(prepared, state),
                Fit.soFar(prepared, state).map(fit -> new SoFar(fit, input)),
                "no epoch has ended, so ");
    }

    /// During training, where a step or a checkpoint takes longer than a person waits.
    static EarlyEnd inStep() {
        return new EarlyEnd("in the middle of a step", Optional.empty(), "");
    }

    /// After training, before scores and files.
    static EarlyEnd ofTrained(Fit trained, TrainingInput input) {
        return new EarlyEnd("after the last epoch", Optional.of(new SoFar(trained, input)), "");
    }

    /// Saves the best model so far, if there is one and a file was asked for, and prints a message.
    ///
    /// @param folder to resume from, if it has a checkpoint
    String tell(Optional<Path> out, Optional<Path> folder, ParseResult asked) {
        StringJoiner parts = new StringJoiner("; ", "slope: interrupted " + place + "; ", "");
        if (out.isPresent() && soFar.isPresent()) {
            Fit fit = soFar.get().fit();
            ModelSaving.saveInterrupted(out.get(), fit, soFar.get().input(), place);
            parts.add("the best so far, of epoch %s, is saved in %s"
                    .formatted(fit.results().getLast().bestEpoch(), out.get()));
        } else if (out.isPresent()) {
            parts.add("%s%s is not written".formatted(reason, out.get()));
        }
        parts.add(folder.map(path -> "resume with: " + command(path, asked))
                .orElse("there is no checkpoint to resume from"
                        + (asked.hasMatchedOption("--checkpoint") ? "" : " (see --checkpoint)")));
        return parts.toString();
    }

    private static String place(FitPlan prepared, FitState state) {
        int epoch = state.atWork()
                .map(atWork -> atWork.state().history().size() + 1)
                .orElse(0);
        int number = state.finished().size() + 1;
        int networks = Math.max(number, prepared.networks());
        String ofNetwork = networks == 1 ? "" : " of network %s of %s".formatted(number, networks);
        int epochs = prepared.settings().get(Setting.EPOCHS);
        return String.format(Locale.ROOT, "in epoch %s of %s%s", Math.min(epoch, epochs), epochs, ofNetwork);
    }

    private static String command(Path folder, ParseResult asked) {
        StringJoiner command = new StringJoiner(" ");
        command.add("slope train");
        asked.matchedPositionals()
                .forEach(positional ->
                        positional.originalStringValues().forEach(word -> command.add(ShellWord.of(word))));
        command.add("--resume").add(ShellWord.of(folder.toString()));
        for (OptionSpec option : RequestedOptions.given(asked)) {
            if (NAMED_AGAIN.contains(option.longestName())) {
                command.add(option.longestName());
                RequestedOptions.text(option).ifPresent(word -> command.add(ShellWord.of(word)));
            }
        }
        return command.toString();
    }
}
