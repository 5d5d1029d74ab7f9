package io.fleck.core.wafer.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseGridTest {
    /** Cells of a grid by chance, some of them more than once. */
    private static int[][] cells(int height, int width, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] cells = new int[2][count];
        for (int i = 0; i < count; i++) {
            cells[0][i] = random.nextInt(height);
            cells[1][i] = random.nextInt(width);
        }
        return cells;
    }

    private static SparseGrid grid(int height, int width, int[]... cells) {
        return SparseGrid.of(height, width, cells[0], cells[1]);
    }

    @Test
    void shouldNumberSitesRowByRowAndOnce() {
        SparseGrid grid = SparseGrid.of(3, 4, new int[] {2, 0, 2, 0}, new int[] {1, 3, 1, 0});
        assertThat(grid.sites()).isEqualTo(3);
        assertThat(new int[] {grid.row(0), grid.column(0), grid.row(1), grid.column(1), grid.row(2), grid.column(2)})
                .containsExactly(0, 0, 0, 3, 2, 1);
        assertThat(grid.entry(0, 3)).isEqualTo(2);
        assertThat(grid.entry(1, 1)).isEqualTo(SparseGrid.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldFindTheNeighboursThatASearchFinds(long seed) {
        int[][] cells = cells(17, 23, 120, seed);
        SparseGrid grid = grid(17, 23, cells);
        int[] neighbours = grid.neighbours();
        assertThat(neighbours).hasSize(grid.sites() * SparseGrid.NEIGHBOURS);
        for (int site = 0; site < grid.sites(); site++) {
            for (int k = 0; k < SparseGrid.NEIGHBOURS; k++) {
                int entry = neighbours[site * SparseGrid.NEIGHBOURS + k];
                int row = grid.row(site) + k / 3 - 1;
                int column = grid.column(site) + k % 3 - 1;
                assertThat(entry).isEqualTo(searched(grid, row, column));
            }
        }
    }

    private static int searched(SparseGrid grid, int row, int column) {
        for (int site = 0; site < grid.sites(); site++) {
            if (grid.row(site) == row && grid.column(site) == column) {
                return site + 1;
            }
        }
        return SparseGrid.ABSENT;
    }

    @Test
    void shouldNotReachAroundTheEdge() {
        SparseGrid grid = SparseGrid.of(2, 3, new int[] {0, 1}, new int[] {2, 0});
        assertThat(grid.neighbours()).containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0);
    }

    @Test
    void shouldNotDependOnTheOrderOfCells() {
        int[][] cells = cells(1000, 1000, 300, 7);
        int[][] reversed = new int[2][300];
        for (int i = 0; i < 300; i++) {
            reversed[0][i] = cells[0][299 - i];
            reversed[1][i] = cells[1][299 - i];
        }
        assertThat(grid(1000, 1000, reversed).neighbours())
                .isEqualTo(grid(1000, 1000, cells).neighbours());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 64, 20_000})
    void shouldHalveWithEveryChildInItsParent(int resolution) {
        SparseGrid fine = grid(resolution, resolution, cells(resolution, resolution, 400, 3));
        SparseGrid coarse = fine.halved();
        assertThat(coarse.height()).isEqualTo((resolution + 1) / 2);
        int[] children = fine.children(coarse);
        assertThat(Arrays.stream(children)
                        .filter(entry -> entry != SparseGrid.ABSENT)
                        .sorted()
                        .toArray())
                .as("every site pools exactly once")
                .isEqualTo(IntStream.rangeClosed(1, fine.sites()).toArray());
        for (int i = 0; i < children.length; i++) {
            if (children[i] != SparseGrid.ABSENT) {
                int site = children[i] - 1;
                int parent = i / SparseGrid.CHILDREN;
                assertThat(fine.row(site) / 2).isEqualTo(coarse.row(parent));
                assertThat(fine.column(site) / 2).isEqualTo(coarse.column(parent));
                assertThat(i % SparseGrid.CHILDREN).isEqualTo(fine.row(site) % 2 * 2 + fine.column(site) % 2);
            }
        }
    }

    @Test
    void shouldTellChildrenOfEveryCell() {
        SparseGrid grid = SparseGrid.of(3, 4, new int[] {0, 2}, new int[] {1, 3});
        assertThat(grid.childrenOfAll()).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0);
    }

    @Test
    void shouldHoldAGridWithoutSites() {
        SparseGrid grid = SparseGrid.of(4, 4, new int[0], new int[0]);
        assertThat(grid.sites()).isZero();
        assertThat(grid.neighbours()).isEmpty();
        assertThat(grid.halved().sites()).isZero();
        assertThat(grid.childrenOfAll()).hasSize(16).containsOnly(SparseGrid.ABSENT);
    }

    @Test
    void shouldGiveAnIsolatedSiteTheSameNeighboursAtAnyResolution() {
        for (int resolution : new int[] {64, 4096, 20_000}) {
            SparseGrid grid =
                    SparseGrid.of(resolution, resolution, new int[] {resolution / 2}, new int[] {resolution / 3});
            assertThat(grid.neighbours()).containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0);
        }
    }

    @Test
    void shouldTakeHundredsOfThousandsOfDefectsAtFullResolution() {
        SparseGrid grid = grid(20_000, 20_000, cells(20_000, 20_000, 200_000, 11));
        assertThat(grid.sites()).isBetween(199_000, 200_000);
        int[] neighbours = grid.neighbours();
        for (int site = 0; site < grid.sites(); site++) {
            assertThat(neighbours[site * SparseGrid.NEIGHBOURS + 4]).isEqualTo(site + 1);
        }
    }

    @Test
    void shouldRefuseWhatLiesOutside() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseGrid.of(4, 5, new int[] {4}, new int[] {0}))
                .withMessage("cell 4, 0 outside of a grid of 4 x 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseGrid.of(4, 5, new int[] {0}, new int[] {-1}))
                .withMessageContaining("cell 0, -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseGrid.of(0, 5, new int[0], new int[0]))
                .withMessageContaining("0 x 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseGrid.of(4, 5, new int[1], new int[2]))
                .withMessageContaining("1 rows and 2 columns");
    }
}
