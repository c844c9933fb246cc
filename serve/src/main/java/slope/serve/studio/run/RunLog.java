package slope.serve.studio.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that has happened in a run. Listeners hold a place in it, so that nothing waits for a slow one, and one that
/// was away hears exactly what it has missed.
final class RunLog {
    private static final String EPOCH = "epoch-ended";
    private static final String PREPARED = "prepared";
    private static final String NETWORK = "network-started";

    private final EpochColumns epochs = EpochColumns.empty();
    private final GradientColumns gradients = new GradientColumns();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>();
    private boolean resumes; // since everything was prepared no network has started
    private @Nullable Map<String, Object> lastEpoch;
    private @Nullable Object health;
    private int generation; // of its epochs: others when some are trained again

    /// A place in the log of a run.
    ///
    /// @param run its number; 0 for none
    /// @param generation of its epochs
    /// @param epochs that are heard
    /// @param events that are heard
    record Cursor(int run, int generation, int epochs, int events) {
        static final Cursor START = new Cursor(0, 0, 0, 0);

        /// As a client gives it back; the start if it is none.
        static Cursor parse(String id) {
            try {
                String[] parts = id.split("-", -1);
                return parts.length == 4
                        ? new Cursor(
                                Integer.parseUnsignedInt(parts[0]),
                                Integer.parseUnsignedInt(parts[1]),
                                Integer.parseUnsignedInt(parts[2]),
                                Integer.parseUnsignedInt(parts[3]))
                        : START;
            } catch (NumberFormatException other) {
                return START;
            }
        }

        @Override
        public String toString() {
            return "%s-%s-%s-%s".formatted(run, generation, epochs, events);
        }
    }

    /// Adds an event, as its JSON has it.
    synchronized void add(Map<String, Object> event) {
        if (EPOCH.equals(event.get("event"))) {
            epochs.add(event);
            gradients.add(event);
            lastEpoch = event;
            health = event.containsKey("health") ? event.get("health") : health;
            return;
        }
        if (NETWORK.equals(event.get("event"))) {
            start(event);
        } else {
            resumes = PREPARED.equals(event.get("event"));
            events.add(event);
        }
    }

    /// The first network of a run that resumes goes on where its checkpoint was; what came after is trained again.
    private void start(Map<String, Object> event) {
        Start begun = new Start(event);
        Optional<Start> before =
                starts.reversed().stream().filter(begun::isOfSame).findFirst();
        if (resumes && before.isPresent()) {
            int kept = Math.clamp(before.get().place + begun.epoch - before.get().epoch, 0, epochs.size());
            generation += kept < epochs.size() ? 1 : 0;
            epochs.forget(kept);
            gradients.forget(kept);
        }
        resumes = false;
        starts.add(begun.at(epochs.size()));
        Map<String, Object> placed = new LinkedHashMap<>(event);
        placed.put("epochsBefore", epochs.size());
        events.add(placed);
    }

    /// The start of a network.
    ///
    /// @param epoch that came first
    /// @param place in the columns of epochs
    private record Start(int network, boolean isTrial, int epoch, int place) {
        Start(Map<String, Object> event) {
            this(number(event, "network"), Boolean.TRUE.equals(event.get("trial")), number(event, "epoch"), 0);
        }

        boolean isOfSame(Start other) {
            return other.network == network && other.isTrial == isTrial;
        }

        Start at(int place) {
            return new Start(network, isTrial, epoch, place);
        }
    }

    private static int number(Map<String, Object> event, String name) {
        return event.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /// The sizes of a network's gradients by layer and epoch.
    synchronized GradientFlowReport gradients(int network) {
        return gradients.of(network);
    }

    /// The last event of a kind.
    synchronized Optional<Map<String, Object>> last(String kind) {
        return events.reversed().stream()
                .filter(event -> kind.equals(event.get("event")))
                .findFirst();
    }

    /// The cursor, if it is of this run and of its epochs; else the beginning of the run.
    private Cursor in(int run, Cursor cursor) {
        boolean isHere = cursor.run == run
                && cursor.generation == generation
                && cursor.epochs <= epochs.size()
                && cursor.events <= events.size();
        return isHere ? cursor : new Cursor(run, generation, 0, 0);
    }

    /// What has happened since, and the place behind it.
    synchronized ToldNews since(int run, Cursor cursor, RunFacts.Standing standing) {
        Cursor from = in(run, cursor);
        List<Map<String, Object>> later = new ArrayList<>();
        events.subList(from.events, events.size()).forEach(event -> later.add(new LinkedHashMap<>(event)));
        RunNews news = new RunNews(
                run,
                standing,
                new RunNews.Before(from.epochs, from.events),
                epochs.from(from.epochs),
                new RunNews.Newest(Optional.ofNullable(lastEpoch), Optional.ofNullable(health)),
                List.copyOf(later));
        return new ToldNews(news, new Cursor(run, generation, epochs.size(), events.size()).toString());
    }
}
