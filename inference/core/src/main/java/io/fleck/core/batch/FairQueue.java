package io.fleck.core.batch;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * First the highest priority; within it the keys take turns; within a key first come, first served. So a camera that
 * floods holds up none of its neighbours. Not safe for use by several threads.
 */
final class FairQueue<E> {
    private final TreeMap<Integer, LinkedHashMap<String, Deque<E>>> priorities =
            new TreeMap<>(Comparator.reverseOrder());
    private int size;

    void add(String key, int priority, E element) {
        priorities
                .computeIfAbsent(priority, unused -> new LinkedHashMap<>())
                .computeIfAbsent(key, unused -> new ArrayDeque<>())
                .addLast(element);
        size++;
    }

    Optional<E> poll() {
        Map.Entry<Integer, LinkedHashMap<String, Deque<E>>> highest = priorities.firstEntry();
        if (highest == null) {
            return Optional.empty();
        }
        LinkedHashMap<String, Deque<E>> keys = highest.getValue();
        Iterator<Map.Entry<String, Deque<E>>> turns = keys.entrySet().iterator();
        Map.Entry<String, Deque<E>> next = turns.next();
        String key = next.getKey();
        Deque<E> elements = next.getValue();
        E element = elements.removeFirst();
        turns.remove();
        if (!elements.isEmpty()) {
            keys.put(key, elements);
        } else if (keys.isEmpty()) {
            priorities.remove(highest.getKey());
        }
        size--;
        return Optional.of(element);
    }

    int size() {
        return size;
    }
}
