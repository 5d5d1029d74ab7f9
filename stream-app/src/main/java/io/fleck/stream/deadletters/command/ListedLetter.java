package io.fleck.stream.deadletters.command;

import io.fleck.stream.deadletters.DeadLetter;
import io.fleck.stream.topics.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;

/**
 * What the list shows of a dead letter, without its value.
 *
 * @param id id
 * @param at when it was written
 * @param reason reason
 * @param message message
 * @param input where its input stands
 * @param sender camera and station, where known
 * @param replayOf id of the dead letter whose replay it is; empty for none
 */
record ListedLetter(
        String id, Instant at, String reason, String message, String input, Sender sender, String replayOf) {

    static ListedLetter of(DeadLetter letter, Sender sender) {
        Header replay = letter.record().headers().lastHeader(DeadLetterHeaders.REPLAYED);
        return new ListedLetter(
                letter.id().toString(),
                letter.at(),
                letter.reason(),
                letter.message(),
                letter.input(),
                sender,
                replay == null || replay.value() == null ? "" : new String(replay.value(), StandardCharsets.UTF_8));
    }

    String line() {
        String from = sender.camera().isEmpty() ? input : sender.station() + "/" + sender.camera();
        String replay = replayOf.isEmpty() ? "" : " (replay of " + replayOf + ")";
        return id + "  " + at + "  " + reason + "  " + from + "  " + message + replay;
    }

    Map<String, Object> entry() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("at", at.toString());
        entry.put("reason", reason);
        entry.put("message", message);
        entry.put("input", input);
        entry.put("camera", sender.camera());
        entry.put("station", sender.station());
        if (!replayOf.isEmpty()) {
            entry.put("replay_of", replayOf);
        }
        return entry;
    }
}
