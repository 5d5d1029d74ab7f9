package io.fleck.load.flink;

/** Main class of the job: {@code key=value} arguments, runs until it is ended. */
public final class InspectionJobMain {
    private InspectionJobMain() {}

    /** Runs the job in this process. */
    public static void main(String[] arguments) throws Exception {
        InspectionJob.run(JobSettings.parse(arguments));
    }
}
