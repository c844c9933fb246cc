package slope.cli.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slope.cli.text.ShellWord;
import slope.run.CancelledRun;
import slope.run.TrainingRequest;
import slope.tables.TableSource;

/// The message after an interruption: the best network so far, and how to resume.
final class EarlyEnd {
    private EarlyEnd() {}

    /// @param request what was asked
    /// @param json whether the result is printed as JSON
    static String text(CancelledRun run, TrainingRequest request, boolean json) {
        StringJoiner parts = new StringJoiner("; ", "slope: interrupted " + run.place() + "; ", "");
        if (run.model().isPresent()) {
            parts.add("the best so far, of epoch %s, is saved in %s"
                    .formatted(run.bestEpoch().orElseThrow(), run.model().get()));
        } else {
            request.model().ifPresent(file -> parts.add("%s is not written".formatted(file)));
        }
        boolean hasCheckpoints = request.checkpoints().isPresent();
        parts.add(run.checkpoints()
                .map(path -> "resume with: " + command(path, request, json))
                .orElse("there is no checkpoint to resume from" + (hasCheckpoints ? "" : " (see --checkpoint)")));
        return parts.toString();
    }

    /// A resumed training has the settings of its first run; files are named again.
    private static String command(Path folder, TrainingRequest request, boolean json) {
        List<String> words = new ArrayList<>(List.of("slope", "train"));
        TableSource table = request.table();
        Stream.of(table.location()).filter(location -> !location.isEmpty()).forEach(words::add);
        table.query().ifPresent(query -> words.addAll(List.of("--query", query)));
        table.table().ifPresent(name -> words.addAll(List.of("--table", name)));
        table.sheet().ifPresent(name -> words.addAll(List.of("--sheet", name)));
        table.format().ifPresent(name -> words.addAll(List.of("--format", name)));
        table.drivers().forEach(path -> words.addAll(List.of("--driver-path", path.toString())));
        words.addAll(List.of("--resume", folder.toString()));
        request.start().ifPresent(file -> words.addAll(List.of("--start-from", file.toString())));
        request.test().ifPresent(rows -> {
            if (!rows.location().isEmpty()) {
                words.addAll(List.of("--test", rows.location()));
            }
            rows.query().ifPresent(query -> words.addAll(List.of("--test-query", query)));
        });
        if (json) {
            words.add("--json");
        }
        request.predictions().ifPresent(file -> words.addAll(List.of("--predictions", file)));
        if (request.isForSpreadsheets()) {
            words.add("--escape-formulas");
        }
        request.model().ifPresent(file -> words.addAll(List.of("--out", file.toString())));
        return words.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    }
}
