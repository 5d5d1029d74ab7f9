package io.fleck.load.accuracy;

/**
 * The order that {@code numpy.random.RandomState(seed).permutation(n)} gives, so that figures compare split by split with
 * those that others measured in Python: Mersenne Twister 19937 (Matsumoto and Nishimura, ACM TOMACS 8, 1998) seeded by
 * one number, and a Fisher-Yates shuffle from the end whose numbers are drawn by masking and rejecting. NumPy guarantees
 * that this stream stays as it is.
 */
final class NumpyPermutation {
    private static final int SIZE = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    private NumpyPermutation(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            int previous = state[i - 1];
            state[i] = 1_812_433_253 * (previous ^ (previous >>> 30)) + i;
        }
    }

    /**
     * The numbers from 0 to n - 1 in the order of a seed.
     *
     * @param n at least 0
     * @param seed at least 0
     */
    static int[] of(int n, int seed) {
        NumpyPermutation random = new NumpyPermutation(seed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = random.upTo(i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** From 0 to the most, both included. */
    private int upTo(int most) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(most);
        int drawn = bits() & mask;
        while (drawn > most) {
            drawn = bits() & mask;
        }
        return drawn;
    }

    private int bits() {
        if (next == SIZE) {
            twist();
            next = 0;
        }
        int bits = state[next++];
        bits ^= bits >>> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int joined = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            int twisted = (joined >>> 1) ^ ((joined & 1) == 0 ? 0 : 0x9908b0df);
            state[i] = state[(i + SHIFT) % SIZE] ^ twisted;
        }
    }
}
