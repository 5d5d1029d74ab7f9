package io.fleck.fitting.evaluation;

/**
 * A picture or mask that could not be read.
 *
 * @param name its name in the data set
 * @param reason why, in one line
 */
public record UnreadableFile(String name, String reason) {}
