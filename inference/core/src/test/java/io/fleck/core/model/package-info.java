/** Tests of model directories. */
@NullMarked
package io.fleck.core.model;

import org.jspecify.annotations.NullMarked;
