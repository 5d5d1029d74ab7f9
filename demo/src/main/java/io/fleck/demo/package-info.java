/**
 * One command that shows everything: a cluster, a gateway, a fitted detector, the application and the live page.
 *
 * <p>Belongs here: choosing what to fit and what to stream, and putting the parts together. Does not belong here: any part
 * itself; whatever the demo needs from one is there for everybody.
 */
@NullMarked
package io.fleck.demo;

import org.jspecify.annotations.NullMarked;
