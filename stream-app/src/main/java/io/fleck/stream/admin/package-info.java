/**
 * The HTTP face of a running application: metrics and health.
 *
 * <p>Belongs here: serving what others know. Does not belong here: deciding what healthy means, pages for people.
 */
@NullMarked
package io.fleck.stream.admin;

import org.jspecify.annotations.NullMarked;
