/**
 * SEMI's bin maps in XML: G85 (one file a wafer, mostly) and E142 (layouts, substrates and overlays).
 *
 * <p>Belongs here: everything that knows these two, and XML that refuses whatever could read or allocate more than the
 * file itself. Does not belong here: other formats, files and folders.
 */
@NullMarked
package io.fleck.core.wafer.semi;

import org.jspecify.annotations.NullMarked;
