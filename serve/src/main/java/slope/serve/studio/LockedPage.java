package slope.serve.studio;

import slope.report.page.Markup;
import slope.report.page.Page;
import slope.serve.http.Response;

/// What a browser shows that has come without the token.
final class LockedPage {
    private LockedPage() {}

    static Response response() {
        String page = new Page(
                        "Slope studio",
                        Markup.paragraph("This studio is open only to who started it.")
                                + Markup.paragraph("Open the address that slope studio printed in its terminal; it ends"
                                        + " with a token."))
                .html();
        return Response.of(401, "text/html; charset=utf-8", page);
    }
}
