package io.fleck.stream.deadletters.command;

import io.fleck.avro.CameraFrame;
import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.deadletters.DeadLetter;
import io.fleck.stream.topics.TopicScan;
import io.fleck.stream.topics.TopicsException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dead-letters list}: the newest ones, the oldest of them first. */
@Command(name = "list", description = "Print dead letters: id, time, reason, station and camera, message.")
final class ListLettersCommand implements Callable<Integer> {
    private static final Comparator<ListedLetter> BY_TIME = Comparator.comparing(ListedLetter::at);

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private LetterFilter filter = new LetterFilter();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "Print the newest so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Clock clock = Clock.systemUTC();
    private final PriorityQueue<ListedLetter> newest = new PriorityQueue<>(BY_TIME);
    private long found;
    private boolean registryAway;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw CommandException.usage("--limit " + limit + "; allowed is at least 1");
        }
        try (AvroCodec codec = connection.codec();
                TopicScan scan = DeadLettersCommand.scan(connection)) {
            AvroDecoder<CameraFrame> decoder = codec.decoder(CameraFrame.class);
            scan.read(filter.since(clock), records -> records.forEach(record -> take(record, decoder)));
        } catch (TopicsException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
        report(newest.stream().sorted(BY_TIME).toList());
        return ExitCode.DONE;
    }

    private void take(ConsumerRecord<byte[], byte[]> record, AvroDecoder<CameraFrame> decoder) {
        DeadLetter letter = DeadLetter.of(record);
        if (!filter.takes(letter)) {
            return;
        }
        found++;
        newest.add(ListedLetter.of(letter, sender(letter, decoder)));
        if (newest.size() > limit) {
            newest.remove();
        }
    }

    /** A registry that is away is asked once: the list need not wait for it. */
    private Sender sender(DeadLetter letter, AvroDecoder<CameraFrame> decoder) {
        Optional<Sender> sender = registryAway ? Optional.empty() : Sender.of(letter, decoder);
        registryAway |= sender.isEmpty();
        return sender.orElseGet(Sender::unknown);
    }

    private void report(List<ListedLetter> letters) {
        if (!common.quiet()) {
            PrintWriter out = spec.commandLine().getOut();
            letters.stream().map(ListedLetter::line).forEach(out::println);
            out.flush();
        }
        if (registryAway) {
            spec.commandLine()
                    .getErr()
                    .println("dead-letters: the registry does not answer; stations and cameras are left out");
        }
        common.publish(new Figures()
                .put("dead_letters", found)
                .put("shown", letters.size())
                .put("letters", letters.stream().map(ListedLetter::entry).toList()));
    }
}
