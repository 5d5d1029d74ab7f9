package io.fleck.core.wafer;

/**
 * Names of the inputs and outputs of graphs that classify wafers: what the writer of a graph and its reader agree on.
 *
 * <p>Index tables are int32; 0 stands for an absent site and i + 1 for site i. Sites and wafers vary independently.
 */
public final class WaferGraph {
    /** Leading dimension of tables of sites. */
    public static final String SITES = "sites";

    /** Input float32 [sites, features]. */
    public static final String FEATURES = "features";

    /** Input int32 [sites, 9]: the square around a site. */
    public static final String NEIGHBOURS = "neighbours";

    /** Input int32 [B, views, cells of half the resolution, 4]: the sites that pool into a cell. */
    public static final String CHILDREN = "children";

    /** Input float32 [B, views, 3, rows, columns] at half the resolution: means of fail, die and radius. */
    public static final String CONTEXT = "context";

    /** Output float32 [B, classes]: log-odds of the classes, up to a constant a wafer. */
    public static final String LOGITS = "logits";

    /** Output float32 [B, n]: the latent embedding. */
    public static final String LATENT = "latent";

    /**
     * Output float32 [B, 2]: how unlike the known a wafer is, the higher the more: minus the log of the largest class
     * probability, and minus the log density of the latent embedding under the mixture.
     */
    public static final String NOVELTY = "novelty";

    /** Scores a wafer in {@link #NOVELTY}. */
    public static final int SCORES = 2;

    private WaferGraph() {}
}
