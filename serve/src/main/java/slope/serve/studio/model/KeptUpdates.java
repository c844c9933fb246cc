package slope.serve.studio.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import slope.run.TracedUpdate;
import slope.run.TracedUpdate.Place;

/// Updates of a training that were asked for last, for going back and forth: each takes a training up to there.
final class KeptUpdates {
    private static final int MOST = 32;

    private final Function<Place, TracedUpdate> training;
    private final Map<Place, TracedUpdate> updates = new LinkedHashMap<>();

    /// @param training makes an update
    KeptUpdates(Function<Place, TracedUpdate> training) {
        this.training = training;
    }

    synchronized TracedUpdate get(Place place) {
        TracedUpdate known = updates.get(place);
        if (known == null) {
            known = training.apply(place);
            if (updates.size() == MOST) {
                updates.remove(updates.keySet().iterator().next());
            }
            updates.put(place, known);
        }
        return known;
    }
}
