package io.fleck.cli;

import java.util.concurrent.Callable;

/**
 * A subcommand of {@code fleck}, found by {@link java.util.ServiceLoader}.
 *
 * <p>An implementation carries picocli's {@code @Command}, is listed in {@code META-INF/services}, and returns one of
 * {@link ExitCode}'s codes. It reports failure by throwing {@link CommandException}; any other exception is a defect and
 * ends with {@link ExitCode#FAILED}.
 */
public interface FleckCommand extends Callable<Integer> {}
