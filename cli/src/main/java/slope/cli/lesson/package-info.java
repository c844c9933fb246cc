/// `slope lesson 1` and `slope lesson 2`: the notebook's two experiments, run, told and walked
/// through.
///
/// Start with [slope.cli.lesson.LessonCommand]. A [slope.cli.lesson.Lesson] is an experiment ready
/// to run and a [slope.cli.lesson.LessonRun] what it came to; [slope.cli.lesson.LessonStory] tells
/// that to people, [slope.cli.lesson.LessonJson] to programs, and [slope.cli.lesson.Walk] takes one
/// iteration apart. Nothing here computes what `slope.reference` computes: this package chooses and
/// explains.
@NullMarked
package slope.cli.lesson;

import org.jspecify.annotations.NullMarked;
