/// The notebook's two experiments, run, told and walked through.
///
/// A [slope.report.lesson.Lesson] is an experiment ready to run and a [slope.report.lesson.LessonRun]
/// its result; [slope.report.lesson.LessonStory] tells that to people, [slope.report.lesson.LessonReport]
/// to programs, and [slope.report.lesson.Walk] takes one iteration apart. Nothing here computes what
/// `slope.reference` computes: this package chooses and explains.
@NullMarked
package slope.report.lesson;

import org.jspecify.annotations.NullMarked;
