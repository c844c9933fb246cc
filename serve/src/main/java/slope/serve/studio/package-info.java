/// The studio: a page, on this machine alone, on which a network is trained on a table and taken apart.
///
/// Start with [slope.serve.studio.StudioServer]; [slope.serve.studio.StudioEndpoints] lists what the page asks. The
/// page's sources are in `studio-web`, its built files among the resources of this module. Nothing here computes: what
/// the page shows are the reports of `slope.report`, as the command line prints them.
@NullMarked
package slope.serve.studio;

import org.jspecify.annotations.NullMarked;
