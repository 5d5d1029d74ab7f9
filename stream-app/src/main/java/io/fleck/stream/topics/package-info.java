/**
 * Which topics and schemas Fleck needs on a cluster, how they differ from what is there, and how to bring them about.
 *
 * <p>Belongs here: names, sizes and retention of topics, their record types, plans and their application, and the check
 * before the application starts. Does not belong here: what flows through the topics, and reading configuration files.
 */
@NullMarked
package io.fleck.stream.topics;

import org.jspecify.annotations.NullMarked;
