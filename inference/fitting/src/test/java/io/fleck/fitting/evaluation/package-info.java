/** Tests of evaluation, and made-up evaluations for tests of what is built on it. */
@NullMarked
package io.fleck.fitting.evaluation;

import org.jspecify.annotations.NullMarked;
