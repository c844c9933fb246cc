/// The front door of the library.
///
/// [slope.Slope#predict] says what is to be predicted; what it gives, a [slope.fit.Estimator], is fitted to a table.
///
///     Model model = Slope.predict("species").fit(penguins).model();
@NullMarked
package slope;

import org.jspecify.annotations.NullMarked;
