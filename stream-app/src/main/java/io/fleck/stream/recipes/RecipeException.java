package io.fleck.stream.recipes;

import org.jspecify.annotations.Nullable;

/** A recipe cannot be used; the message names the field, the value and what is allowed. */
public final class RecipeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A recipe that contradicts what is allowed or what is loaded. */
    public RecipeException(String message) {
        this(message, null);
    }

    /** The same for a reason that something else gives. */
    public RecipeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
