package io.fleck.fitting.synthetic;

/**
 * How a surface answers light.
 *
 * @param red share of red light that it reflects, 0 to 1; likewise green and blue
 * @param green as red
 * @param blue as red
 * @param gloss strength of its highlights
 * @param stainRed as red, where it is stained
 * @param stainGreen as red, where it is stained
 * @param stainBlue as red, where it is stained
 */
record Material(float red, float green, float blue, float gloss, float stainRed, float stainGreen, float stainBlue) {}
