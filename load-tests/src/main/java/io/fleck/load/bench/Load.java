package io.fleck.load.bench;

import io.fleck.load.bench.traffic.Offered;

/**
 * Latency at one load.
 *
 * @param guarantee of the application
 * @param share of the knee
 * @param offered what came of it
 */
record Load(Guarantee guarantee, double share, Offered offered) {}
