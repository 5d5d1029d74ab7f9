package io.fleck.core.wafer.pattern;

/**
 * A wafer is of a class that an operator has named.
 *
 * @param name of the class
 * @param pValue conformal: probability that a wafer of the known class it was predicted as looks as much like a named one, in
 *     (0, 1]
 */
public record NamedMatch(String name, double pValue) {}
