/** Tests of generated parts of pages. */
@NullMarked
package io.fleck.load.page;

import org.jspecify.annotations.NullMarked;
