package slope.serve.studio;

import java.util.List;
import slope.report.page.Markup;
import slope.report.page.Page;
import slope.serve.http.Response;

/// What a browser shows that has come without the token.
final class LockedPage {
    private LockedPage() {}

    static Response response() {
        String page = new Page(
                        "Slope studio",
                        Markup.lines(List.of(
                                "This studio is open only to who started it.",
                                "",
                                "Open the address that slope studio printed in its terminal; it ends with a token.")))
                .html();
        return Response.of(401, "text/html; charset=utf-8", page);
    }
}
