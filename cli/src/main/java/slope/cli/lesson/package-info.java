/// `slope lesson 1` and `slope lesson 2`: the notebook's two experiments on a terminal.
///
/// Start with [slope.cli.lesson.LessonCommand]; [slope.cli.lesson.WalkScreen] leads through one iteration,
/// key by key. What the lessons say is not here: see `slope.report.lesson`.
@NullMarked
package slope.cli.lesson;

import org.jspecify.annotations.NullMarked;
