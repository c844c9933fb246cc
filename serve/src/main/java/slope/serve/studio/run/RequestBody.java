package slope.serve.studio.run;

import java.io.IOException;
import java.util.Map;
import slope.run.TrainingRequest;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.studio.json.JsonObject;
import tools.jackson.jr.ob.JSON;

/// The training request that a page sends. It names no file: the table is the one that is open, and what is written
/// goes to the run's folder.
final class RequestBody {
    private RequestBody() {}

    /// @throws HttpException if it names files, or is no JSON
    /// @throws slope.table.DataException if it is no request
    static TrainingRequest of(Request request) throws IOException {
        Map<String, Object> members = JsonObject.of(request).members();
        for (String part : new String[] {"table", "outputs"}) {
            if (members.containsKey(part)) {
                throw new HttpException(
                        400, "\"%s\" of a request is the studio's own affair; leave it out".formatted(part));
            }
        }
        refuseFile(members, "recipe", "startFrom");
        refuseFile(members, "rows", "testFile");
        refuseFile(members, "rows", "test");
        return TrainingRequest.parse(JSON.std.asString(members), "the request");
    }

    private static void refuseFile(Map<String, Object> members, String part, String name) {
        if (members.get(part) instanceof Map<?, ?> object && object.containsKey(name)) {
            throw new HttpException(
                    400, "\"%s\" names a file, and the studio reads only the table that is open".formatted(name));
        }
    }
}
