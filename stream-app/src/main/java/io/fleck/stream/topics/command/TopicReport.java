package io.fleck.stream.topics.command;

import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.stream.topics.TopicDifference;
import io.fleck.stream.topics.TopicDifference.Missing;
import io.fleck.stream.topics.TopicDifference.OtherConfig;
import io.fleck.stream.topics.TopicDifference.TooFewPartitions;
import io.fleck.stream.topics.TopicPlan;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Prints a plan or what became of it, and says which exit code that is. */
final class TopicReport {
    private TopicReport() {}

    static int planned(TopicPlan plan, CommonOptions common, PrintWriter out) {
        print(plan, common, out);
        common.publish(new Figures()
                .put("missing", plan.missing().size())
                .put("blocking", plan.blocking().size())
                .put("differences", entries(plan)));
        return plan.fine() ? ExitCode.DONE : ExitCode.FAILED;
    }

    static int applied(TopicPlan plan, TopicPlan left, CommonOptions common, PrintWriter out) {
        print(plan, common, out);
        int created = plan.missing().size();
        common.publish(new Figures()
                .put("created", created)
                .put(
                        "changed",
                        plan.differences().size() - created - left.differences().size())
                .put("left", left.differences().size())
                .put("differences", entries(plan)));
        return left.fine() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void print(TopicPlan plan, CommonOptions common, PrintWriter out) {
        if (!common.quiet()) {
            plan.differences().stream().map(TopicDifference::describe).forEach(out::println);
            out.println(
                    plan.fine()
                            ? "all topics are as wanted"
                            : plan.differences().size() + " differences");
            out.flush();
        }
    }

    private static List<Map<String, Object>> entries(TopicPlan plan) {
        return plan.differences().stream().map(TopicReport::entry).toList();
    }

    private static Map<String, Object> entry(TopicDifference difference) {
        return Map.of(
                "topic", difference.topic(),
                "action", action(difference),
                "blocking", difference.blocking(),
                "text", difference.describe());
    }

    private static String action(TopicDifference difference) {
        if (difference instanceof Missing) {
            return "create";
        }
        if (difference instanceof OtherConfig) {
            return "change";
        }
        return difference instanceof TooFewPartitions ? "extend" : "leave";
    }
}
