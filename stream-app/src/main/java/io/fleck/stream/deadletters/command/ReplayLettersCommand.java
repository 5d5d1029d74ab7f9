package io.fleck.stream.deadletters.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.deadletters.DeadLetter;
import io.fleck.stream.deadletters.LetterId;
import io.fleck.stream.deadletters.ReplayException;
import io.fleck.stream.deadletters.Replayer;
import io.fleck.stream.deadletters.Replayer.Fate;
import io.fleck.stream.topics.TopicScan;
import io.fleck.stream.topics.TopicsException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dead-letters replay}: inputs go back to the topics that they came from, each once. */
@Command(
        name = "replay",
        description = "Send the inputs of dead letters to the topics that they came from, byte by byte as they came.",
        footer = {
            "",
            "Each is sent once: what was sent before is left out, unless --again is given. Without --id all that the",
            "filters take are sent."
        })
final class ReplayLettersCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private LetterFilter filter = new LetterFilter();

    @Option(names = "--id", paramLabel = "ID", description = "Only this one, as list prints it; may be repeated.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "Send at most so many (default: all).")
    private @Nullable Integer limit;

    @Option(names = "--again", description = "Send also what was sent before.")
    private boolean again;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Clock clock = Clock.systemUTC();
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private long missing;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw CommandException.usage("--limit " + limit + "; allowed is at least 1");
        }
        List<LetterId> wanted = ConnectionOptions.checked(
                () -> ids.stream().map(LetterId::parse).distinct().toList());
        try (TopicScan scan = DeadLettersCommand.scan(connection);
                Replayer replayer = replayer(scan)) {
            if (wanted.isEmpty()) {
                scan.read(
                        filter.since(clock),
                        records -> replayer.replay(
                                records.stream().map(DeadLetter::of).toList(), filter::takes, this::tell));
            } else {
                wanted.forEach(id -> one(scan, replayer, id));
            }
        } catch (TopicsException | ReplayException | KafkaException e) {
            throw CommandException.failed(sent() + " sent; " + e.getMessage(), e);
        }
        return report();
    }

    private Replayer replayer(TopicScan scan) {
        Replayer.Cluster cluster =
                new Replayer.Cluster(connection.bootstrap(), connection.consumer(), connection.producer());
        return Replayer.open(cluster, connection.topics(), scan.beginnings(), rules());
    }

    private Replayer.Rules rules() {
        return new Replayer.Rules(again, limit == null ? Long.MAX_VALUE : limit);
    }

    private void one(TopicScan scan, Replayer replayer, LetterId id) {
        scan.find(id.partition(), id.offset())
                .ifPresentOrElse(
                        record -> replayer.replayAlone(DeadLetter.of(record), filter::takes, this::tell), () -> {
                            missing++;
                            complain(id + ": there is no such dead letter, or none any more");
                        });
    }

    private void tell(DeadLetter letter, Fate fate) {
        fates.merge(fate, 1L, Long::sum);
        switch (fate) {
            case REPLAYED -> say(letter.id() + ": sent to " + letter.topic());
            case ALREADY_REPLAYED -> say(letter.id() + ": was sent before; --again sends it once more");
            case NO_INPUT ->
                complain(letter.id() + ": came from '" + letter.topic()
                        + "', which is no input under this --prefix; not sent");
        }
    }

    private int report() {
        common.publish(new Figures()
                .put("replayed", sent())
                .put("already_replayed", fates.getOrDefault(Fate.ALREADY_REPLAYED, 0L))
                .put("refused", refused())
                .put("missing", missing));
        return refused() + missing > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    private long sent() {
        return fates.getOrDefault(Fate.REPLAYED, 0L);
    }

    private long refused() {
        return fates.getOrDefault(Fate.NO_INPUT, 0L);
    }

    private void say(String line) {
        if (!common.quiet()) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }

    private void complain(String line) {
        spec.commandLine().getErr().println("dead-letters: " + line);
    }
}
