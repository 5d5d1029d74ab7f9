package io.fleck.stream.topics.command;

import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.stream.topics.SchemaPlan;
import io.fleck.stream.topics.SchemaState;
import java.io.PrintWriter;
import java.util.Map;

/** Prints where the schemas stand and says which exit code that is. */
final class SchemaReport {
    private SchemaReport() {}

    static int publish(SchemaPlan plan, CommonOptions common, PrintWriter out) {
        if (!common.quiet()) {
            plan.states().stream().map(SchemaState::describe).forEach(out::println);
            out.flush();
        }
        int unregistered = plan.unregistered().size();
        int incompatible = plan.incompatible().size();
        common.publish(new Figures()
                .put("registered", plan.states().size() - unregistered - incompatible)
                .put("unregistered", unregistered)
                .put("incompatible", incompatible)
                .put("schemas", plan.states().stream().map(SchemaReport::entry).toList()));
        return plan.fine() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Map<String, Object> entry(SchemaState state) {
        return Map.of("subject", state.subject(), "fine", state.fine(), "text", state.describe());
    }
}
