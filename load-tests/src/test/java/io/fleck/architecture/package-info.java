/** What holds for the structure of the whole, checked over the class files of all modules. */
@NullMarked
package io.fleck.architecture;

import org.jspecify.annotations.NullMarked;
