package slope.cli.studio;

import java.nio.file.Path;
import java.util.Optional;
import slope.cli.text.ShellWord;
import slope.run.TracedUpdate;
import slope.serve.TraceCommand;

/// The commands that trace a row and an update, as a person types them.
final class TraceWords implements TraceCommand {
    @Override
    public String ofRow(Path model, String table, int row, int network, boolean hasTarget) {
        return "%s --row %s%s --network %s".formatted(trace(model, table), row, hasTarget ? " --target" : "", network);
    }

    @Override
    public String ofUpdate(Path model, String table, Optional<Path> start, TracedUpdate.Place place) {
        StringBuilder words =
                new StringBuilder("%s --update %s:%s".formatted(trace(model, table), place.epoch(), place.step()));
        place.network().ifPresent(network -> words.append(" --network ").append(network));
        start.ifPresent(network -> words.append(" --start-from ").append(ShellWord.of(network.toString())));
        return words.toString();
    }

    private static String trace(Path model, String table) {
        return "slope trace %s %s".formatted(ShellWord.of(model.toString()), ShellWord.of(table));
    }
}
