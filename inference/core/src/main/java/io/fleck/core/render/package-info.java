/**
 * Pictures for people: thumbnails, heat maps over frames, outlines of masks, wafers, JPEG and PNG files.
 *
 * <p>Belongs here: what previews, reports and the commands show. Does not belong here: anything that a verdict
 * depends on; what is drawn here is never measured.
 */
@NullMarked
package io.fleck.core.render;

import org.jspecify.annotations.NullMarked;
