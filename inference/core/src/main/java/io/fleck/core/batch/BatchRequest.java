package io.fleck.core.batch;

/**
 * One item to be batched.
 *
 * @param key whom it belongs to (a camera): keys of one priority take turns
 * @param priority higher goes first
 * @param expiresAtNanos moment of the batcher's clock after which it is not worth batching; {@link #NEVER} for none
 * @param item handed to the {@link BatchWork}
 * @param <T> item
 */
public record BatchRequest<T>(String key, int priority, long expiresAtNanos, T item) {
    /** An item that does not expire. */
    public static final long NEVER = Long.MAX_VALUE;

    /** An item of priority 0 that does not expire. */
    public static <T> BatchRequest<T> of(String key, T item) {
        return new BatchRequest<>(key, 0, NEVER, item);
    }
}
