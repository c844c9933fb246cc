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
    private final Optional<Fit> soFar;

    private EarlyEnd(String place, Optional<Fit> soFar) {
        this.place = place;
        this.soFar = soFar;
    }

    /// During training.
    static EarlyEnd of(FitPlan prepared, FitState state) {
        return new EarlyEnd(place(prepared, state), Fit.soFar(prepared, state));
    }

    /// After training, before scores and files.
    static EarlyEnd ofTrained(Fit trained) {
        return new EarlyEnd("after the last epoch", Optional.of(trained));
    }

    /// Saves the best model so far, if there is one and a file was asked for, and prints a message.
    ///
    /// @param folder of the checkpoints, if there are any
    String tell(Optional<Path> out, TrainingInput input, Optional<Path> folder, ParseResult asked) {
        StringJoiner parts = new StringJoiner("; ", "slope: interrupted " + place + "; ", "");
        if (out.isPresent() && soFar.isPresent()) {
            ModelSaving.saveInterrupted(out.get(), soFar.get(), input, place);
            parts.add("the best so far, of epoch %s, is saved in %s"
                    .formatted(soFar.get().results().getLast().bestEpoch(), out.get()));
        } else if (out.isPresent()) {
            parts.add("no epoch has ended, so %s is not written".formatted(out.get()));
        }
        parts.add(folder.map(path -> "resume with: " + command(path, asked))
                .orElse("there is no checkpoint to resume from (see --checkpoint)"));
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
