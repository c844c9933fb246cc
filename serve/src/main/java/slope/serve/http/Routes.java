package slope.serve.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Paths and methods, and what answers them. A path is a pattern such as `/v2/models/{model}`.
public final class Routes implements Handler {
    private final List<Place> places = new ArrayList<>();

    /// Answers the requests of a route.
    public interface Endpoint {
        /// Answers one request.
        ///
        /// @param names the segments that the pattern has names for
        /// @throws IOException if the client is gone
        Response handle(Request request, Map<String, String> names) throws IOException;
    }

    /// A route.
    ///
    /// @param about what it does, in a few words
    public record Route(String method, String pattern, String about, Endpoint endpoint) {}

    /// A route and the segments of its pattern.
    private record Place(Route route, List<String> segments) {
        private Optional<Map<String, String>> names(List<String> path) {
            Map<String, String> names = new HashMap<>();
            if (segments.size() != path.size()) {
                return Optional.empty();
            }
            for (int index = 0; index < path.size(); index++) {
                String segment = segments.get(index);
                if (segment.startsWith("{")) {
                    names.put(segment.substring(1, segment.length() - 1), path.get(index));
                } else if (!segment.equals(path.get(index))) {
                    return Optional.empty();
                }
            }
            return Optional.of(names);
        }
    }

    /// Adds a route.
    public Routes add(String method, String pattern, String about, Endpoint endpoint) {
        List<String> segments = List.of(pattern.substring(1).split("/", -1));
        places.add(new Place(new Route(method, pattern, about, endpoint), segments));
        return this;
    }

    /// All routes, in order.
    public List<Route> all() {
        return places.stream().map(Place::route).toList();
    }

    @Override
    public Response handle(Request request) throws IOException {
        TreeSet<String> allowed = new TreeSet<>();
        List<String> path = request.path();
        for (Place place : places) {
            Route route = place.route();
            Optional<Map<String, String>> names = place.names(path);
            if (names.isPresent() && route.method().equals(request.method())) {
                return route.endpoint().handle(request, names.get());
            }
            names.ifPresent(ignored -> allowed.add(route.method()));
        }
        if (allowed.isEmpty()) {
            throw new HttpException(404, "there is nothing at this path; GET /docs lists what there is");
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        String methods = String.join(", ", allowed);
        if (request.method().equals("OPTIONS")) {
            return Response.of(204, Response.JSON, "").with("Allow", methods);
        }
        throw new HttpException(405, "%s is not for this path; %s are".formatted(request.method(), methods))
                .with("Allow", methods);
    }
}
