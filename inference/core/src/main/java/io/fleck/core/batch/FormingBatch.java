package io.fleck.core.batch;

import io.fleck.core.engine.TensorBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A tensor batch whose slots are being filled. Guarded by the assembly's lock until a worker takes it; the worker's own
 * from then on.
 */
final class FormingBatch<T, R> {
    final TensorBatch tensors;
    private final List<Ticket<T, R>> tickets = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private final List<Integer> freed = new ArrayList<>();
    private int reserved;
    private int pending;
    private long oldest = Long.MAX_VALUE;

    FormingBatch(TensorBatch tensors) {
        this.tensors = tensors;
    }

    boolean full() {
        return freed.isEmpty() && reserved == tensors.capacity();
    }

    boolean pending() {
        return pending > 0;
    }

    boolean empty() {
        return tickets.isEmpty();
    }

    int reserve() {
        pending++;
        return freed.isEmpty() ? reserved++ : freed.remove(freed.size() - 1);
    }

    void filled(Ticket<T, R> ticket, int slot) {
        pending--;
        tickets.add(ticket);
        slots.add(slot);
        oldest = Math.min(oldest, ticket.submittedAt);
    }

    /** The slot's item was refused: the slot may be filled by another. */
    void refused(int slot) {
        pending--;
        freed.add(slot);
    }

    /** Submission of the oldest item that was filled in. */
    long oldest() {
        return oldest;
    }

    List<Ticket<T, R>> tickets() {
        return tickets;
    }

    /** One item a slot up to the last reserved one; in a slot that was given up any other, whose result nobody reads. */
    List<T> items() {
        List<T> items = new ArrayList<>(
                Collections.nCopies(reserved, tickets.get(0).request.item()));
        for (int i = 0; i < tickets.size(); i++) {
            items.set(slots.get(i), tickets.get(i).request.item());
        }
        return items;
    }

    int slot(int index) {
        return slots.get(index);
    }

    /** Sizes the tensors for a run: up to the last reserved slot; a freed one in between carries stale input. */
    void seal() {
        tensors.size(reserved);
    }
}
