package io.fleck.fitting.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PoseTest {
    @Test
    void shouldTurnClockwiseAboutThePartsMiddleAndShift() {
        Pose quarter = new Pose(10, 20, Math.PI / 2);

        // Right becomes below, as y points down.
        assertThat(quarter.pictureX(3, 0)).isCloseTo(10, within(1e-9));
        assertThat(quarter.pictureY(3, 0)).isCloseTo(23, within(1e-9));
    }

    @Test
    void shouldFindBackToThePart() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            Pose pose = Pose.random(random);
            double x = random.nextDouble(-160, 160);
            double y = random.nextDouble(-160, 160);
            double pictureX = pose.pictureX(x, y);
            double pictureY = pose.pictureY(x, y);

            assertThat(pose.partX(pictureX, pictureY)).isCloseTo(x, within(1e-9));
            assertThat(pose.partY(pictureX, pictureY)).isCloseTo(y, within(1e-9));
            assertThat(Math.hypot(pictureX - x, pictureY - y))
                    .as("shift of a corner")
                    .isLessThan(5);
        }
    }
}
