/** Tests of the report. */
@NullMarked
package io.fleck.fitting.report;

import org.jspecify.annotations.NullMarked;
