/**
 * Every setting of the application: one table of keys, typed, defaulted, validated and documented.
 *
 * <p>Belongs here: keys, how their text is read, what each section means as a record, and the page generated from them.
 * Does not belong here: anything that opens a connection or a model.
 */
@NullMarked
package io.fleck.stream.config;

import org.jspecify.annotations.NullMarked;
