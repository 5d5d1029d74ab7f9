package io.fleck.core.wafer;

import io.fleck.core.model.WaferSettings;

/** From what a graph gives for a wafer to what a model says of it. Safe for use by several threads. */
final class WaferJudge {
    private final WaferSettings settings;
    private final NoveltyGate gate;

    WaferJudge(WaferSettings settings, NoveltyGate gate) {
        this.settings = settings;
        this.gate = gate;
    }

    WaferResult judge(WaferNetwork.Output output) {
        String signature = settings.classes().get(Softmax.best(output.logits()));
        Novelty novelty = gate.judge(signature, output.novelty());
        return new WaferResult(
                signature,
                Softmax.confidence(output.logits()),
                novelty,
                gate.novel(signature, novelty),
                output.latent());
    }
}
