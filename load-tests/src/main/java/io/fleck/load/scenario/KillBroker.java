package io.fleck.load.scenario;

import io.fleck.load.drive.BlockModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ClassicGroupDescription;

/** The broker that the application depends on most is killed, and comes back later. */
final class KillBroker implements Scenario {
    private static final int BROKERS = 3;

    @Override
    public String name() {
        return "kill-broker";
    }

    @Override
    public String story() {
        return "`kill -9` of one of three broker processes, the one that coordinates the application's group (three copies"
                + " of every partition, two must confirm); it comes back later";
    }

    @Override
    public Stage stage(long frames) {
        return new Stage(BROKERS, BlockModel.SIDE, Map.of());
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        trial.start();
        trial.flow();
        trial.awaitOutcomes(trial.frames() / 4);
        int broker = coordinator(trial);
        trial.driver().push(trial.frames() / 4);
        trial.cluster().killBroker(broker);
        long then = trial.look();
        trial.note(
                "broker %d killed with %d of %d inspected",
                broker, then, trial.driver().sent());
        try {
            trial.awaitOutcomes(then + trial.frames() / 4);
        } finally {
            trial.cluster().startBroker(broker);
        }
        trial.note(
                "and back with %d of %d inspected", trial.look(), trial.driver().sent());
    }

    private static int coordinator(Trial trial) throws InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", trial.cluster().bootstrapServers()))) {
            ClassicGroupDescription group = admin.describeClassicGroups(List.of(trial.group()))
                    .describedGroups()
                    .values()
                    .iterator()
                    .next()
                    .get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
            return group.coordinator().id();
        } catch (ExecutionException | TimeoutException e) {
            throw new ScenarioException("the group's coordinator is not to be found: " + e.getMessage());
        }
    }
}
