package slope.table;

import java.io.Serializable;

/// A line of a text file in three parts, for who shows where in it something is wrong. What a terminal or a page would
/// obey or hide in it is written out, as in messages; long parts are cut off, with an ellipsis.
///
/// @param before what stands before the field
/// @param field the field that is meant; empty where one is lacking
/// @param behind what stands behind it
public record Excerpt(String before, String field, String behind) implements Serializable {}
