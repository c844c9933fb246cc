package slope.cli.studio;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import slope.cli.text.ShellWord;
import slope.report.lesson.LessonSettings;
import slope.run.TracedUpdate;
import slope.serve.TraceCommand;

/// The commands that trace a row, an update and an iteration of a lesson, as a person types them.
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

    /// What differs from the notebook's own experiment is named.
    @Override
    public String ofLesson(LessonSettings settings, int iteration) {
        LessonSettings usual = LessonSettings.usual(settings.lesson());
        StringBuilder words =
                new StringBuilder("slope lesson %s --step --at %s".formatted(settings.lesson(), iteration));
        if (settings.seed() != usual.seed()) {
            words.append(" --seed ").append(settings.seed());
        }
        if (settings.iterations() != usual.iterations()) {
            words.append(" --iterations ").append(settings.iterations());
        }
        if (settings.hidden() != usual.hidden()) {
            words.append(" --hidden ").append(settings.hidden());
        }
        if (!settings.activation().equals(usual.activation())) {
            words.append(" --activation ").append(settings.activation().title());
        }
        if (settings.start() != usual.start()) {
            words.append(" --start ").append(settings.start().name().toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }

    private static String trace(Path model, String table) {
        return "slope trace %s %s".formatted(ShellWord.of(model.toString()), ShellWord.of(table));
    }
}
